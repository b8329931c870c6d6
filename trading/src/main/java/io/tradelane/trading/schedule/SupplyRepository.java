package io.tradelane.trading.schedule;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.Parties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was ordered, despatched and received of the articles of a schedule: one query, however many they are. */
@Repository
class SupplyRepository {
    private static final String LINE = "select w.n, w.order_number, w.since, l.id, l.order_id from ";
    private static final String OF_ORDER = LINE + "wanted w join purchase_order o on o.buyer_org_id = :buyer and o.supplier_org_id = :supplier"
            + " and o.number = w.order_number join po_line l on l.order_id = o.id and l.unit = w.unit and ";
    /** The line that is named; where only the order is, its lines of the article. */
    private static final String NAMED = OF_ORDER + "ltrim(l.line_number, '0') = ltrim(w.line_number, '0') union "
            + OF_ORDER + "w.line_number is null and l.article_id = w.article_id union "
            + OF_ORDER + "w.line_number is null and l.buyer_article = w.buyer_article union "
            + OF_ORDER + "w.line_number is null and l.supplier_article = w.supplier_article";
    private static final String UNNAMED = LINE + "wanted w join po_line l on l.buyer_org_id = :buyer and l.supplier_org_id = :supplier"
            + " and l.article_id = w.article_id and l.unit = w.unit where w.order_number is null";
    private static final String WANTED = """
            with wanted as (
              select * from unnest(cast(:ns as int[]), cast(:orders as text[]), cast(:lines as text[]), cast(:articles as uuid[]), cast(:buyers as text[]),
                                   cast(:suppliers as text[]), cast(:units as text[]), cast(:sinces as date[]))
                  as w (n, order_number, line_number, article_id, buyer_article, supplier_article, unit, since)),
            matched as (
            """;
    private static final String SUMS = """
            )
            select m.n, max(case when m.order_number is not null then m.order_id::text end) as order_id,
                   sum(case when l.state in ('REJECTED', 'CANCELLED') then 0 else coalesce(l.confirmed_quantity, l.quantity) end) as ordered,
                   sum(l.shipped_quantity) as shipped, sum(l.received_quantity) as received, sum(l.counted_quantity) as counted,
                   sum(case when m.since is null then l.shipped_quantity else
                         (select coalesce(sum(p.shipped_quantity), 0) from package_line p join shipment s on s.id = p.shipment_id
                           where p.po_line_id = l.id and p.unit = l.unit and coalesce(s.despatched_at, s.created_at) >= m.since) end) as shipped_since,
                   sum(case when m.since is null then l.received_quantity else
                         (select coalesce(sum(r.accepted_quantity), 0) from receipt_line r join goods_receipt g on g.id = r.receipt_id
                           where r.po_line_id = l.id and g.received_on >= m.since) end) as received_since
              from matched m join po_line l on l.id = m.id
             group by m.n
            """;
    private final JdbcClient jdbc;

    SupplyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what something is to be known. */
    record Wanted(
            @Nullable String orderNumber, @Nullable String orderLineNumber, @Nullable UUID article, Item item, String unit, @Nullable LocalDate since) {}

    /** By place in the list; those of which nothing is here are missing. */
    Map<Integer, Supply> of(Parties parties, List<Wanted> wanted) {
        Map<Integer, Supply> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        boolean unnamed = wanted.stream().anyMatch(line -> line.orderNumber() == null);
        jdbc.sql(WANTED + NAMED + (unnamed ? " union " + UNNAMED : "") + SUMS)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("ns", java.util.stream.IntStream.range(0, wanted.size()).mapToObj(String::valueOf).toArray(String[]::new))
                .param("orders", ScheduleRepository.column(wanted, Wanted::orderNumber))
                .param("lines", ScheduleRepository.column(wanted, Wanted::orderLineNumber))
                .param("articles", ScheduleRepository.column(wanted, Wanted::article))
                .param("buyers", ScheduleRepository.column(wanted, line -> line.item().buyerArticle()))
                .param("suppliers", ScheduleRepository.column(wanted, line -> line.item().supplierArticle()))
                .param("units", ScheduleRepository.column(wanted, Wanted::unit))
                .param("sinces", ScheduleRepository.column(wanted, Wanted::since))
                .query((row, n) -> found.put(row.getInt("n"), supply(row)))
                .list();
        return found;
    }

    private static Supply supply(ResultSet row) throws SQLException {
        String order = row.getString("order_id");
        return new Supply(order == null ? null : UUID.fromString(order), Figures.quantity(row.getBigDecimal("ordered")),
                Figures.quantity(row.getBigDecimal("shipped")), Figures.quantity(row.getBigDecimal("received")), Figures.quantity(row.getBigDecimal("counted")),
                Figures.quantity(row.getBigDecimal("shipped_since")), Figures.quantity(row.getBigDecimal("received_since")));
    }
}
