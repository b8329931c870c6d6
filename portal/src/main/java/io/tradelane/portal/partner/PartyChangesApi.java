package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.PartyChange;
import io.tradelane.trading.partner.PartyChange.Part;
import io.tradelane.trading.partner.PartyChange.Status;
import io.tradelane.trading.partner.PartyChanges;
import io.tradelane.trading.partner.PartyChanges.TakenAs;
import io.tradelane.trading.partner.PartyDecision;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** What partners say about companies, in JSON. */
@ApiController
@Tag(name = "Data of companies")
class PartyChangesApi {
    private final PartyChanges changes;

    PartyChangesApi(PartyChanges changes) {
        this.changes = changes;
    }

    /** @param organisation the party is this company; absent: as the document says, or a new one of {@code kind} and {@code currency} */
    record Acceptance(@Nullable UUID organisation, Organisation.@Nullable Kind kind, @Nullable String currency) {}

    record Rejection(@Nullable String reason) {}

    @Operation(summary = "What partners say about companies, each with what differs from what is known; the newest 500")
    @GetMapping("/api/v1/party-changes")
    Listing<PartyChange> list(@RequestParam(defaultValue = "") String status) {
        return new Listing<>(changes.list(Listing.filter(Status.class, "status", status)), null);
    }

    @Operation(summary = "One change")
    @GetMapping("/api/v1/party-changes/{id}")
    PartyChange change(@PathVariable UUID id) {
        return NotFound.orElse404(changes.find(id));
    }

    @Operation(summary = "Take over identifiers, name, address and contact; for the operator")
    @PostMapping("/api/v1/party-changes/{id}/acceptance")
    PartyChange accept(@PathVariable UUID id, @RequestBody(required = false) @Nullable Acceptance as) {
        require(changes.accept(id, as == null ? new TakenAs(null, null, null) : new TakenAs(as.organisation, as.kind, as.currency)));
        return change(id);
    }

    @Operation(summary = "Leave the company as it is; for the operator")
    @PostMapping("/api/v1/party-changes/{id}/rejection")
    PartyChange reject(@PathVariable UUID id, @RequestBody(required = false) @Nullable Rejection rejection) {
        require(changes.reject(id, Part.PARTY, rejection == null ? null : rejection.reason));
        return change(id);
    }

    @Operation(summary = "Take over a bank account; for finance of the company whose account it is, or of the one that was told of it")
    @PostMapping("/api/v1/account-changes/{id}/acceptance")
    PartyChange acceptAccount(@PathVariable UUID id) {
        require(changes.acceptAccount(id));
        return change(id);
    }

    @Operation(summary = "Leave the bank accounts as they are")
    @PostMapping("/api/v1/account-changes/{id}/rejection")
    PartyChange rejectAccount(@PathVariable UUID id, @RequestBody(required = false) @Nullable Rejection rejection) {
        require(changes.reject(id, Part.BANK_ACCOUNT, rejection == null ? null : rejection.reason));
        return change(id);
    }

    private static void require(PartyDecision decision) {
        switch (decision) {
            case PartyDecision.Done done -> { }
            case PartyDecision.DecidedBefore before -> throw new Problem(HttpStatus.CONFLICT, "illegal-transition", "It is decided: " + before.status() + ".");
            case PartyDecision.Invalid invalid -> throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "It cannot be taken over; see errors.",
                    List.of(Map.of("pointer", invalid.field(), "code", invalid.code())));
            case PartyDecision.NotFound gone -> throw new NotFound();
        }
    }
}
