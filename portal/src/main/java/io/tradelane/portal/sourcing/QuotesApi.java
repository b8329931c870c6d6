package io.tradelane.portal.sourcing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.exchange.TimelineResource;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqView;
import java.util.List;
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

/** Quotations and bargaining in JSON. */
@ApiController
@Tag(name = "Quotations")
class QuotesApi {
    private final Quotations quotations;
    private final RequestsForQuotation requests;
    private final RfqStory stories;

    QuotesApi(Quotations quotations, RequestsForQuotation requests, RfqStory stories) {
        this.quotations = quotations;
        this.requests = requests;
        this.stories = stories;
    }

    /** @param quote its fields stand at the top level */
    record QuoteResource(@JsonUnwrapped QuoteView quote, List<TimelineResource> timeline) {}

    @Operation(summary = "With number, the quotations with a version of exactly that number; without, offers that no request asked for, newest first")
    @GetMapping("/api/v1/quotes")
    Listing<QuoteView> list(@RequestParam(required = false) @Nullable String number) {
        return new Listing<>(number == null ? quotations.unsolicited() : quotations.byNumber(number.strip()), null);
    }

    @Operation(summary = "One negotiation: every version with its lines, timeline")
    @GetMapping("/api/v1/quotes/{id}")
    ResponseEntity<QuoteResource> quote(@PathVariable UUID id) {
        QuoteView quote = NotFound.orElse404(quotations.find(id));
        return Versions.tagged(quote.version(), new QuoteResource(quote, stories.timeline(quote).stream().map(TimelineResource::of).toList()));
    }

    @Operation(summary = "The supplier quotes; needs the If-Match of its quotation unless it is the first")
    @PostMapping("/api/v1/rfqs/{id}/quotes")
    ResponseEntity<QuoteResource> submit(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody QuoteRequest request) {
        RfqView rfq = NotFound.orElse404(requests.find(id));
        CommandResult result = quotations.submit(id, request.form(rfq.currency(), number -> rfq.lines().stream()
                .filter(line -> line.lineNumber().equals(number)).map(RfqView.Line::unit).findFirst().orElse("C62")), ifMatch == null ? 0 : Versions.expected(ifMatch));
        Commands.require(result);
        return quote(result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id());
    }

    @Operation(summary = "A counter-offer of either side; lines not named stay as they were offered; needs If-Match")
    @PostMapping("/api/v1/quotes/{id}/counter")
    ResponseEntity<QuoteResource> counter(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody QuoteRequest request) {
        QuoteView quote = NotFound.orElse404(quotations.find(id));
        if (!QuoteDetail.mayCounter(quote, Caller.current())) {
            throw new Problem(HttpStatus.FORBIDDEN, "needs-approver", "The supplier's acceptance would place an order: an approver makes this counter-offer.");
        }
        Commands.require(quotations.counter(id, request.form(quote.current().currency(), number -> quote.current().lines().stream()
                .filter(line -> line.lineNumber().equals(number)).map(QuoteView.Line::unit).findFirst().orElse("C62")), Versions.expected(ifMatch)));
        return quote(id);
    }

    @Operation(summary = "The supplier accepts the buyer's counter-offer; needs If-Match")
    @PostMapping("/api/v1/quotes/{id}/acceptance")
    ResponseEntity<QuoteResource> accept(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (!Caller.current().isSelf(NotFound.orElse404(quotations.find(id)).supplier().id())) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-the-supplier", "Only the supplier accepts a counter-offer; a buyer awards the request.");
        }
        Commands.require(quotations.accept(id, Versions.expected(ifMatch)));
        return quote(id);
    }

    @Operation(summary = "The buyer accepts an offer that no request asked for, of which an order is made; needs If-Match")
    @PostMapping("/api/v1/quotes/{id}/order")
    ResponseEntity<QuoteResource> order(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (!Caller.current().isSelf(NotFound.orElse404(quotations.find(id)).buyer().id())) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-the-buyer", "Only the buyer orders what is offered.");
        }
        Commands.require(quotations.accept(id, Versions.expected(ifMatch)));
        return quote(id);
    }

    record Reason(@Nullable String reason) {}

    @Operation(summary = "Rejects what the other side offered last; needs If-Match and a reason")
    @PostMapping("/api/v1/quotes/{id}/rejection")
    ResponseEntity<QuoteResource> reject(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        Commands.require(quotations.reject(id, reason.reason(), Versions.expected(ifMatch)));
        return quote(id);
    }

    @Operation(summary = "Takes back what one's own side offered last; needs If-Match")
    @PostMapping("/api/v1/quotes/{id}/withdrawal")
    ResponseEntity<QuoteResource> withdraw(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Commands.require(quotations.withdraw(id, null, Versions.expected(ifMatch)));
        return quote(id);
    }
}
