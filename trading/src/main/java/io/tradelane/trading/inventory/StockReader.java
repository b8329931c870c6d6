package io.tradelane.trading.inventory;

import io.tradelane.trading.inventory.StockItemView.Movement;
import io.tradelane.trading.partner.SqlValues;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what stands and how it came about. */
@Repository
class StockReader {
    private static final String ROW = """
            select b.*, i.article_id, i.number, i.gtin, i.name_zh, i.name_en, i.unit, w.code, w.name as warehouse_name
              from stock_balance b join stock_item i on i.id = b.item_id join warehouse w on w.id = b.warehouse_id
            """;
    private static final String WANTED = """
             where b.org_id = :organisation and w.closed_at is null and (cast(:warehouse as uuid) is null or b.warehouse_id = cast(:warehouse as uuid))
               and (cast(:text as text) is null or position(lower(cast(:text as text)) in lower(concat_ws(' ', i.number, i.gtin, i.name_zh, i.name_en))) > 0)
            """;
    private static final String LOW = """
            (b.on_hand < 0 or b.on_hand - b.reserved < b.safety or b.on_hand - b.reserved + b.in_transit <= b.reorder_point)
            """;
    private final JdbcClient jdbc;

    StockReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StockPage list(UUID organisation, StockFilter filter) {
        List<StockRow> rows = asked(ROW + WANTED + " and " + condition(filter.tab()) + " order by i.number, i.unit, w.code limit :size offset :skip", organisation, filter)
                .param("size", filter.size()).param("skip", (filter.page() - 1) * filter.size()).query((row, n) -> row(row)).list();
        Map<StockFilter.Tab, Integer> counts = new EnumMap<>(StockFilter.Tab.class);
        asked("select count(*) as a, count(*) filter (where " + LOW + ") as l, count(*) filter (where b.reserved > 0) as r, count(*) filter (where b.in_transit > 0) as t"
                + " from stock_balance b join stock_item i on i.id = b.item_id join warehouse w on w.id = b.warehouse_id " + WANTED, organisation, filter)
                .query(row -> {
                    for (StockFilter.Tab tab : StockFilter.Tab.values()) {
                        counts.put(tab, row.getInt(tab.ordinal() + 1));
                    }
                });
        return new StockPage(rows, counts, check(organisation).orElse(null));
    }

    private JdbcClient.StatementSpec asked(String sql, UUID organisation, StockFilter filter) {
        return jdbc.sql(sql).param("organisation", organisation).param("warehouse", filter.warehouse()).param("text", filter.text());
    }

    private static String condition(StockFilter.Tab tab) {
        return switch (tab) {
            case ALL -> "true";
            case LOW -> LOW;
            case RESERVED -> "b.reserved > 0";
            case IN_TRANSIT -> "b.in_transit > 0";
        };
    }

    Optional<StockItemView> find(UUID organisation, UUID item) {
        List<StockRow> rows = jdbc.sql(ROW + " where b.org_id = :organisation and b.item_id = :item order by w.main desc, w.code")
                .param("organisation", organisation).param("item", item).query((row, n) -> row(row)).list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new StockItemView(item, rows));
    }

    /** Newest first. @param before of the last one shown */
    List<Movement> movements(UUID organisation, UUID item, @Nullable UUID before, int size) {
        return jdbc.sql("""
                        select m.*, w.code from stock_movement m join warehouse w on w.id = m.warehouse_id
                         where m.org_id = :organisation and m.item_id = :item and (cast(:before as uuid) is null or m.id < cast(:before as uuid))
                         order by m.id desc limit :size
                        """)
                .param("organisation", organisation).param("item", item).param("before", before).param("size", size)
                .query((row, n) -> new Movement(row.getObject("id", UUID.class), MovementKind.valueOf(row.getString("kind")), row.getObject("warehouse_id", UUID.class),
                        row.getString("code"), plain(row, "on_hand"), plain(row, "reserved"), plain(row, "in_transit"), plain(row, "left_on_hand"),
                        SqlValues.instant(row, "happened_at"), SqlValues.instant(row, "booked_at"),
                        new StockCause(StockCause.Kind.valueOf(row.getString("cause")), row.getObject("cause_id", UUID.class), row.getString("cause_number"),
                                row.getObject("message_id", UUID.class)),
                        row.getString("note"), row.getString("actor"), row.getString("source")))
                .list();
    }

    Optional<StockPage.Check> check(UUID organisation) {
        return jdbc.sql("select * from stock_check where org_id = :organisation").param("organisation", organisation)
                .query((row, n) -> new StockPage.Check(SqlValues.instant(row, "checked_at"), row.getInt("balances"), row.getInt("wrong"))).optional();
    }

    private static StockRow row(ResultSet row) throws SQLException {
        return new StockRow(row.getObject("item_id", UUID.class), row.getObject("warehouse_id", UUID.class), row.getString("code"), row.getString("warehouse_name"),
                row.getObject("article_id", UUID.class), row.getString("number"), row.getString("gtin"), row.getString("name_zh"), row.getString("name_en"),
                row.getString("unit"), plain(row, "on_hand"), plain(row, "reserved"), plain(row, "in_transit"), plainOrNull(row, "safety"),
                plainOrNull(row, "reorder_point"), SqlValues.instantOrNull(row, "counted_at"), SqlValues.instantOrNull(row, "moved_at"), row.getInt("version"));
    }

    static BigDecimal plain(ResultSet row, String column) throws SQLException {
        BigDecimal stripped = row.getBigDecimal(column).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable BigDecimal plainOrNull(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column) == null ? null : plain(row, column);
    }
}
