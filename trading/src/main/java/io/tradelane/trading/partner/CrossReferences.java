package io.tradelane.trading.partner;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.partner.CrossReference.Kind;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.UnitCode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    /** Entries of a file that are named one by one in the journal. */
    private static final int MOST_TOLD = 20;

    private final CrossReferenceRepository repository;
    private final PartnerRecord journal;
    private final Clock clock;
    private final Directory<PartnerDay, Known> known = new Directory<>(FRESH);

    CrossReferences(CrossReferenceRepository repository, PartnerRecord journal, Clock clock) {
        this.journal = journal;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * A document in our codes.
     *
     * @param missing codes that nobody knows here, each as {@code UNIT STK} or {@code CURRENCY RMB}; empty when the document can be used
     */
    public record Translated(BusinessDocument document, List<String> missing) {}

    private record PartnerDay(UUID partner, LocalDate day) {}

    /** A partner's entries of one day. */
    private record Known(Map<Kind, Map<String, String>> inbound, Map<Kind, Map<String, String>> outbound) {

        static Known of(List<CrossReference> references) {
            Map<Kind, Map<String, String>> inbound = new EnumMap<>(Kind.class);
            Map<Kind, Map<String, String>> outbound = new EnumMap<>(Kind.class);
            for (CrossReference reference : references) {
                inbound.computeIfAbsent(reference.kind(), kind -> new HashMap<>()).put(reference.theirs(), reference.ours());
                outbound.computeIfAbsent(reference.kind(), kind -> new HashMap<>()).put(reference.ours(), reference.theirs());
            }
            return new Known(inbound, outbound);
        }
    }

    /**
     * Adds it; from its first day on it takes the place of what the same code of theirs meant before.
     *
     * @throws IllegalArgumentException if it makes a currency of a code that is none
     */
    public void put(CrossReference reference) {
        putAll(List.of(reference));
    }

    /** As if {@link #put} one after the other, and all or nothing. */
    public void putAll(List<CrossReference> references) {
        for (CrossReference reference : references) {
            if (reference.kind() == Kind.CURRENCY && !CurrencyCode.isKnown(reference.ours())) {
                throw new IllegalArgumentException("no currency of ISO 4217: " + reference.ours());
            }
        }
        known.written();
        repository.put(references);
        references.stream().collect(Collectors.groupingBy(CrossReference::organisation)).forEach((organisation, all) -> {
            Changes changes = new Changes().about("entries", all.size());
            all.stream().limit(MOST_TOLD).forEach(one -> changes.about(one.kind() + " " + one.theirs(), one.ours()));
            journal.changed(organisation, "CROSS_REFERENCES_SET", changes.details());
        });
    }

    /** @return whether there was one */
    public boolean remove(UUID organisation, UUID id) {
        known.written();
        Optional<CrossReference> before = repository.list(organisation).stream().filter(one -> one.id().equals(id)).findFirst();
        before.ifPresent(one -> journal.changed(organisation, "CROSS_REFERENCE_REMOVED", Map.of(one.kind() + " " + one.theirs(), one.ours())));
        return repository.delete(organisation, id);
    }

    /** By kind, code and day. */
    @Transactional(readOnly = true)
    public List<CrossReference> list(UUID organisation) {
        return repository.list(organisation);
    }

    /** What {@code partner} sent, in our codes. */
    @Transactional(readOnly = true)
    public Translated inbound(BusinessDocument document, UUID partner) {
        return inbound(document, partner, today());
    }

    /** The same by the entries of that day. */
    @Transactional(readOnly = true)
    public Translated inbound(BusinessDocument document, UUID partner, LocalDate day) {
        Map<Kind, Map<String, String>> entries = of(partner, day).inbound;
        Set<String> missing = new LinkedHashSet<>();
        BusinessDocument translated = new DocumentCodes((kind, code) -> {
            String ours = entries.getOrDefault(kind, Map.of()).get(code);
            if (ours == null && (kind == Kind.UNIT && !UnitCode.isKnown(code) || kind == Kind.CURRENCY && !CurrencyCode.isKnown(code))) {
                missing.add(kind + " " + code);
            }
            return ours == null ? code : ours;
        }).in(document);
        return new Translated(translated, List.copyOf(missing));
    }

    /** What {@code partner} is to get, in its codes; of several for one of ours, the one that was entered last. */
    @Transactional(readOnly = true)
    public BusinessDocument outbound(BusinessDocument document, UUID partner) {
        Map<Kind, Map<String, String>> entries = of(partner, today()).outbound;
        return entries.isEmpty() ? document
                : new DocumentCodes((kind, code) -> entries.getOrDefault(kind, Map.of()).getOrDefault(code, code)).in(document);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Known of(UUID partner, LocalDate day) {
        return known.find(new PartnerDay(partner, day), () -> Optional.of(Known.of(repository.on(partner, day)))).orElseThrow();
    }

    /** Whether this currency stands somewhere in the document. */
    public static boolean hasCurrency(BusinessDocument document, String code) {
        boolean[] found = {false};
        new DocumentCodes((kind, each) -> {
            found[0] |= kind == Kind.CURRENCY && each.equals(code);
            return each;
        }).in(document);
        return found[0];
    }
}
