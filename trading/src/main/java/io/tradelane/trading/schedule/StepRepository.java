package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.schedule.Plan.Step;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What releases said of demands, one after the other. */
@Repository
class StepRepository {
    /** The last two forecasts, what was called since, and calls whose days are not over; nothing that a forecast without the demand ended. */
    private static final String SPOKEN = """
            with spoken as (
              select l.id, l.demand_id, l.delivered_before, s.id as schedule_id, s.kind, s.first_day, s.last_day, s.created_at,
                     count(*) filter (where s.kind = 'FORECAST') over (partition by l.demand_id order by s.created_at desc, s.id desc) as forecasts
                from schedule_line l join delivery_schedule s on s.id = l.schedule_id
               where l.demand_id = any (cast(:demands as uuid[])) and (cast(:at as timestamptz) is null or s.created_at <= :at)
                 and not exists (select from delivery_schedule n
                        where n.id = s.superseded_by and n.kind = 'FORECAST' and (cast(:at as timestamptz) is null or n.created_at <= :at)
                          and not exists (select from schedule_line x where x.schedule_id = n.id and x.demand_id = l.demand_id)))
            select p.*, d.commitment, d.quantity, d.first_day as delivery_first, d.last_day as delivery_last, d.at, d.zone
              from spoken p left join schedule_delivery d on d.line_id = p.id
             where p.forecasts <= 2 or p.kind = 'JUST_IN_TIME' and p.last_day >= :since
             order by p.created_at, p.schedule_id, d.position
            """;
    private final JdbcClient jdbc;

    StepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By demand, the oldest first.
     *
     * @param at as it was then; {@code null}: now
     * @param since calls whose days were over then are left out
     */
    Map<UUID, List<Step>> of(Collection<UUID> demands, @Nullable OffsetDateTime at, LocalDate since) {
        Map<UUID, Map<UUID, Step>> steps = new LinkedHashMap<>();
        jdbc.sql(SPOKEN)
                .param("demands", demands.stream().map(UUID::toString).toArray(String[]::new))
                .param("at", at)
                .param("since", since)
                .query(row -> {
                    Step said = step(row);
                    Step step = steps.computeIfAbsent(row.getObject("demand_id", UUID.class), demand -> new LinkedHashMap<>())
                            .computeIfAbsent(said.schedule(), schedule -> said);
                    if (row.getObject("quantity") != null) {
                        step.deliveries().add(planned(row, step.kind() == Kind.JUST_IN_TIME));
                    }
                });
        Map<UUID, List<Step>> all = new LinkedHashMap<>();
        steps.forEach((demand, said) -> all.put(demand, List.copyOf(said.values())));
        return all;
    }

    private static Step step(ResultSet row) throws SQLException {
        BigDecimal before = row.getBigDecimal("delivered_before");
        return new Step(row.getObject("schedule_id", UUID.class), Kind.valueOf(row.getString("kind")), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), before == null ? null : Figures.quantity(before), new ArrayList<>());
    }

    private static Planned planned(ResultSet row, boolean called) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new Planned(Commitment.valueOf(row.getString("commitment")), Figures.quantity(row.getBigDecimal("quantity")),
                row.getObject("delivery_first", LocalDate.class), row.getObject("delivery_last", LocalDate.class),
                at == null ? null : at.withOffsetSameInstant(ZoneOffset.of(row.getString("zone"))), called);
    }
}
