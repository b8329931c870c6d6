package io.tradelane.portal.despatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.despatch.TransportOrderStatus;
import io.tradelane.trading.despatch.TransportOrderView;
import io.tradelane.trading.despatch.TransportOrders;
import io.tradelane.trading.document.TransportResponseDocument.Decision;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.shared.Ids;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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

/** Transport orders in JSON: shippers ask, carriers answer. */
@ApiController
@Tag(name = "Transport orders")
class TransportOrdersApi {
    private final TransportOrders transports;

    TransportOrdersApi(TransportOrders transports) {
        this.transports = transports;
    }

    /** @param requestId the same one again asks for nothing more @param carrier an organisation */
    record TenderRequest(
            @Nullable UUID requestId, @Nullable UUID carrier, @Nullable OffsetDateTime pickUpAt, @Nullable OffsetDateTime deliverAt, @Nullable String note) {}

    /** @param reason required unless it is accepted */
    record AnswerRequest(@Nullable Decision decision, @Nullable String carrierReference, @Nullable String reason) {}

    @Operation(summary = "What carriers are asked to move, newest first, at most 200; with number, those of the shipper's or the carrier's number")
    @GetMapping("/api/v1/transport-orders")
    Listing<TransportOrderView> list(@RequestParam(required = false) @Nullable String number, @RequestParam(defaultValue = "") String status) {
        return new Listing<>(transports.list(number == null || number.isBlank() ? null : number.strip(),
                Listing.filter(TransportOrderStatus.class, "status", status)), null);
    }

    @Operation(summary = "One transport order")
    @GetMapping("/api/v1/transport-orders/{id}")
    ResponseEntity<TransportOrderView> order(@PathVariable UUID id) {
        TransportOrderView order = NotFound.orElse404(transports.find(id));
        return Versions.tagged(order.version(), order);
    }

    @Operation(summary = "Ask a carrier to move a shipment; for its supplier")
    @PostMapping("/api/v1/shipments/{id}/transport-orders")
    ResponseEntity<TransportOrderView> tender(@PathVariable UUID id, @RequestBody TenderRequest request) {
        UUID carrier = required(request.carrier, "carrier");
        CommandResult result = transports.tender(new TransportOrders.Tender(
                request.requestId == null ? Ids.next() : request.requestId, id, carrier, request.pickUpAt, request.deliverAt, request.note));
        Commands.require(result);
        UUID made = result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id();
        return ResponseEntity.created(URI.create("/api/v1/transport-orders/" + made)).body(NotFound.orElse404(transports.find(made)));
    }

    @Operation(summary = "The carrier accepts, declines, or would do it on conditions; needs If-Match")
    @PostMapping("/api/v1/transport-orders/{id}/response")
    ResponseEntity<TransportOrderView> answer(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody AnswerRequest request) {
        Decision decision = required(request.decision, "decision");
        Commands.require(transports.answer(id, new TransportOrders.Answer(decision, request.carrierReference, request.reason), Versions.expected(ifMatch)));
        return order(id);
    }

    @Operation(summary = "The shipper takes it back; needs If-Match")
    @PostMapping("/api/v1/transport-orders/{id}/cancellation")
    ResponseEntity<TransportOrderView> cancel(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Commands.require(transports.cancel(id, Versions.expected(ifMatch)));
        return order(id);
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    List.of(Map.of("pointer", field, "code", "required")));
        }
        return value;
    }
}
