package io.tradelane.trading.inventory;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sales as they were reported, written a report at a time. */
@Repository
class SalesRepository {
    private final JdbcClient jdbc;

    SalesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            Place place, Item item, LocalDate start, LocalDate end, BigDecimal sold, @Nullable BigDecimal returned, @Nullable BigDecimal stock, String unit,
            @Nullable Money revenue) {}

    /** Takes away what was reported earlier of the places, articles and periods, in whatever unit and currency. */
    void clear(Reporter reporter, List<Row> rows, LocalDate reportedOn) {
        statement("""
                        delete from sales_figure f
                         using unnest(cast(:locations as text[]), cast(:items as text[]), cast(:starts as date[]), cast(:ends as date[])) as s (location, item, first_day, last_day)
                         where f.organisation_id = :organisation and f.counterparty_id is not distinct from cast(:partner as uuid)
                           and f.location = s.location and f.item = s.item and f.period_start = s.first_day and f.period_end = s.last_day
                           and f.reported_on < :reportedOn
                        """, reporter, rows, reportedOn).update();
    }

    /** Adds those of which no later report stands. @param rows each place, article, period, unit and currency once @return how many stand as they say */
    int insert(Reporter reporter, List<Row> rows, String report, LocalDate reportedOn) {
        return statement("""
                        insert into sales_figure (id, organisation_id, counterparty_id, location, item, gtin, buyer_article, supplier_article, description,
                            period_start, period_end, sold, returned, stock, unit, revenue, currency, reported_on, report, message_id)
                        select s.id, :organisation, cast(:partner as uuid), s.location, s.item, s.gtin, s.buyer, s.supplier, s.description,
                               s.first_day, s.last_day, s.sold, s.returned, s.stock, s.unit, s.revenue, s.currency, :reportedOn, :report, cast(:message as uuid)
                          from unnest(cast(:ids as uuid[]), cast(:locations as text[]), cast(:items as text[]), cast(:gtins as text[]), cast(:buyers as text[]),
                                      cast(:suppliers as text[]), cast(:descriptions as text[]), cast(:starts as date[]), cast(:ends as date[]),
                                      cast(:sold as numeric[]), cast(:returned as numeric[]), cast(:stocks as numeric[]), cast(:units as text[]),
                                      cast(:revenues as numeric[]), cast(:currencies as text[]))
                               as s (id, location, item, gtin, buyer, supplier, description, first_day, last_day, sold, returned, stock, unit, revenue, currency)
                         where not exists (select from sales_figure l
                                where l.organisation_id = :organisation and l.counterparty_id is not distinct from cast(:partner as uuid)
                                  and l.location = s.location and l.item = s.item and l.period_start = s.first_day and l.period_end = s.last_day
                                  and l.reported_on > :reportedOn)
                        on conflict (organisation_id, counterparty_id, location, item, period_start, period_end, unit, currency) do update
                           set sold = excluded.sold, returned = excluded.returned, stock = excluded.stock, revenue = excluded.revenue,
                               reported_on = excluded.reported_on, report = excluded.report, message_id = excluded.message_id
                        """, reporter, rows, reportedOn)
                .param("report", report)
                .param("message", reporter.message())
                .param("ids", StockRepository.column(rows, row -> Ids.next()))
                .param("gtins", StockRepository.column(rows, row -> row.item().gtin()))
                .param("buyers", StockRepository.column(rows, row -> row.item().buyerArticle()))
                .param("suppliers", StockRepository.column(rows, row -> row.item().supplierArticle()))
                .param("descriptions", StockRepository.column(rows, row -> row.item().description()))
                .param("sold", StockRepository.column(rows, Row::sold))
                .param("returned", StockRepository.column(rows, Row::returned))
                .param("stocks", StockRepository.column(rows, Row::stock))
                .param("units", StockRepository.column(rows, Row::unit))
                .param("revenues", StockRepository.column(rows, row -> row.revenue() == null ? null : row.revenue().amount()))
                .param("currencies", StockRepository.column(rows, row -> row.revenue() == null ? null : row.revenue().currency()))
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, Reporter reporter, List<Row> rows, LocalDate reportedOn) {
        return jdbc.sql(sql)
                .param("organisation", reporter.organisation())
                .param("partner", reporter.partner())
                .param("reportedOn", reportedOn)
                .param("locations", StockRepository.column(rows, row -> row.place().location()))
                .param("items", StockRepository.column(rows, row -> row.place().item()))
                .param("starts", StockRepository.column(rows, Row::start))
                .param("ends", StockRepository.column(rows, Row::end));
    }

    List<SalesFigure> list() {
        return jdbc.sql("""
                        select f.*, o.name from sales_figure f join organisation o on o.id = f.organisation_id
                        order by f.period_end desc, o.name, f.location, f.item, f.currency limit 1000
                        """)
                .query((row, n) -> new SalesFigure(row.getString("name"), row.getString("location"), row.getString("gtin"), row.getString("buyer_article"),
                        row.getString("supplier_article"), row.getString("description"), row.getObject("period_start", LocalDate.class),
                        row.getObject("period_end", LocalDate.class), row.getBigDecimal("sold").stripTrailingZeros(), plain(row.getBigDecimal("returned")),
                        plain(row.getBigDecimal("stock")), row.getString("unit"),
                        row.getBigDecimal("revenue") == null ? null : new Money(row.getBigDecimal("revenue"), row.getString("currency")).rounded(),
                        row.getObject("message_id", UUID.class)))
                .list();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
