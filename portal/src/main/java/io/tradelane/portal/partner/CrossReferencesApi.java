package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.CrossReference;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Cross-references in JSON. */
@ApiController
@Tag(name = "Cross-references")
class CrossReferencesApi {
    private final CrossReferences references;
    private final Organisations organisations;
    private final Clock clock;

    CrossReferencesApi(CrossReferences references, Organisations organisations, Clock clock) {
        this.references = references;
        this.organisations = organisations;
        this.clock = clock;
    }

    record CrossReferenceResource(UUID id, CrossReference.Kind kind, String theirs, String ours, LocalDate from, @Nullable LocalDate until) {

        static CrossReferenceResource of(CrossReference reference) {
            return new CrossReferenceResource(reference.id(), reference.kind(), reference.theirs(), reference.ours(), reference.from(), reference.until());
        }
    }

    /** @param from today when absent */
    record Entry(
            CrossReference.@Nullable Kind kind, @Nullable String theirs, @Nullable String ours, @Nullable LocalDate from, @Nullable LocalDate until) {}

    record Added(int entries) {}

    @Operation(summary = "What a partner calls things")
    @GetMapping("/api/v1/partners/{id}/cross-references")
    Listing<CrossReferenceResource> list(@PathVariable UUID id) {
        own(id);
        return new Listing<>(references.list(id).stream().map(CrossReferenceResource::of).toList(), null);
    }

    @Operation(summary = "Add entries, all or none; documents that wait for them go on by themselves")
    @PostMapping("/api/v1/partners/{id}/cross-references")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@PathVariable UUID id, @RequestBody List<Entry> entries) {
        own(id);
        List<Map<String, String>> wrong = new ArrayList<>();
        List<CrossReference> read = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            read(id, entries.get(i), "/" + i, read, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some entries are not right; nothing was added.", wrong);
        }
        references.putAll(read);
        return new Added(read.size());
    }

    private void read(UUID id, @Nullable Entry entry, String pointer, List<CrossReference> read, List<Map<String, String>> wrong) {
        if (entry == null || entry.kind == null) {
            wrong.add(Map.of("pointer", pointer + "/kind", "code", "required"));
        } else if (entry.theirs == null || entry.theirs.isBlank()) {
            wrong.add(Map.of("pointer", pointer + "/theirs", "code", "required"));
        } else if (entry.ours == null || entry.ours.isBlank()) {
            wrong.add(Map.of("pointer", pointer + "/ours", "code", "required"));
        } else if (entry.kind == CrossReference.Kind.CURRENCY && !CurrencyCode.isKnown(entry.ours.strip())) {
            wrong.add(Map.of("pointer", pointer + "/ours", "code", "no-currency"));
        } else {
            LocalDate from = entry.from == null ? LocalDate.now(clock) : entry.from;
            if (entry.until != null && entry.until.isBefore(from)) {
                wrong.add(Map.of("pointer", pointer + "/until", "code", "before-from"));
            } else {
                read.add(new CrossReference(Ids.next(), id, entry.kind, entry.theirs.strip(), entry.ours.strip(), from, entry.until));
            }
        }
    }

    @Operation(summary = "Remove an entry")
    @DeleteMapping("/api/v1/partners/{id}/cross-references/{line}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID line) {
        own(id);
        if (!references.remove(id, line)) {
            throw new NotFound();
        }
    }

    private void own(UUID id) {
        Caller caller = Caller.current();
        NotFound.orElse404(organisations.find(id).filter(organisation -> caller.isOperator() || caller.isSelf(id)));
    }
}
