package io.tradelane.trading.inventory;

import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stock as it was reported, written a report at a time. */
@Repository
class StockRepository {
    private final JdbcClient jdbc;

    StockRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Place place, Item item, Kind kind, BigDecimal quantity, String unit, OffsetDateTime asOf) {}

    /** Takes away what is older of the places and articles reported. */
    void clear(Reporter reporter, List<Row> rows) {
        statement("""
                        delete from stock_level l using unnest(cast(:locations as text[]), cast(:items as text[]), cast(:asOf as timestamptz[])) as s (location, item, as_of)
                         where l.organisation_id = :organisation and l.counterparty_id is not distinct from cast(:partner as uuid)
                           and l.location = s.location and l.item = s.item and l.as_of < s.as_of
                        """, reporter, rows).update();
    }

    /** Adds those of which nothing as new stands. @return how many */
    int insert(Reporter reporter, List<Row> rows, String report) {
        return statement("""
                        insert into stock_level (id, organisation_id, counterparty_id, location, item, gtin, buyer_article, supplier_article, description,
                            kind, quantity, unit, as_of, report, message_id)
                        select s.id, :organisation, cast(:partner as uuid), s.location, s.item, s.gtin, s.buyer, s.supplier, s.description,
                               s.kind, s.quantity, s.unit, s.as_of, :report, cast(:message as uuid)
                          from unnest(cast(:ids as uuid[]), cast(:locations as text[]), cast(:items as text[]), cast(:gtins as text[]), cast(:buyers as text[]),
                                      cast(:suppliers as text[]), cast(:descriptions as text[]), cast(:kinds as text[]), cast(:quantities as numeric[]),
                                      cast(:units as text[]), cast(:asOf as timestamptz[]))
                               as s (id, location, item, gtin, buyer, supplier, description, kind, quantity, unit, as_of)
                         where not exists (select from stock_level l
                                where l.organisation_id = :organisation and l.counterparty_id is not distinct from cast(:partner as uuid)
                                  and l.location = s.location and l.item = s.item and l.as_of >= s.as_of)
                        on conflict do nothing
                        """, reporter, rows)
                .param("report", report)
                .param("message", reporter.message())
                .param("ids", column(rows, row -> Ids.next()))
                .param("gtins", column(rows, row -> row.item().gtin()))
                .param("buyers", column(rows, row -> row.item().buyerArticle()))
                .param("suppliers", column(rows, row -> row.item().supplierArticle()))
                .param("descriptions", column(rows, row -> row.item().description()))
                .param("kinds", column(rows, Row::kind))
                .param("quantities", column(rows, row -> row.quantity().toPlainString()))
                .param("units", column(rows, Row::unit))
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, Reporter reporter, List<Row> rows) {
        return jdbc.sql(sql)
                .param("organisation", reporter.organisation())
                .param("partner", reporter.partner())
                .param("locations", column(rows, row -> row.place().location()))
                .param("items", column(rows, row -> row.place().item()))
                .param("asOf", column(rows, Row::asOf));
    }

    List<StockLevel> list() {
        return jdbc.sql("""
                        select l.*, o.name from stock_level l join organisation o on o.id = l.organisation_id
                        order by o.name, l.location, l.item, l.kind limit 1000
                        """)
                .query((row, n) -> new StockLevel(row.getString("name"), row.getString("location"), row.getString("gtin"), row.getString("buyer_article"),
                        row.getString("supplier_article"), row.getString("description"), Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("quantity").stripTrailingZeros(), row.getString("unit"),
                        row.getObject("as_of", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC), row.getObject("message_id", UUID.class)))
                .list();
    }

    static <T> String[] column(List<T> rows, Function<T, @Nullable Object> field) {
        return rows.stream().map(field).map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }
}
