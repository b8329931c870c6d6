package io.tradelane.trading.partner;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.partner.CrossReference.Kind;
import io.tradelane.trading.shared.UnitCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Between the codes in partners' documents and ours. What was changed holds on this hub at once and on others within two
 * seconds.
 */
@Service
@Transactional
public class CrossReferences {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final CrossReferenceRepository repository;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    CrossReferences(CrossReferenceRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * A document in our codes.
     *
     * @param missing codes that nobody knows here, each as {@code UNIT STK}; empty when the document can be used
     */
    public record Translated(BusinessDocument document, List<String> missing) {}

    /** A partner's entries of one day. */
    private record Known(LocalDate day, Instant until, Map<Kind, Map<String, String>> inbound, Map<Kind, Map<String, String>> outbound) {

        static Known of(List<CrossReference> references, LocalDate day, Instant until) {
            Map<Kind, Map<String, String>> inbound = new EnumMap<>(Kind.class);
            Map<Kind, Map<String, String>> outbound = new EnumMap<>(Kind.class);
            for (CrossReference reference : references) {
                inbound.computeIfAbsent(reference.kind(), kind -> new HashMap<>()).put(reference.theirs(), reference.ours());
                outbound.computeIfAbsent(reference.kind(), kind -> new HashMap<>()).put(reference.ours(), reference.theirs());
            }
            return new Known(day, until, inbound, outbound);
        }
    }

    /** Adds it; from its first day on it takes the place of what the same code of theirs meant before. @return its id */
    public UUID put(CrossReference reference) {
        UUID id = repository.put(reference);
        known.remove(reference.organisation());
        return id;
    }

    /** All or nothing. */
    public void putAll(List<CrossReference> references) {
        references.forEach(this::put);
    }

    /** @return whether there was one */
    public boolean remove(UUID organisation, UUID id) {
        boolean removed = repository.delete(organisation, id);
        known.remove(organisation);
        return removed;
    }

    /** By kind, code and day. */
    @Transactional(readOnly = true)
    public List<CrossReference> list(UUID organisation) {
        return repository.list(organisation);
    }

    /** What {@code partner} sent, in our codes. */
    @Transactional(readOnly = true)
    public Translated inbound(BusinessDocument document, UUID partner) {
        Map<Kind, Map<String, String>> entries = of(partner).inbound;
        Set<String> missing = new LinkedHashSet<>();
        BusinessDocument translated = new DocumentCodes((kind, code) -> {
            String ours = entries.getOrDefault(kind, Map.of()).get(code);
            if (ours == null && kind == Kind.UNIT && !UnitCode.isKnown(code)) {
                missing.add(kind + " " + code);
            }
            return ours == null ? code : ours;
        }).in(document);
        return new Translated(translated, List.copyOf(missing));
    }

    /** What {@code partner} is to get, in its codes; of several for one of ours, the one that was entered last. */
    @Transactional(readOnly = true)
    public BusinessDocument outbound(BusinessDocument document, UUID partner) {
        Map<Kind, Map<String, String>> entries = of(partner).outbound;
        return entries.isEmpty() ? document
                : new DocumentCodes((kind, code) -> entries.getOrDefault(kind, Map.of()).getOrDefault(code, code)).in(document);
    }

    private Known of(UUID partner) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Known entries = known.get(partner);
        if (entries == null || now.isAfter(entries.until) || !entries.day.equals(today)) {
            entries = Known.of(repository.on(partner, today), today, now.plus(FRESH));
            known.put(partner, entries);
        }
        return entries;
    }
}
