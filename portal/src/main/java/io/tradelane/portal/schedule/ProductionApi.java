package io.tradelane.portal.schedule;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.schedule.Production;
import io.tradelane.trading.schedule.ProductionLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Production in JSON: what a supplier's planning system says of an order, line by line and step by step. */
@ApiController
@Tag(name = "Purchase orders")
class ProductionApi {
    private final Production production;

    ProductionApi(Production production) {
        this.production = production;
    }

    record Milestones(@Nullable List<Production.Said> milestones) {}

    @Operation(summary = "How far the lines of an order are in production, and whether they will be late")
    @GetMapping("/api/v1/purchase-orders/{id}/production")
    Listing<ProductionLine> lines(@PathVariable UUID id) {
        return new Listing<>(NotFound.orElse404(production.of(id)), null);
    }

    @Operation(summary = "Planned and actual days of steps; what is not named stays. Later than planned, or moved back, needs a reason; for the order's supplier")
    @PutMapping("/api/v1/purchase-orders/{id}/production")
    Listing<ProductionLine> report(@PathVariable UUID id, @RequestBody Milestones said) {
        lines(id);
        if (said.milestones == null || said.milestones.stream().anyMatch(one -> one == null || one.orderLine() == null || one.step() == null)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", "milestones", "code", "required")));
        }
        Commands.require(production.report(id, said.milestones));
        return lines(id);
    }
}
