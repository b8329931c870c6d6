package io.tradelane.trading.inventory;

import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes movements, and what stands after them. */
@Repository
class LedgerRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    LedgerRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Where, and of what. */
    record Key(UUID warehouse, UUID item) {
        static Key of(Booking booking) {
            return new Key(booking.warehouse(), booking.item());
        }
    }

    record Balance(BigDecimal onHand, BigDecimal reserved, BigDecimal inTransit, @Nullable Instant countedAt, @Nullable Instant movedAt) {
        Balance after(Line line) {
            Instant at = line.booking.at();
            return new Balance(line.left, reserved.add(line.reserved), inTransit.add(line.inTransit), line.booking.counted() == null ? countedAt : at,
                    movedAt == null || movedAt.isBefore(at) ? at : movedAt);
        }
    }

    /** A movement as it is written. @param left on hand after it */
    record Line(UUID id, Booking booking, BigDecimal onHand, BigDecimal reserved, BigDecimal inTransit, BigDecimal left) {}

    void lock(Collection<UUID> organisations) {
        jdbc.sql("select id from warehouse where org_id in (:organisations) and main order by org_id for update").param("organisations", organisations)
                .query(UUID.class).list();
    }

    /** What stands, begun with nothing where nothing stood. */
    Map<Key, Balance> open(UUID organisation, List<Key> keys) {
        jdbc.sql("""
                        insert into stock_balance (warehouse_id, item_id, org_id)
                        select s.warehouse, s.item, :organisation from unnest(cast(:warehouses as uuid[]), cast(:items as uuid[])) as s (warehouse, item)
                        on conflict do nothing
                        """)
                .param("organisation", organisation).params(columns(keys)).update();
        Map<Key, Balance> balances = new HashMap<>();
        jdbc.sql("""
                        select b.* from stock_balance b join unnest(cast(:warehouses as uuid[]), cast(:items as uuid[])) as s (warehouse, item)
                            on s.warehouse = b.warehouse_id and s.item = b.item_id for update of b
                        """)
                .params(columns(keys))
                .query(row -> {
                    balances.put(new Key(row.getObject("warehouse_id", UUID.class), row.getObject("item_id", UUID.class)),
                            new Balance(row.getBigDecimal("on_hand"), row.getBigDecimal("reserved"), row.getBigDecimal("in_transit"),
                                    SqlValues.instantOrNull(row, "counted_at"), SqlValues.instantOrNull(row, "moved_at")));
                });
        return balances;
    }

    /** By how much stock changed after it was counted. */
    Map<Key, BigDecimal> since(List<Booking> counts) {
        Map<Key, BigDecimal> since = new HashMap<>();
        if (!counts.isEmpty()) {
            jdbc.sql("""
                            select m.warehouse_id, m.item_id, sum(m.on_hand) from stock_movement m
                              join unnest(cast(:warehouses as uuid[]), cast(:items as uuid[]), cast(:at as timestamptz[])) as s (warehouse, item, at)
                                on m.warehouse_id = s.warehouse and m.item_id = s.item and m.happened_at > s.at
                             group by 1, 2
                            """)
                    .params(columns(counts.stream().map(Key::of).toList()))
                    .param("at", counts.stream().map(count -> count.at().toString()).toArray(String[]::new))
                    .query(row -> {
                        since.put(new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getBigDecimal(3));
                    });
        }
        return since;
    }

    List<StockLedger.Standing> standing(UUID organisation, Collection<UUID> causes) {
        return jdbc.sql("""
                        select cause_id as cause, cause_number as number, warehouse_id as warehouse, item_id as item, sum(reserved) as reserved, sum(in_transit) as in_transit from stock_movement
                         where org_id = :organisation and cause_id in (:causes) group by 1, 2, 3, 4 having sum(reserved) <> 0 or sum(in_transit) <> 0 order by min(booked_at), 1, 3, 4
                        """)
                .param("organisation", organisation).param("causes", causes).query(StockLedger.Standing.class).list();
    }

    void write(UUID organisation, List<Line> lines, Map<Key, Balance> balances, Tenancy.Actor who, @Nullable UUID request, Instant now) {
        batch.batchUpdate("""
                        insert into stock_movement (id, org_id, warehouse_id, item_id, kind, on_hand, reserved, in_transit, left_on_hand, happened_at, booked_at,
                            cause, cause_id, cause_number, message_id, note, request_id, actor, actor_user, source)
                        values (:id, :organisation, :warehouse, :item, :kind, :onHand, :reserved, :inTransit, :left, :at, :now,
                            :cause, :causeId, :causeNumber, :message, :note, :request, :actor, :user, :source)
                        """,
                lines.stream().map(line -> parameters(line)
                        .addValue("organisation", organisation).addValue("now", SqlValues.at(now)).addValue("request", request)
                        .addValue("actor", who.name()).addValue("user", who.user()).addValue("source", who.source().name())).toArray(SqlParameterSource[]::new));
        Set<Key> moved = new HashSet<>(lines.stream().map(line -> Key.of(line.booking())).toList());
        batch.batchUpdate("""
                        update stock_balance set on_hand = :onHand, reserved = :reserved, in_transit = :inTransit, counted_at = :countedAt, moved_at = :movedAt,
                            version = version + 1
                         where warehouse_id = :warehouse and item_id = :item
                        """,
                moved.stream().map(key -> {
                    Balance balance = balances.get(key);
                    return new MapSqlParameterSource().addValue("warehouse", key.warehouse()).addValue("item", key.item()).addValue("onHand", balance.onHand())
                            .addValue("reserved", balance.reserved()).addValue("inTransit", balance.inTransit())
                            .addValue("countedAt", SqlValues.atOrNull(balance.countedAt())).addValue("movedAt", SqlValues.atOrNull(balance.movedAt()));
                }).toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Line line) {
        Booking booking = line.booking();
        StockCause cause = booking.cause();
        return new MapSqlParameterSource().addValue("id", line.id()).addValue("warehouse", booking.warehouse()).addValue("item", booking.item())
                .addValue("kind", booking.kind().name()).addValue("onHand", line.onHand()).addValue("reserved", line.reserved()).addValue("inTransit", line.inTransit())
                .addValue("left", line.left()).addValue("at", SqlValues.at(booking.at())).addValue("cause", cause.kind().name()).addValue("causeId", cause.id())
                .addValue("causeNumber", cause.number()).addValue("message", cause.message()).addValue("note", booking.note());
    }

    /**
     * What the catalogue is to show of the articles among these items: what is available in all warehouses, in the unit they are sold in;
     * of what was never counted nobody knows. */
    List<ArticleStock.Shown> shown(List<UUID> items) {
        return jdbc.sql("""
                        select a.id, sum(b.on_hand - b.reserved) as available, max(b.moved_at) as as_of
                          from stock_item i join article a on a.id = i.article_id and a.unit = i.unit
                          join stock_balance b on b.item_id = i.id join warehouse w on w.id = b.warehouse_id and w.closed_at is null
                         where i.id in (:items) group by a.id having bool_or(b.counted_at is not null) order by a.id
                        """)
                .param("items", items)
                .query((row, n) -> new ArticleStock.Shown(row.getObject("id", UUID.class), row.getBigDecimal("available").max(BigDecimal.ZERO), SqlValues.instant(row, "as_of")))
                .list();
    }

    private static Map<String, Object> columns(List<Key> keys) {
        return Map.of("warehouses", column(keys, Key::warehouse), "items", column(keys, Key::item));
    }

    private static String[] column(List<Key> keys, Function<Key, UUID> field) {
        return keys.stream().map(key -> field.apply(key).toString()).toArray(String[]::new);
    }
}
