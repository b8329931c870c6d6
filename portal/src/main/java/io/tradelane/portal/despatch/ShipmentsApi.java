package io.tradelane.portal.despatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.Packing;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Shipments in JSON. */
@ApiController
@Tag(name = "Shipments")
class ShipmentsApi {
    private final DespatchAdvices advices;
    private final PurchaseOrders orders;

    ShipmentsApi(DespatchAdvices advices, PurchaseOrders orders) {
        this.orders = orders;
        this.advices = advices;
    }

    /** @param orderLine its id @param quantity above zero @param serials at most as many as there are pieces */
    record Content(@Nullable UUID orderLine, @Nullable BigDecimal quantity, @Nullable String batch, @Nullable LocalDate bestBefore, @Nullable List<String> serials) {}

    /** @param packageType UN/ECE Recommendation 21 @param pallet 1 to 99: those of one number stand on one pallet, which gets an SSCC too */
    record Unit(@Nullable String packageType, @Nullable List<Content> contents, @Nullable Integer pallet) {}

    /** @param requestId the same one again sends nothing more @param warehouse code or GLN; absent: the main one */
    record PackingRequest(
            @Nullable UUID requestId, @Nullable String carrierReference, @Nullable LocalDate estimatedArrival, @Nullable String warehouse, @Nullable List<Unit> packages) {}

    @Operation(summary = "A shipment with its packages; labels: the same address with /labels")
    @GetMapping("/api/v1/shipments/{id}")
    ShipmentView shipment(@PathVariable UUID id) {
        return NotFound.orElse404(advices.find(id));
    }

    @Operation(summary = "Packs and sends what is in the packages; each gets an SSCC, the buyer a despatch advice; for the order's supplier")
    @PostMapping("/api/v1/purchase-orders/{id}/shipments")
    ResponseEntity<ShipmentView> pack(@PathVariable UUID id, @RequestBody PackingRequest said) {
        NotFound.orElse404(orders.find(id));
        List<Packing.Unit> units = required(said.packages, "packages").stream().map(unit -> new Packing.Unit(unit.packageType, required(unit.contents, "contents").stream()
                .map(content -> new Packing.Content(required(content.orderLine, "orderLine"), required(content.quantity, "quantity"), content.batch, content.bestBefore,
                        content.serials == null ? List.of() : content.serials)).toList(), unit.pallet)).toList();
        CommandResult result = advices.pack(new Packing(said.requestId == null ? Ids.next() : said.requestId, id, said.carrierReference, said.estimatedArrival, said.warehouse, units));
        Commands.require(result);
        UUID made = result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id();
        return ResponseEntity.created(URI.create("/api/v1/shipments/" + made)).body(shipment(made));
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", field, "code", "required")));
        }
        return value;
    }
}
