package io.tradelane.portal.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.LegalHold;
import io.tradelane.trading.exchange.Retention;
import io.tradelane.trading.exchange.RetentionRule;
import io.tradelane.trading.exchange.RetentionRun;
import io.tradelane.trading.exchange.RetentionRuns;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** How long what was exchanged is kept, in JSON. */
@ApiController
@Tag(name = "Retention", description = "How long what was exchanged is kept, and the jobs that see to it")
class RetentionApi {
    private final Retention retention;
    private final RetentionRuns runs;
    private final Interchanges interchanges;
    private final Organisations organisations;

    RetentionApi(Retention retention, RetentionRuns runs, Interchanges interchanges, Organisations organisations) {
        this.retention = retention;
        this.runs = runs;
        this.interchanges = interchanges;
        this.organisations = organisations;
    }

    /** @param partner absent: everybody @param type absent: every type */
    record RuleBody(@Nullable UUID partner, @Nullable DocumentType type, int years) {}

    /** At least one of the first three. */
    record HoldBody(@Nullable UUID partner, @Nullable UUID interchange, @Nullable String number, @Nullable String reason) {}

    record RunBody(RetentionRun.@Nullable Kind kind, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    @Operation(summary = "How long bytes are kept, by partner and type; ten years where no rule says otherwise")
    @GetMapping("/api/v1/retention-rules")
    Listing<RetentionRule> rules() {
        return new Listing<>(retention.rules(), null);
    }

    @Operation(summary = "Add a rule, or replace that of the same partner and type")
    @PutMapping("/api/v1/retention-rules")
    RetentionRule put(@RequestBody RuleBody body) {
        if (body.years < 1 || body.years > RetentionPages.LONGEST_YEARS || body.partner != null && organisations.find(body.partner).isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "years is from 1 to 100, partner a company that is known here.");
        }
        UUID id = retention.put(new RetentionRule(Ids.next(), body.partner, body.type, body.years));
        return new RetentionRule(id, body.partner, body.type, body.years);
    }

    @Operation(summary = "Remove a rule")
    @DeleteMapping("/api/v1/retention-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        if (!retention.remove(id)) {
            throw new NotFound();
        }
    }

    @Operation(summary = "What must not be deleted; those that hold first")
    @GetMapping("/api/v1/legal-holds")
    Listing<LegalHold> holds() {
        return new Listing<>(retention.holds(), null);
    }

    @Operation(summary = "Forbid to delete what fits: of a partner, one interchange, or with a document's number")
    @PostMapping("/api/v1/legal-holds")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> hold(@RequestBody HoldBody body) {
        String number = body.number == null || body.number.isBlank() ? null : body.number.strip();
        if (body.partner == null && body.interchange == null && number == null || body.interchange != null && interchanges.find(body.interchange).isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Give partner, interchange or number.");
        }
        return Map.of("id", retention.hold(body.partner, body.interchange, number, reason(body.reason)));
    }

    @Operation(summary = "Lift a hold, with a reason")
    @PostMapping("/api/v1/legal-holds/{id}/lifting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id, @RequestBody(required = false) @Nullable Reason body) {
        if (retention.holds().stream().noneMatch(hold -> hold.id().equals(id))) {
            throw new NotFound();
        }
        if (!retention.lift(id, reason(body == null ? null : body.reason))) {
            throw new Problem(HttpStatus.CONFLICT, "lifted", "It is lifted already.");
        }
    }

    @Operation(summary = "Jobs over all stored bytes, the newest 50")
    @GetMapping("/api/v1/retention-runs")
    Listing<RetentionRun> runs() {
        return new Listing<>(runs.latest(), null);
    }

    @Operation(summary = "Start a job: ARCHIVE moves what is old, DELETE deletes what is over its time, VERIFY holds all against their hashes")
    @PostMapping("/api/v1/retention-runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RetentionRun start(@RequestBody RunBody body) {
        if (body.kind == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "kind is ARCHIVE, DELETE or VERIFY.");
        }
        return NotFound.orElse404(runs.find(runs.start(body.kind, reason(body.reason))));
    }

    @Operation(summary = "Stop a job; it can go on later")
    @PostMapping("/api/v1/retention-runs/{id}/stop")
    RetentionRun stop(@PathVariable UUID id) {
        NotFound.orElse404(runs.find(id));
        if (!runs.stop(id)) {
            throw new Problem(HttpStatus.CONFLICT, "illegal-transition", "It does not run.");
        }
        return NotFound.orElse404(runs.find(id));
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > RetentionPages.LONGEST_REASON) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "reason-needed", "Give a reason of at most 500 characters.");
        }
        return reason.strip();
    }
}
