package io.tradelane.portal.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.trading.inventory.SalesFigure;
import io.tradelane.trading.inventory.StockLevel;
import io.tradelane.trading.inventory.StockReports;
import org.springframework.web.bind.annotation.GetMapping;

/** Stock and sales in JSON. */
@ApiController
@Tag(name = "Stock and sales")
class StockApi {
    private final StockReports reports;

    StockApi(StockReports reports) {
        this.reports = reports;
    }

    @Operation(summary = "Stock as it was reported last, by company, place and article")
    @GetMapping("/api/v1/stock-levels")
    Listing<StockLevel> stock() {
        return new Listing<>(reports.stock(), null);
    }

    @Operation(summary = "Sales as they were reported last, the latest periods first")
    @GetMapping("/api/v1/sales-figures")
    Listing<SalesFigure> sales() {
        return new Listing<>(reports.sales(), null);
    }
}
