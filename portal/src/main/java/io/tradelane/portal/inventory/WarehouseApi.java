package io.tradelane.portal.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.inventory.StockCounts;
import io.tradelane.trading.inventory.StockFilter;
import io.tradelane.trading.inventory.StockForms;
import io.tradelane.trading.inventory.StockItemView;
import io.tradelane.trading.inventory.StockItemView.Movement;
import io.tradelane.trading.inventory.StockResult;
import io.tradelane.trading.inventory.StockRow;
import io.tradelane.trading.inventory.Stocks;
import io.tradelane.trading.inventory.Warehouse;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A company's own stock in JSON. */
@ApiController
@Tag(name = "Stock and sales")
class WarehouseApi {
    private final Stocks stocks;
    private final StockCounts counts;
    private final Warehouses warehouses;

    WarehouseApi(Stocks stocks, StockCounts counts, Warehouses warehouses) {
        this.stocks = stocks;
        this.counts = counts;
        this.warehouses = warehouses;
    }

    /** @param requestId the same one again books nothing more @param quantity of a count what is there, of a correction more or less, of a transfer what moves */
    record Booking(
            @Nullable UUID requestId, @Nullable UUID warehouse, @Nullable UUID to, @Nullable BigDecimal quantity, @Nullable OffsetDateTime at, @Nullable String note) {}

    record LevelsRequest(@Nullable UUID warehouse, @Nullable BigDecimal safety, @Nullable BigDecimal reorderPoint) {}

    record WarehouseRequest(@Nullable String code, @Nullable String name, @Nullable String gln, boolean main, boolean closed) {}

    /** @param warehouse code or GLN; absent: the main one */
    record CountLine(@Nullable String warehouse, @Nullable String number, @Nullable BigDecimal quantity, @Nullable String unit, @Nullable OffsetDateTime at) {}

    record CountList(@Nullable UUID requestId, @Nullable List<CountLine> lines) {}

    @Operation(summary = "What stands, by article and warehouse, 200 a page")
    @GetMapping("/api/v1/stock")
    Listing<StockRow> list(@RequestParam(defaultValue = "") String tab, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID warehouse, @RequestParam(defaultValue = "1") int page) {
        StockFilter.Tab chosen = Listing.filter(StockFilter.Tab.class, "tab", tab);
        int number = Math.clamp(page, 1, 100_000);
        List<StockRow> rows = stocks.list(Own.organisation(), new StockFilter(chosen == null ? StockFilter.Tab.ALL : chosen, q == null || q.isBlank() ? null : q.strip(),
                warehouse, number, 200)).rows();
        return new Listing<>(rows, rows.size() < 200 ? null : String.valueOf(number + 1));
    }

    @Operation(summary = "One article in all warehouses")
    @GetMapping("/api/v1/stock/{id}")
    StockItemView item(@PathVariable UUID id) {
        return NotFound.orElse404(stocks.find(Own.organisation(), id));
    }

    @Operation(summary = "What changed its stock, newest first, 100 at a time; before: the id of the last one read")
    @GetMapping("/api/v1/stock/{id}/movements")
    Listing<Movement> movements(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before) {
        item(id);
        List<Movement> movements = stocks.movements(Own.organisation(), id, before, 100);
        return new Listing<>(movements, movements.size() < 100 ? null : movements.getLast().id().toString());
    }

    @Operation(summary = "What was counted; what happened since is kept")
    @PostMapping("/api/v1/stock/{id}/counts")
    StockItemView count(@PathVariable UUID id, @RequestBody Booking said) {
        item(id);
        return done(id, stocks.count(Own.organisation(), new StockForms.Count(request(said), id, required(said.warehouse, "warehouse"), required(said.quantity, "quantity"),
                said.at == null ? null : said.at.toInstant(), said.note)));
    }

    @Operation(summary = "More or less than was booked, for a reason")
    @PostMapping("/api/v1/stock/{id}/corrections")
    StockItemView correct(@PathVariable UUID id, @RequestBody Booking said) {
        item(id);
        return done(id, stocks.correct(Own.organisation(), new StockForms.Correction(request(said), id, required(said.warehouse, "warehouse"),
                required(said.quantity, "quantity"), said.note)));
    }

    @Operation(summary = "From one warehouse to another")
    @PostMapping("/api/v1/stock/{id}/transfers")
    StockItemView transfer(@PathVariable UUID id, @RequestBody Booking said) {
        item(id);
        return done(id, stocks.transfer(Own.organisation(), new StockForms.Transfer(request(said), id, required(said.warehouse, "warehouse"), required(said.to, "to"),
                required(said.quantity, "quantity"), said.note)));
    }

    @Operation(summary = "What should always be there, and when to order more; needs If-Match with the row's version")
    @PutMapping("/api/v1/stock/{id}/levels")
    StockItemView levels(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody LevelsRequest said) {
        item(id);
        return done(id, stocks.levels(Own.organisation(), new StockForms.Levels(id, required(said.warehouse, "warehouse"), said.safety, said.reorderPoint,
                Versions.expected(ifMatch))));
    }

    @Operation(summary = "A list of what was counted; lines that are wrong are told, the others are booked")
    @PostMapping("/api/v1/stock-counts")
    StockCounts.Counted count(@RequestBody CountList said) {
        List<CountLine> lines = required(said.lines, "lines");
        if (lines.size() > StockCounts.MOST_LINES) {
            throw invalid("lines", "too-many");
        }
        List<StockForms.CountLine> read = new ArrayList<>();
        for (CountLine line : lines) {
            String at = "lines[" + read.size() + "]";
            BigDecimal quantity = required(line.quantity, at + ".quantity");
            if (quantity.signum() < 0) {
                throw invalid(at + ".quantity", "negative");
            }
            read.add(new StockForms.CountLine(read.size() + 1, line.warehouse, required(line.number, at + ".number"), quantity, line.unit, line.at == null ? null : line.at.toInstant()));
        }
        return counts.count(Own.organisation(), said.requestId == null ? Ids.next() : said.requestId, read);
    }

    @Operation(summary = "The company's warehouses, the main one first")
    @GetMapping("/api/v1/warehouses")
    Listing<Warehouse> warehouses() {
        return new Listing<>(warehouses.of(Own.organisation()), null);
    }

    @Operation(summary = "Another warehouse; the first one is the main one")
    @PostMapping("/api/v1/warehouses")
    ResponseEntity<Warehouse> add(@RequestBody WarehouseRequest said) {
        StockResult result = warehouses.add(Own.organisation(), form(said, required(said.code, "code")));
        Commands.require(Own.answer(result));
        Warehouse made = warehouse(((StockResult.Done) result).id());
        return ResponseEntity.created(URI.create("/api/v1/warehouses/" + made.id())).body(made);
    }

    @Operation(summary = "Renames, makes the main one, or closes; needs If-Match")
    @PutMapping("/api/v1/warehouses/{id}")
    ResponseEntity<Warehouse> change(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody WarehouseRequest said) {
        Commands.require(Own.answer(warehouses.change(Own.organisation(), id, form(said, warehouse(id).code()), Versions.expected(ifMatch))));
        Warehouse changed = warehouse(id);
        return Versions.tagged(changed.version(), changed);
    }

    private static Warehouses.Form form(WarehouseRequest said, String code) {
        return new Warehouses.Form(code, said.name, said.gln, said.main, said.closed);
    }

    private Warehouse warehouse(UUID id) {
        return NotFound.orElse404(warehouses.of(Own.organisation()).stream().filter(one -> one.id().equals(id)).findFirst());
    }

    private StockItemView done(UUID id, StockResult result) {
        Commands.require(Own.answer(result));
        return item(id);
    }

    private static UUID request(Booking said) {
        return said.requestId == null ? Ids.next() : said.requestId;
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw invalid(field, "required");
        }
        return value;
    }

    static Problem invalid(String field, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", field, "code", code)));
    }
}
