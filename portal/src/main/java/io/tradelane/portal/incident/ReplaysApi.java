package io.tradelane.portal.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.incident.Replay;
import io.tradelane.trading.incident.ReplayItem;
import io.tradelane.trading.incident.Replays;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Documents that are processed or sent once more, in JSON. */
@ApiController
@Tag(name = "Replays", description = "Having documents processed or sent once more; what it would bring about is tried first")
class ReplaysApi {
    private final Replays replays;
    private final ReplayWords words;

    ReplaysApi(Replays replays, ReplayWords words) {
        this.replays = replays;
        this.words = words;
    }

    /** @param preview what all that was tried would bring about @param sentence the same, in the language of {@code Accept-Language} */
    record ReplayResource(Replay replay, List<Consequence> preview, String sentence) {}

    @Operation(summary = "Ask for documents to be processed or sent once more; they are tried, and nothing is done before it is started")
    @PostMapping("/api/v1/replays")
    ResponseEntity<ReplayResource> ask(@RequestBody ReplayAsked asked) {
        Replay.Kind kind = asked.chosenKind();
        if (kind == null || !asked.reasonGiven() || !asked.sizesRight()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Give kind (read_again, send_again, write_anew) and a reason of at most 500 characters; limit up to "
                    + Replays.MOST + ", batch up to " + ReplayAsked.LARGEST_BATCH + ".");
        }
        UUID id = replays.ask(asked.ask(kind)).orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "nothing-to-replay", "Nothing that went this way is found."));
        return ResponseEntity.accepted().location(URI.create("/api/v1/replays/" + id)).body(resource(id));
    }

    @Operation(summary = "Replays, newest first")
    @GetMapping("/api/v1/replays")
    Listing<Replay> list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        var page = replays.list(cursor, Listing.size(limit));
        return new Listing<>(page.items(), page.next());
    }

    @Operation(summary = "One replay, how far it is and what it would bring about")
    @GetMapping("/api/v1/replays/{id}")
    ResponseEntity<ReplayResource> replay(@PathVariable UUID id) {
        ReplayResource found = resource(id);
        return Versions.tagged(found.replay.version(), found);
    }

    @Operation(summary = "Its transmissions, in order: what each would bring about and what became of it")
    @GetMapping("/api/v1/replays/{id}/items")
    Listing<ReplayItem> items(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "50") int limit) {
        NotFound.orElse404(replays.find(id));
        int size = Listing.size(limit);
        List<ReplayItem> items = replays.items(id, after, size + 1);
        return items.size() <= size ? new Listing<>(items, null) : new Listing<>(items.subList(0, size), Integer.toString(items.get(size - 1).position()));
    }

    @Operation(summary = "Start what was tried, or go on with what was stopped")
    @PostMapping("/api/v1/replays/{id}/start")
    ReplayResource start(@PathVariable UUID id) {
        NotFound.orElse404(replays.find(id));
        return moved(id, replays.start(id));
    }

    @Operation(summary = "Stop it; what is done stays, and it can go on later")
    @PostMapping("/api/v1/replays/{id}/stop")
    ReplayResource stop(@PathVariable UUID id) {
        NotFound.orElse404(replays.find(id));
        return moved(id, replays.stop(id));
    }

    @Operation(summary = "Give it up; what is done stays")
    @PostMapping("/api/v1/replays/{id}/abandonment")
    ReplayResource abandon(@PathVariable UUID id) {
        NotFound.orElse404(replays.find(id));
        return moved(id, replays.abandon(id));
    }

    private ReplayResource moved(UUID id, boolean done) {
        if (!done) {
            throw new Problem(HttpStatus.CONFLICT, "illegal-transition", "That is not possible in state " + NotFound.orElse404(replays.find(id)).status() + ".");
        }
        return resource(id);
    }

    private ReplayResource resource(UUID id) {
        List<Consequence> preview = replays.preview(id);
        return new ReplayResource(NotFound.orElse404(replays.find(id)), preview, words.sentence(preview));
    }
}
