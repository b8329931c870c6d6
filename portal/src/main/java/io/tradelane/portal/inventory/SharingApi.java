package io.tradelane.portal.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.trading.catalogue.SharedStock.Mode;
import io.tradelane.trading.inventory.SharedStockRow;
import io.tradelane.trading.inventory.StockShare;
import io.tradelane.trading.inventory.StockSharing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Shared stock in JSON. */
@ApiController
@Tag(name = "Stock and sales")
class SharingApi {
    private final StockSharing sharing;

    SharingApi(StockSharing sharing) {
        this.sharing = sharing;
    }

    /** @param buyer absent: every one @param article the supplier's number, absent: all */
    record Share(@Nullable UUID buyer, @Nullable String article, @Nullable Mode mode) {}

    @Operation(summary = "What suppliers show the caller of their stock, what it buys first; at most 200")
    @GetMapping("/api/v1/shared-stock")
    Listing<SharedStockRow> seen(@RequestParam(required = false) @Nullable String q) {
        return new Listing<>(sharing.seenBy(Own.organisation(), q == null || q.isBlank() ? null : q.strip()), null);
    }

    @Operation(summary = "Who sees how much of the caller's stock")
    @GetMapping("/api/v1/stock-shares")
    Listing<StockShare> shares() {
        return new Listing<>(sharing.of(Own.organisation()), null);
    }

    @Operation(summary = "Lets a buyer, or all, see the stock of an article, or of all: NONE, YES_NO, BAND or EXACT")
    @PutMapping("/api/v1/stock-shares")
    Listing<StockShare> set(@RequestBody Share said) {
        Commands.require(Own.answer(sharing.set(Own.organisation(), said.buyer, said.article == null || said.article.isBlank() ? null : said.article.strip(),
                WarehouseApi.required(said.mode, "mode"))));
        return shares();
    }

    @Operation(summary = "Takes a share back")
    @DeleteMapping("/api/v1/stock-shares/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        Commands.require(Own.answer(sharing.remove(Own.organisation(), id)));
    }
}
