package io.tradelane.portal.sourcing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.sourcing.Award;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqFilter;
import io.tradelane.trading.sourcing.RfqPage;
import io.tradelane.trading.sourcing.RfqState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests for quotation in JSON. */
@ApiController
@Tag(name = "Requests for quotation")
class RfqsApi {
    private final RequestsForQuotation requests;
    private final RfqStory stories;

    RfqsApi(RequestsForQuotation requests, RfqStory stories) {
        this.requests = requests;
        this.stories = stories;
    }

    @Operation(summary = "Requests, newest first; with number, those of exactly that number in full")
    @GetMapping("/api/v1/rfqs")
    Listing<?> list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (number != null) {
            return new Listing<>(requests.byNumber(number.strip()).stream().map(rfq -> RfqResource.of(stories.of(rfq))).toList(), null);
        }
        RfqPage page = requests.list(new RfqFilter(Objects.requireNonNullElse(Listing.filter(RfqFilter.Tab.class, "tab", tab), RfqFilter.Tab.ALL),
                q.isBlank() ? null : q.strip(), Listing.filter(RfqState.class, "state", state), cursor, Listing.size(limit)));
        return new Listing<>(page.requests(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "One request: lines, invited suppliers, quotations, comparison, awards, timeline; a supplier's with what is its own")
    @GetMapping("/api/v1/rfqs/{id}")
    ResponseEntity<RfqResource> rfq(@PathVariable UUID id) {
        RfqStory.Story story = NotFound.orElse404(stories.find(id));
        return Versions.tagged(story.rfq().version(), RfqResource.of(story));
    }

    @Operation(summary = "A new draft; the same content under the same number again is answered with what stands")
    @PostMapping("/api/v1/rfqs")
    ResponseEntity<RfqResource> create(@RequestBody RfqRequest request) {
        return made(requests.create(request.form()));
    }

    @Operation(summary = "Writes a draft anew, or amends a request that is open; needs If-Match")
    @PutMapping("/api/v1/rfqs/{id}")
    ResponseEntity<RfqResource> write(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody RfqRequest request) {
        return done(id, requests.write(id, request.form(), Versions.expected(ifMatch)));
    }

    @Operation(summary = "Sends a draft to its suppliers; needs If-Match")
    @PostMapping("/api/v1/rfqs/{id}/publication")
    ResponseEntity<RfqResource> publish(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return done(id, requests.publish(id, Versions.expected(ifMatch)));
    }

    /** @param deadline later than the one before */
    record Extension(@Nullable OffsetDateTime deadline) {}

    @Operation(summary = "Gives the suppliers more time; needs If-Match")
    @PostMapping("/api/v1/rfqs/{id}/deadline")
    ResponseEntity<RfqResource> extend(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Extension extension) {
        return done(id, requests.extend(id, required(extension.deadline()), Versions.expected(ifMatch)));
    }

    @Operation(summary = "Ends the bidding early, once every supplier has quoted or declined; needs If-Match")
    @PostMapping("/api/v1/rfqs/{id}/closure")
    ResponseEntity<RfqResource> close(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return done(id, requests.close(id, Versions.expected(ifMatch)));
    }

    record Round(@Nullable OffsetDateTime deadline, @Nullable Set<UUID> suppliers) {}

    @Operation(summary = "Starts a further round with some of those who have quoted; needs If-Match")
    @PostMapping("/api/v1/rfqs/{id}/rounds")
    ResponseEntity<RfqResource> startRound(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Round round) {
        return done(id, requests.startRound(id, required(round.deadline()), chosen(round.suppliers()), Versions.expected(ifMatch)));
    }

    private static Set<UUID> chosen(@Nullable Set<UUID> suppliers) {
        if (suppliers != null && suppliers.stream().anyMatch(Objects::isNull)) {
            throw RfqRequest.invalid("suppliers");
        }
        return suppliers == null ? Set.of() : suppliers;
    }

    record Reason(@Nullable String reason) {}

    @Operation(summary = "Cancels a request; needs If-Match and a reason")
    @PostMapping("/api/v1/rfqs/{id}/cancellation")
    ResponseEntity<RfqResource> cancel(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        return done(id, requests.cancel(id, reason.reason(), Versions.expected(ifMatch)));
    }

    @Operation(summary = "A new draft with the content of a request that has ended")
    @PostMapping("/api/v1/rfqs/{id}/copy")
    ResponseEntity<RfqResource> duplicate(@PathVariable UUID id) {
        return made(requests.duplicate(id));
    }

    record Answer(@Nullable String answer) {}

    @Operation(summary = "Answers a question, for every invited supplier to read; needs If-Match")
    @PostMapping("/api/v1/rfqs/{id}/questions/{question}/answer")
    ResponseEntity<RfqResource> answer(
            @PathVariable UUID id, @PathVariable UUID question, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Answer answer) {
        return done(id, requests.answer(id, question, Objects.requireNonNullElse(answer.answer(), ""), Versions.expected(ifMatch)));
    }

    record Awards(@Nullable List<Award> awards) {}

    @Operation(summary = "Awards lines, or parts of them, to suppliers, and places the orders; needs If-Match")
    @PostMapping("/api/v1/rfqs/{id}/award")
    ResponseEntity<RfqResource> award(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Awards awards) {
        List<Award> named = awards.awards() == null ? List.of() : awards.awards();
        if (named.stream().anyMatch(award -> award == null || award.lineNumber() == null || award.supplier() == null)) {
            throw RfqRequest.invalid("awards");
        }
        return done(id, requests.award(id, named, Versions.expected(ifMatch)));
    }

    @Operation(summary = "The supplier declines to quote; needs a reason")
    @PostMapping("/api/v1/rfqs/{id}/decline")
    ResponseEntity<RfqResource> decline(@PathVariable UUID id, @RequestBody Reason reason) {
        return done(id, requests.decline(id, reason.reason()));
    }

    record Question(@Nullable String lineNumber, @Nullable String question) {}

    @Operation(summary = "The supplier asks the buyer; the answer goes to every invited supplier, without who asked")
    @PostMapping("/api/v1/rfqs/{id}/questions")
    ResponseEntity<RfqResource> ask(@PathVariable UUID id, @RequestBody Question question) {
        return done(id, requests.ask(id, question.lineNumber(), Objects.requireNonNullElse(question.question(), "")));
    }

    private static OffsetDateTime required(@Nullable OffsetDateTime deadline) {
        if (deadline == null) {
            throw RfqRequest.invalid("deadline");
        }
        return deadline;
    }

    private ResponseEntity<RfqResource> done(UUID id, CommandResult result) {
        Commands.require(result);
        return rfq(id);
    }

    private ResponseEntity<RfqResource> made(CommandResult result) {
        Commands.require(result);
        boolean fresh = result instanceof CommandResult.Done;
        UUID id = result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id();
        ResponseEntity<RfqResource> read = rfq(id);
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).headers(read.getHeaders()).header(HttpHeaders.LOCATION, "/api/v1/rfqs/" + id).body(read.getBody());
    }
}
