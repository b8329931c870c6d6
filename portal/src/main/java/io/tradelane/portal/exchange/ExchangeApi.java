package io.tradelane.portal.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeFilter;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.exchange.Verdict;
import io.tradelane.trading.exchange.traffic.Holds;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was exchanged, in JSON. */
@ApiController
@Tag(name = "Exchange", description = "Interchanges and messages as they came in and went out")
class ExchangeApi {
    private static final int MESSAGES = 200;
    private final Interchanges interchanges;
    private final Tracker tracker;
    private final Timeline timeline;
    private final Holds holds;
    private final Formats formats;
    private final Sandboxes sandboxes;

    ExchangeApi(Interchanges interchanges, Tracker tracker, Timeline timeline, Holds holds, Formats formats, Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
        this.holds = holds;
        this.formats = formats;
        this.interchanges = interchanges;
        this.tracker = tracker;
        this.timeline = timeline;
    }

    /** @param document {@code {"type":"ORDER","document":{…}}}, null if it could not be read */
    record MessageResource(
            UUID id, UUID interchange, String direction, int index, String reference, String type, String version, @Nullable String association,
            @Nullable String documentNumber, List<String> businessKeys, String status, @Nullable Verdict verdict, Instant createdAt,
            @Nullable Instant decidedAt, @JsonRawValue String findings, @JsonRawValue @Nullable String document,
            List<TimelineResource> journey) {}

    @Operation(summary = "Interchanges, newest first")
    @GetMapping("/api/v1/interchanges")
    Listing<InterchangeResource> interchanges(
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new InterchangeFilter(Listing.filter(Direction.class, "direction", direction),
                Optional.ofNullable(Listing.filter(InterchangeStatus.class, "status", status)).map(Set::of).orElse(Set.of()), null);
        var page = interchanges.list(filter, cursor, Listing.size(limit));
        return new Listing<>(page.items().stream().map(each -> InterchangeResource.of(each, null, null, null, null)).toList(), page.next());
    }

    @Operation(summary = "One interchange with its messages, acknowledgements and tries to send")
    @GetMapping("/api/v1/interchanges/{id}")
    InterchangeResource interchange(@PathVariable UUID id) {
        return NotFound.orElse404(resource(id).or(() -> ofTwin(id)));
    }

    private Optional<InterchangeResource> resource(UUID id) {
        return interchanges.find(id).map(interchange -> InterchangeResource.of(interchange, interchanges.headings(id, -1, MESSAGES),
                interchanges.acknowledgements(id), interchanges.attempts(id), holds.of(interchange).orElse(null)));
    }

    /** A test that a company sent is its twin's; the company finds it all the same under the address that it was given. */
    private Optional<InterchangeResource> ofTwin(UUID id) {
        Actor actor = Tenancy.current();
        UUID company = actor.organisation();
        return company == null ? Optional.empty() : Tenancy.call(actor.asHub(), () -> sandboxes.twin(company)).flatMap(twin -> Tenancy.call(
                new Actor(actor.scope(), twin, actor.user(), actor.name(), actor.source(), actor.as()), () -> resource(id)));
    }

    @Operation(summary = "The bytes as they were sent")
    @GetMapping("/api/v1/interchanges/{id}/payload")
    ResponseEntity<InputStreamResource> payload(@PathVariable UUID id) {
        return Download.of(NotFound.orElse404(interchanges.find(id)), interchanges);
    }

    @Operation(summary = "One message: the document, what was found, and how it ended")
    @GetMapping("/api/v1/messages/{id}")
    MessageResource message(@PathVariable UUID id) {
        Message m = NotFound.orElse404(interchanges.message(id));
        return new MessageResource(m.id(), m.interchange(), m.direction().name(), m.index(), m.reference(), m.type(), m.version(), m.association(),
                m.documentNumber(), m.businessKeys(), m.status().name(), m.verdict(), m.createdAt(), m.decidedAt(), m.findings(),
                m.document() == null ? null : DocumentJson.write(m.document()),
                timeline.of(List.of(new Timeline.Subject("MESSAGE", id), new Timeline.Subject("INTERCHANGE", m.interchange()))).stream()
                        .map(TimelineResource::of).toList());
    }

    @Operation(summary = "Find any document by any number somebody may know of it, or a part of one: of order, invoice, despatch advice, article, SSCC, "
            + "payment, control reference, Message-ID, file; newest first")
    @GetMapping("/api/v1/search")
    Listing<DocumentHit> search(
            @RequestParam Map<String, String> words,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        DocumentQuery query = DocumentQuery.of(words);
        for (String word : List.of("direction", "type", "status", "partner", "from", "to")) {
            if (!words.getOrDefault(word, "").isBlank() && !query.words().containsKey(word)) {
                throw new Problem(HttpStatus.BAD_REQUEST, "parameter", word + " is none that is known.");
            }
        }
        var page = tracker.search(query.q(), query.filters(formats.zone()), cursor, Listing.size(limit));
        return new Listing<>(page.items(), page.next());
    }
}
