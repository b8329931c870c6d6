package io.tradelane.portal.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.DeliveryCalendar;
import io.tradelane.trading.order.DueDelivery;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderPage;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
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

/** Purchase orders in JSON. */
@ApiController
@Tag(name = "Purchase orders")
class OrdersApi {
    private final PurchaseOrders orders;
    private final OrderStory stories;
    private final OrderPaper paper;
    private final ConfirmOrders confirmations;
    private final DeliveryCalendar calendar;

    OrdersApi(PurchaseOrders orders, OrderStory stories, OrderPaper paper, ConfirmOrders confirmations, DeliveryCalendar calendar) {
        this.calendar = calendar;
        this.paper = paper;
        this.confirmations = confirmations;
        this.orders = orders;
        this.stories = stories;
    }

    @Operation(summary = "Orders, newest first; with number, those of exactly that number in full")
    @GetMapping("/api/v1/purchase-orders")
    Listing<?> list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String agreement,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (number != null) {
            return new Listing<>(orders.byNumber(number.strip()).stream().map(order -> OrderResource.of(stories.of(order))).toList(), null);
        }
        OrderPage page = orders.list(new OrderFilter(Objects.requireNonNullElse(Listing.filter(OrderFilter.Tab.class, "tab", tab), OrderFilter.Tab.ALL), q.isBlank() ? null : q.strip(),
                null, null, Listing.filter(Agreement.class, "agreement", agreement), cursor, Listing.size(limit)));
        return new Listing<>(page.orders(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "One order: lines, five statuses, what followed, timeline with links to the messages")
    @GetMapping("/api/v1/purchase-orders/{id}")
    ResponseEntity<OrderResource> order(@PathVariable UUID id) {
        OrderStory.Story story = NotFound.orElse404(stories.find(id));
        return Versions.tagged(story.order().version(), OrderResource.of(story));
    }

    @Operation(summary = "The order as a PDF to print, in Chinese and English")
    @GetMapping("/api/v1/purchase-orders/{id}/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        return OrderFiles.file(NotFound.orElse404(orders.find(id)), paper);
    }

    @Operation(summary = "What is still to be delivered between two days, at most a year apart; at most 2,000 lines")
    @GetMapping("/api/v1/due-deliveries")
    Listing<DueDelivery> due(@RequestParam LocalDate from, @RequestParam LocalDate until) {
        if (until.isAfter(from.plusYears(1)) || until.isBefore(from)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "parameter", "until is from the day of from to a year after it.");
        }
        return new Listing<>(calendar.between(from, until), null);
    }

    /** @param orders up to 100 */
    record Confirmation(@Nullable List<ConfirmOrders.One> orders) {}

    @Operation(summary = "Confirms several orders as they are, each on its own: what became of each")
    @PostMapping("/api/v1/purchase-orders/confirmations")
    Listing<ConfirmOrders.Outcome> confirm(@RequestBody Confirmation confirmation) {
        List<ConfirmOrders.One> wanted = confirmation.orders() == null ? List.of() : confirmation.orders();
        if (wanted.isEmpty() || wanted.size() > ConfirmOrders.MOST || wanted.stream().anyMatch(one -> one == null || one.id() == null)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Name between 1 and " + ConfirmOrders.MOST + " orders.", List.of(Map.of("pointer", "orders", "code", "out-of-range")));
        }
        return new Listing<>(confirmations.confirm(wanted), null);
    }

    @Operation(summary = "The supplier's answer: accept all, accept with changes, or reject; needs If-Match")
    @PostMapping("/api/v1/purchase-orders/{id}/response")
    ResponseEntity<OrderResource> answer(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AnswerRequest request) {
        OrderView order = NotFound.orElse404(orders.find(id));
        if (!Caller.current().isSelf(order.supplier().id())) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-the-supplier", "Only the supplier answers an order.");
        }
        Commands.require(orders.answer(id, request.answer(order), Versions.expected(ifMatch)));
        return order(id);
    }

    /** @param reason required to refuse */
    record ChangeAnswer(boolean accept, @Nullable String reason) {}

    @Operation(summary = "The supplier's answer to the buyer's pending change or cancellation; needs If-Match")
    @PostMapping("/api/v1/purchase-orders/{id}/change-response")
    ResponseEntity<OrderResource> answerChange(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeAnswer answer) {
        Commands.require(orders.answerChange(id, answer.accept(), answer.reason(), Versions.expected(ifMatch)));
        return order(id);
    }
}
