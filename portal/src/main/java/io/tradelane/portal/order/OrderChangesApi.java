package io.tradelane.portal.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.trading.cart.ApprovedChanges;
import io.tradelane.trading.cart.ApprovedChanges.Decided;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.ChangeForm;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** The buyer's changes of an order in JSON: its own, and its decision on the supplier's. 202 with the approval that is asked for where the order gets dearer than the rules let pass. */
@ApiController
@Tag(name = "Purchase orders")
class OrderChangesApi {
    private final PurchaseOrders orders;
    private final ApprovedChanges changes;
    private final OrderStory stories;

    OrderChangesApi(PurchaseOrders orders, ApprovedChanges changes, OrderStory stories) {
        this.orders = orders;
        this.changes = changes;
        this.stories = stories;
    }

    enum Action {
        ADD,
        CHANGE,
        DELETE
    }

    /**
     * @param lineNumber of a line that is there
     * @param article with {@code ADD}: the supplier's number, the buyer's, or a GTIN
     * @param quantity absent values stay as they are
     * @param price in the order's currency, for the basis of the line's price
     */
    record Line(
            @Nullable Action action, @Nullable String lineNumber, @Nullable String article, @Nullable BigDecimal quantity, @Nullable BigDecimal price, @Nullable LocalDate delivery) {

        ChangeForm.Line wanted() {
            String number = lineNumber == null ? "" : lineNumber;
            return switch (action == null ? Action.CHANGE : action) {
                case ADD -> new ChangeForm.Add(article == null ? "" : article, quantity, price, delivery);
                case CHANGE -> new ChangeForm.Change(number, quantity, price, delivery);
                case DELETE -> new ChangeForm.Delete(number);
            };
        }
    }

    /** @param reason needed where a line is deleted @param lines the others stay as they are */
    record Change(@Nullable CancelReason reason, @Nullable String note, @Nullable List<Line> lines) {}

    /** @param lines by number; absent: all that is not despatched */
    record Cancellation(@Nullable CancelReason reason, @Nullable String note, @Nullable List<String> lines) {}

    /** @param reason required to refuse */
    record Decision(boolean accept, @Nullable String reason) {}

    record Asked(UUID approval, Map<String, String> links) {}

    @Operation(summary = "The buyer changes an issued or confirmed order: quantity, price, day, lines added and deleted; needs If-Match")
    @PostMapping("/api/v1/purchase-orders/{id}/changes")
    ResponseEntity<?> change(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Change change) {
        int version = expected(id, ifMatch);
        List<ChangeForm.Line> lines = change.lines() == null ? List.of() : change.lines().stream().filter(Objects::nonNull).map(Line::wanted).toList();
        return done(id, version, changes.change(id, new ChangeForm(false, change.reason(), change.note(), lines), version));
    }

    @Operation(summary = "The buyer cancels an order or lines of it: at once before the supplier reacted, else as a request; needs If-Match")
    @PostMapping("/api/v1/purchase-orders/{id}/cancellation")
    ResponseEntity<?> cancel(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Cancellation wanted) {
        int version = expected(id, ifMatch);
        List<ChangeForm.Line> lines = wanted.lines() == null ? List.of() : wanted.lines().stream().filter(Objects::nonNull).<ChangeForm.Line>map(ChangeForm.Delete::new).toList();
        return done(id, version, changes.change(id, new ChangeForm(wanted.lines() == null, wanted.reason(), wanted.note(), lines), version));
    }

    @Operation(summary = "Takes back the buyer's own change that waits for approval")
    @PostMapping("/api/v1/purchase-orders/{id}/changes/recall")
    ResponseEntity<?> recall(@PathVariable UUID id) {
        Commands.require(changes.recall(id));
        return order(id);
    }

    @Operation(summary = "The buyer accepts or refuses the supplier's proposal; needs If-Match")
    @PostMapping("/api/v1/purchase-orders/{id}/change-decision")
    ResponseEntity<?> decide(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Decision decision) {
        int version = expected(id, ifMatch);
        return done(id, version, changes.decide(id, decision.accept(), decision.reason(), version));
    }

    /** Of what the caller buys; the version is asked for first. */
    private int expected(UUID id, @Nullable String ifMatch) {
        NotFound.orElse404(orders.find(id).filter(order -> Caller.current().isSelf(order.buyer().id())));
        return Versions.expected(ifMatch);
    }

    private ResponseEntity<?> done(UUID id, int version, Decided decided) {
        return switch (decided) {
            case Decided.Now now -> {
                if (now.result() instanceof CommandResult.StaleVersion stale) {
                    throw stale(id, version, stale.actual());
                }
                Commands.require(now.result());
                yield order(id);
            }
            case Decided.Waiting waiting -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Asked(waiting.request(),
                    Map.of("approval", "/api/v1/approvals/" + waiting.request(), "order", "/api/v1/purchase-orders/" + id)));
            case Decided.NobodyCan nobody -> throw new Problem(HttpStatus.CONFLICT, "no-eligible-approver", "Nobody could approve it: " + String.join(", ", nobody.reasons()) + ".");
        };
    }

    private Problem stale(UUID id, int version, int actual) {
        return new Problem(HttpStatus.CONFLICT, "stale-version", "It has changed; it is now at version " + actual + ". See errors for what was done since.",
                orders.changesSince(id, version).stream().map(entry -> {
                    Map<String, String> change = new LinkedHashMap<>(Map.of("at", entry.at().toString(), "actor", entry.actor(), "event", entry.event()));
                    entry.details().forEach((name, value) -> {
                        if (!name.equals("as") && !name.equals("rowVersion")) {
                            change.put(name, value);
                        }
                    });
                    return change;
                }).toList());
    }

    private ResponseEntity<OrderResource> order(UUID id) {
        OrderStory.Story story = NotFound.orElse404(stories.find(id));
        return Versions.tagged(story.order().version(), OrderResource.of(story));
    }
}
