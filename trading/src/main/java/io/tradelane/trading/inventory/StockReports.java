package io.tradelane.trading.inventory;

import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of stock and of sales: each replaces what was reported before of the same place, article and period, if it is newer. */
@Service
@Transactional
public class StockReports {
    /** Entity type of a report in the journal; its id is that of the message. */
    public static final String ENTITY = "REPORT";

    private final StockRepository stock;
    private final SalesRepository sales;
    private final ReportedStock counts;
    private final Journal journal;

    StockReports(StockRepository stock, SalesRepository sales, ReportedStock counts, Journal journal) {
        this.counts = counts;
        this.stock = stock;
        this.sales = sales;
        this.journal = journal;
    }

    /**
     * Replaces the snapshot of each place and article that the report knows newer. Lines of one place and article, such as batches, count together. What is
     * there is a count of the reporter's warehouse.
     */
    public Taken apply(InventoryReportDocument document, Reporter reporter) {
        record Key(Place place, InventoryReportDocument.Kind kind, String unit) {}
        Map<Key, StockRepository.Row> rows = new LinkedHashMap<>();
        OffsetDateTime general = document.asOf() != null ? document.asOf() : document.issueDate().atStartOfDay().atOffset(ZoneOffset.UTC);
        for (InventoryReportDocument.Line line : document.lines()) {
            OffsetDateTime asOf = line.asOf() != null ? line.asOf() : general;
            Place.of(document, line.location(), line.item()).ifPresent(place -> line.stocks().forEach(said -> rows.merge(
                    new Key(place, said.kind(), said.quantity().unit()),
                    new StockRepository.Row(place, line.item(), said.kind(), said.quantity().value(), said.quantity().unit(), asOf),
                    (one, other) -> new StockRepository.Row(place, one.item(), one.kind(), one.quantity().add(other.quantity()), one.unit(),
                            one.asOf().isAfter(other.asOf()) ? one.asOf() : other.asOf()))));
        }
        List<StockRepository.Row> all = List.copyOf(rows.values());
        stock.clear(reporter, all);
        int written = stock.insert(reporter, all, document.number());
        counts.count(document, reporter.organisation(), reporter.message(), all);
        record(reporter, document.number(), written);
        return new Taken(written, all.size() - written);
    }

    /** Replaces the figures of each place, article and period. Lines of one, such as several tills, count together; what was taken in another currency is another figure. */
    public Taken apply(SalesReportDocument document, Reporter reporter) {
        record Key(Place place, LocalDate start, LocalDate end, String unit, @Nullable String currency) {}
        Map<Key, SalesRepository.Row> rows = new LinkedHashMap<>();
        for (SalesReportDocument.Line line : document.lines()) {
            LocalDate start = line.day() != null ? line.day() : document.periodStart();
            LocalDate end = line.day() != null ? line.day() : document.periodEnd();
            Item item = line.item();
            Place.of(document, line.location(), item).ifPresent(place -> rows.merge(
                    new Key(place, start, end, line.sold().unit(), line.revenue() == null ? null : line.revenue().currency()),
                    new SalesRepository.Row(place, item, start, end, line.sold().value(), line.returned() == null ? null : line.returned().value(),
                            line.stock() == null ? null : line.stock().value(), line.sold().unit(), line.revenue()),
                    (one, other) -> new SalesRepository.Row(place, item, start, end, one.sold().add(other.sold()), sum(one.returned(), other.returned()),
                            other.stock() != null ? other.stock() : one.stock(), one.unit(), sum(one.revenue(), other.revenue()))));
        }
        List<SalesRepository.Row> all = List.copyOf(rows.values());
        sales.clear(reporter, all, document.issueDate());
        int written = sales.insert(reporter, all, document.number(), document.issueDate());
        record(reporter, document.number(), written);
        return new Taken(written, all.size() - written);
    }

    /** What the caller may see, by company, place and article; at most 1000. */
    @Transactional(readOnly = true)
    public List<StockLevel> stock() {
        return stock.list();
    }

    /** What the caller may see, the latest periods first; at most 1000. */
    @Transactional(readOnly = true)
    public List<SalesFigure> sales() {
        return sales.list();
    }

    private void record(Reporter reporter, String number, int rows) {
        if (rows > 0 && reporter.message() != null) {
            Set<UUID> visible = reporter.partner() == null ? Set.of(reporter.organisation()) : Set.of(reporter.organisation(), reporter.partner());
            journal.record(new Entry(ENTITY, reporter.message(), null, "TAKEN", "TAKEN", reporter.interchange(), reporter.message(), visible,
                    Map.of("number", number, "lines", String.valueOf(rows))));
        }
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    private static @Nullable Money sum(@Nullable Money one, @Nullable Money other) {
        return one == null || other == null ? null : one.plus(other);
    }
}
