package io.tradelane.portal.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.payment.InstructedPayment;
import io.tradelane.trading.payment.PaymentInstructions;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.payment.RemittanceAdvices.Announce;
import io.tradelane.trading.payment.RemittanceAdvices.Pay;
import io.tradelane.trading.payment.RemittanceCase;
import io.tradelane.trading.payment.RemittanceFilter;
import io.tradelane.trading.payment.RemittancePage;
import io.tradelane.trading.payment.RemittanceView;
import io.tradelane.trading.shared.Ids;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Announced payments in JSON: buyers announce, suppliers decide about what is deducted. */
@ApiController
@Tag(name = "Payments")
class RemittancesApi {
    private final RemittanceAdvices remittances;
    private final PaymentInstructions instructions;

    RemittancesApi(RemittanceAdvices remittances, PaymentInstructions instructions) {
        this.remittances = remittances;
        this.instructions = instructions;
    }

    /**
     * @param requestId the same one again announces nothing more
     * @param instructedPayment one of {@code /api/v1/instructed-payments}, whose day and end-to-end id count where none is given
     */
    record AnnounceRequest(
            @Nullable UUID requestId, @Nullable UUID instructedPayment, @Nullable LocalDate paymentDate, @Nullable String paymentReference,
            @Nullable List<Pay> items) {}

    /** @param reason required */
    record Decision(RemittanceCase.@Nullable Status decision, @Nullable String reason) {}

    @Operation(summary = "Announced payments, newest first; tab is all, announced (and not arrived), overdue, arrived or cases")
    @GetMapping("/api/v1/remittance-advices")
    Listing<RemittanceView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        RemittancePage page = remittances.list(new RemittanceFilter(
                Objects.requireNonNullElse(Listing.filter(RemittanceFilter.Tab.class, "tab", tab), RemittanceFilter.Tab.ALL),
                q.isBlank() ? null : q.strip(), cursor, Listing.size(limit)));
        return new Listing<>(page.advices(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "One announced payment: documents, what has come of it, cases")
    @GetMapping("/api/v1/remittance-advices/{id}")
    RemittanceView advice(@PathVariable UUID id) {
        return NotFound.orElse404(remittances.find(id));
    }

    @Operation(summary = "Announce a payment of invoices of one supplier; for their buyer")
    @PostMapping("/api/v1/remittance-advices")
    ResponseEntity<RemittanceView> announce(@RequestBody AnnounceRequest request) {
        InstructedPayment made = request.instructedPayment == null ? null : NotFound.orElse404(instructions.find(request.instructedPayment));
        LocalDate day = request.paymentDate != null || made == null ? request.paymentDate : made.executionOn();
        String reference = request.paymentReference != null || made == null ? request.paymentReference : made.endToEndId();
        List<Pay> items = request.items == null ? List.of() : request.items;
        CommandResult result = remittances.announce(new Announce(request.requestId == null ? Ids.next() : request.requestId, day, reference, items));
        Commands.require(result);
        UUID id = result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id();
        return ResponseEntity.created(URI.create("/api/v1/remittance-advices/" + id)).body(advice(id));
    }

    @Operation(summary = "Deductions and other things to decide about announced payments; the newest 200")
    @GetMapping("/api/v1/remittance-cases")
    Listing<RemittanceCase> cases(@RequestParam(defaultValue = "") String status) {
        return new Listing<>(remittances.cases(Listing.filter(RemittanceCase.Status.class, "status", status)), null);
    }

    @Operation(summary = "One such case")
    @GetMapping("/api/v1/remittance-cases/{id}")
    ResponseEntity<RemittanceCase> one(@PathVariable UUID id) {
        RemittanceCase found = NotFound.orElse404(remittances.findCase(id));
        return Versions.tagged(found.version(), found);
    }

    @Operation(summary = "The supplier accepts or disputes it; needs If-Match")
    @PostMapping("/api/v1/remittance-cases/{id}/decision")
    ResponseEntity<RemittanceCase> decide(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Decision request) {
        if (request.decision == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    List.of(Map.of("pointer", "decision", "code", "required")));
        }
        Commands.require(remittances.decide(id, request.decision, request.reason == null ? "" : request.reason, Versions.expected(ifMatch)));
        return one(id);
    }
}
