package io.tradelane.portal.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Radar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is owed, in JSON. */
@ApiController
@Tag(name = "Obligations", description = "Acknowledgements and documents that have to come, and until when")
class RadarApi {
    private final Radar radar;
    private final Clock clock;

    RadarApi(Radar radar, Clock clock) {
        this.radar = radar;
        this.clock = clock;
    }

    /** @param late minutes since it was due; negative before */
    record ObligationResource(
            UUID id, String kind, UUID debtor, UUID creditor, String number, String deal, @Nullable UUID order, @Nullable String interchange, Instant openedAt,
            Instant dueAt, long late, @Nullable Instant closedAt, @Nullable String outcome, @Nullable Instant snoozedUntil, @Nullable Instant remindedAt,
            int reminders, @Nullable String incident) {}

    record Snooze(@Nullable Instant until) {}

    /** @param minutes null: it is not waited for */
    record TermResource(Obligation.@Nullable Kind kind, @Nullable UUID creditor, @Nullable UUID debtor, @Nullable Integer minutes) {}

    @Operation(summary = "What is owed, the longest overdue first")
    @GetMapping("/api/v1/obligations")
    Listing<ObligationResource> list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID partner,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Obligation.State chosen = Listing.filter(Obligation.State.class, "state", state);
        var filter = new Radar.Filter(chosen == null ? Obligation.State.OPEN : chosen, Listing.filter(Obligation.Kind.class, "kind", kind), partner, number);
        var page = radar.list(filter, cursor, Listing.size(limit));
        return new Listing<>(page.items().stream().map(this::resource).toList(), page.next());
    }

    @Operation(summary = "One of them")
    @GetMapping("/api/v1/obligations/{id}")
    ObligationResource obligation(@PathVariable UUID id) {
        return resource(NotFound.orElse404(radar.find(id)));
    }

    @Operation(summary = "Tell nobody of it before a moment; who waits for it may")
    @PostMapping("/api/v1/obligations/{id}/snooze")
    ObligationResource snooze(@PathVariable UUID id, @RequestBody Snooze snooze) {
        Instant now = clock.instant();
        if (snooze.until == null || !snooze.until.isAfter(now) || snooze.until.isAfter(now.plus(Duration.ofHours(RadarPage.LONGEST_HOURS)))) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The moment has to be within the next 31 days.",
                    List.of(Map.of("pointer", "/until", "code", "out-of-range")));
        }
        if (!radar.snooze(id, snooze.until)) {
            throw new NotFound();
        }
        return obligation(id);
    }

    @Operation(summary = "Remind who owes it, by mail; not more than once in four hours")
    @PostMapping("/api/v1/obligations/{id}/reminder")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ObligationResource remind(@PathVariable UUID id) {
        switch (radar.remind(id)) {
            case QUEUED -> { }
            case TOO_SOON -> throw new Problem(HttpStatus.CONFLICT, "too-soon", "The last reminder was less than four hours ago.");
            case NO_ADDRESS -> throw new Problem(HttpStatus.CONFLICT, "no-address", "There is no e-mail address of the organisation that owes it.");
            case NOT_OWED -> throw new NotFound();
        }
        return obligation(id);
    }

    @Operation(summary = "How long to wait: the hub's terms, and the caller's own")
    @GetMapping("/api/v1/obligation-terms")
    Listing<TermResource> terms() {
        return new Listing<>(radar.terms().stream().map(term -> new TermResource(term.kind(), term.creditor(), term.debtor(), term.minutes())).toList(), null);
    }

    @Operation(summary = "Say how long to wait, in general or for one partner")
    @PutMapping("/api/v1/obligation-terms")
    TermResource agree(@RequestBody TermResource said) {
        Radar.Term term = term(said);
        radar.agree(term);
        return new TermResource(term.kind(), term.creditor(), term.debtor(), term.minutes());
    }

    @Operation(summary = "Take a term back; the more general one counts again")
    @DeleteMapping("/api/v1/obligation-terms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@RequestBody TermResource said) {
        Radar.Term term = term(said);
        if (term.creditor() == null && term.debtor() == null) {
            throw new Problem(HttpStatus.CONFLICT, "general-term", "The hub's term can be changed, not taken away.");
        }
        radar.withdraw(term);
    }

    private static Radar.Term term(TermResource said) {
        if (said.kind == null || !RadarTerms.KINDS.contains(said.kind)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The kind is wrong.", List.of(Map.of("pointer", "/kind", "code", "unknown")));
        }
        if (said.minutes != null && (said.minutes < 0 || said.minutes > 525600)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The minutes are wrong.", List.of(Map.of("pointer", "/minutes", "code", "out-of-range")));
        }
        return new Radar.Term(said.kind, RadarTerms.creditor(said.creditor), said.debtor, said.minutes);
    }

    private ObligationResource resource(Obligation one) {
        Instant until = one.closedAt() == null ? clock.instant() : one.closedAt();
        return new ObligationResource(one.id(), one.kind().name(), one.debtor(), one.creditor(), one.number(), one.deal(), one.order(),
                one.interchange() == null ? null : "/api/v1/interchanges/" + one.interchange(), one.openedAt(), one.dueAt(),
                Duration.between(one.dueAt(), until).toMinutes(), one.closedAt(), one.outcome() == null ? null : one.outcome().name(), one.snoozedUntil(),
                one.remindedAt(), one.reminders(), one.incident() == null ? null : "/api/v1/incidents/" + one.incident());
    }
}
