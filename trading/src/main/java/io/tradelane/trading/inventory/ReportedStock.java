package io.tradelane.trading.inventory;

import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.inventory.StockRepository.Row;
import io.tradelane.trading.partner.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a company reports of its own stock is a count of it: what is there ({@code ACTUAL}), else what is on hand. */
@Component
class ReportedStock {
    private final JdbcClient jdbc;
    private final Warehouses warehouses;
    private final StockItems items;
    private final StockLedger ledger;

    ReportedStock(JdbcClient jdbc, Warehouses warehouses, StockItems items, StockLedger ledger) {
        this.jdbc = jdbc;
        this.warehouses = warehouses;
        this.items = items;
        this.ledger = ledger;
    }

    private record Key(Place place, String unit) {}

    /** @param rows of each place, article, kind and unit once */
    void count(InventoryReportDocument document, UUID organisation, @Nullable UUID message, List<Row> rows) {
        Map<Key, Row> counted = new LinkedHashMap<>();
        rows.stream().filter(row -> row.quantity().signum() >= 0 && (row.kind() == Kind.ACTUAL || row.kind() == Kind.ON_HAND))
                .forEach(row -> counted.merge(new Key(row.place(), row.unit()), row, (one, other) -> other.kind() == Kind.ACTUAL ? other : one));
        if (!counted.isEmpty()) {
            Tenancy.run(Tenancy.current().asHub(), () -> book(document, organisation, message, List.copyOf(counted.values())));
        }
    }

    private void book(InventoryReportDocument document, UUID organisation, @Nullable UUID message, List<Row> rows) {
        Map<String, UUID> places = new LinkedHashMap<>();
        rows.forEach(row -> places.computeIfAbsent(row.place().location(), place -> warehouses.named(organisation, place).id()));
        ledger.lock(List.of(organisation));
        boolean sells = jdbc.sql("select exists (select from article where supplier_org_id = :organisation)").param("organisation", organisation).query(Boolean.class).single();
        StockCause cause = new StockCause(StockCause.Kind.INVENTORY_REPORT, message, document.number(), message);
        List<Booking> counts = new ArrayList<>();
        Map<Row, StockItems.Said> said = new LinkedHashMap<>();
        rows.forEach(row -> said.put(row, said(row.item(), row.unit(), sells)));
        Map<StockItems.Said, UUID> known = items.resolve(organisation, sells, said.values().stream().distinct().toList());
        said.forEach((row, one) -> {
            if (known.containsKey(one)) {
                Instant at = row.asOf().toInstant();
                counts.add(Booking.count(places.get(row.place().location()), known.get(one), row.quantity(), at, cause, null));
            }
        });
        ledger.book(organisation, counts);
    }

    /** In the reporter's own numbering. */
    private static StockItems.Said said(Item item, String unit, boolean sells) {
        String first = sells ? item.supplierArticle() : item.buyerArticle();
        String other = sells ? item.buyerArticle() : item.supplierArticle();
        return new StockItems.Said(null, first != null ? first : item.gtin() != null ? item.gtin() : other, item.gtin(), item.description(), unit);
    }
}
