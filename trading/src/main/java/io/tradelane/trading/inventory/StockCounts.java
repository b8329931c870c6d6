package io.tradelane.trading.inventory;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.inventory.StockForms.CountLine;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.UnitCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of what was counted: lines that are right are booked, the others are told with what is wrong in them. */
@Service
@Transactional
public class StockCounts {
    /** Lines that one list may have. */
    public static final int MOST_LINES = 5000;

    private final JdbcClient jdbc;
    private final Warehouses warehouses;
    private final StockItems items;
    private final StockLedger ledger;
    private final Journal journal;
    private final Clock clock;

    StockCounts(JdbcClient jdbc, Warehouses warehouses, StockItems items, StockLedger ledger, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.warehouses = warehouses;
        this.items = items;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param column {@code warehouse}, {@code number}, {@code quantity}, {@code unit}, {@code at} @param code {@code unknown}, {@code older-count} … */
    public record Wrong(int row, String column, String value, String code) {}

    /** @param counted movements that were made; 0 with {@code repeated}: this list was booked before */
    public record Counted(int counted, List<Wrong> wrong, boolean repeated) {}

    private record Known(String number, @Nullable String gtin, String unit) {}

    /** @param request the list's; the same one again counts nothing */
    public Counted count(UUID organisation, UUID request, List<CountLine> lines) {
        UUID main = warehouses.named(organisation, "").id();
        ledger.lock(List.of(organisation));
        if (jdbc.sql("select exists (select from stock_movement where request_id = :request)").param("request", request).query(Boolean.class).single()) {
            return new Counted(0, List.of(), true);
        }
        List<Wrong> wrong = new ArrayList<>();
        List<Known> known = known(organisation, lines);
        List<Warehouse> open = warehouses.of(organisation).stream().filter(one -> one.closedAt() == null).toList();
        Map<CountLine, StockItems.Said> said = new LinkedHashMap<>();
        Map<CountLine, UUID> places = new LinkedHashMap<>();
        for (CountLine line : lines) {
            Known article = known.stream().filter(one -> one.number.equals(line.number()) || line.number().equals(one.gtin)).findFirst().orElse(null);
            String unit = line.unit() != null ? line.unit() : article == null ? null : article.unit;
            UUID place = line.warehouse() == null ? main : open.stream().filter(one -> line.warehouse().equals(one.code()) || line.warehouse().equals(one.gln()))
                    .map(Warehouse::id).findFirst().orElse(null);
            if (place == null) {
                wrong.add(new Wrong(line.row(), "warehouse", String.valueOf(line.warehouse()), "unknown"));
            } else if (unit == null) {
                wrong.add(new Wrong(line.row(), "number", line.number(), "unknown"));
            } else if (!UnitCode.isKnown(unit)) {
                wrong.add(new Wrong(line.row(), "unit", unit, "unit"));
            } else {
                places.put(line, place);
                said.put(line, new StockItems.Said(null, article == null ? line.number() : article.number, null, null, unit));
            }
        }
        int counted = book(organisation, request, said, places, wrong);
        if (counted > 0) {
            journal.record(new Entry(Stocks.ENTITY, request, null, "LIST_COUNTED", null, null, null, Set.of(organisation), Map.of("lines", String.valueOf(counted))));
        }
        return new Counted(counted, wrong, false);
    }

    private int book(UUID organisation, UUID request, Map<CountLine, StockItems.Said> said, Map<CountLine, UUID> places, List<Wrong> wrong) {
        Map<StockItems.Said, UUID> known = said.isEmpty() ? Map.of() : items.resolve(organisation, true, said.values().stream().distinct().toList());
        Map<LedgerRepository.Key, Booking> counts = new LinkedHashMap<>();
        Map<LedgerRepository.Key, CountLine> from = new LinkedHashMap<>();
        Instant now = clock.instant();
        said.forEach((line, one) -> {
            Booking count = Booking.count(places.get(line), known.get(one), line.quantity(), line.at() == null ? now : line.at(), StockCause.of(StockCause.Kind.COUNT_FILE), null);
            if (counts.putIfAbsent(LedgerRepository.Key.of(count), count) != null) {
                wrong.add(new Wrong(line.row(), "number", line.number(), "twice"));
            } else {
                from.put(LedgerRepository.Key.of(count), line);
            }
        });
        counts.forEach((key, count) -> {
            boolean later = jdbc.sql("select exists (select from stock_balance where warehouse_id = :warehouse and item_id = :item and counted_at > :at)")
                    .param("warehouse", key.warehouse()).param("item", key.item()).param("at", SqlValues.at(count.at()))
                    .query(Boolean.class).single();
            if (later) {
                wrong.add(new Wrong(from.get(key).row(), "at", count.at().toString(), "older-count"));
            }
        });
        return ledger.book(organisation, List.copyOf(counts.values()), request);
    }

    private List<Known> known(UUID organisation, List<CountLine> lines) {
        return jdbc.sql("""
                        select number, gtin, unit from article where supplier_org_id = :organisation and (number = any(cast(:numbers as text[])) or gtin = any(cast(:numbers as text[])))
                        union all
                        select number, gtin, unit from stock_item where org_id = :organisation and (number = any(cast(:numbers as text[])) or gtin = any(cast(:numbers as text[])))
                        """)
                .param("organisation", organisation).param("numbers", StockRepository.column(lines, CountLine::number)).query(Known.class).list();
    }
}
