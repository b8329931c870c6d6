package io.tradelane.trading.requirement;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.sourcing.RfqState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the lines of a requirement are: in which requests they are, and how much of each was ordered. */
@Repository
class LineProgress {
    private final JdbcClient jdbc;

    LineProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param asked whether a request that has not ended asks for it
     * @param ordered in the line's unit; where the request asked in another, the same share of the line
     */
    record Progress(boolean asked, BigDecimal ordered, List<RequirementView.Request> requests, List<RequirementView.Order> orders) {
        static final Progress NONE = new Progress(false, BigDecimal.ZERO, List.of(), List.of());

        boolean covers(BigDecimal quantity) {
            return ordered.compareTo(quantity) >= 0;
        }
    }

    private record Found(UUID line, RequirementView.Request request, boolean removed, BigDecimal ordered, List<RequirementView.Order> orders) {}

    Map<UUID, Progress> of(UUID requirement) {
        Map<UUID, List<Found>> byLine = new LinkedHashMap<>();
        Map<UUID, List<Award>> awards = awards(requirement);
        jdbc.sql("""
                        select s.line_id, s.rfq_line_id, r.id, r.number, r.state, q.removed, q.unit as asked_unit, q.quantity as asked, l.unit, l.quantity
                          from requirement_sourcing s join rfq r on r.id = s.rfq_id join rfq_line q on q.id = s.rfq_line_id join requirement_line l on l.id = s.line_id
                         where s.requirement_id = :requirement order by s.at, r.id
                        """)
                .param("requirement", requirement)
                .query(row -> {
                    UUID line = row.getObject("line_id", UUID.class);
                    List<Award> placed = awards.getOrDefault(row.getObject("rfq_line_id", UUID.class), List.of());
                    BigDecimal sum = placed.stream().map(Award::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
                    BigDecimal ordered = row.getString("asked_unit").equals(row.getString("unit")) ? sum
                            : sum.multiply(row.getBigDecimal("quantity")).divide(row.getBigDecimal("asked"), MathContext.DECIMAL64);
                    byLine.computeIfAbsent(line, none -> new ArrayList<>()).add(new Found(line,
                            new RequirementView.Request(row.getObject("id", UUID.class), row.getString("number"), RfqState.valueOf(row.getString("state"))),
                            row.getBoolean("removed"), ordered, placed.stream().map(Award::order).toList()));
                });
        Map<UUID, Progress> progress = new LinkedHashMap<>();
        byLine.forEach((line, found) -> progress.put(line, new Progress(
                found.stream().anyMatch(one -> !one.removed() && asks(one.request().state())),
                Figures.quantity(found.stream().map(Found::ordered).reduce(BigDecimal.ZERO, BigDecimal::add)),
                found.stream().map(Found::request).toList(),
                found.stream().flatMap(one -> one.orders().stream()).distinct().toList())));
        return progress;
    }

    /** Whether a request in that state may still become an order. */
    private static boolean asks(RfqState state) {
        return switch (state) {
            case DRAFT, OPEN, EVALUATION, NEGOTIATING, AWARDED -> true;
            case COMPLETED, NO_BIDS, CANCELLED -> false;
        };
    }

    private record Award(BigDecimal quantity, RequirementView.Order order) {}

    private Map<UUID, List<Award>> awards(UUID requirement) {
        Map<UUID, List<Award>> awards = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.rfq_line_id, a.quantity, o.id, o.number from rfq_award a join purchase_order o on o.id = a.order_id
                         where a.rfq_line_id in (select rfq_line_id from requirement_sourcing where requirement_id = :requirement) order by a.at, a.id
                        """)
                .param("requirement", requirement)
                .query(row -> {
                    awards.computeIfAbsent(row.getObject("rfq_line_id", UUID.class), none -> new ArrayList<>()).add(new Award(row.getBigDecimal("quantity"),
                            new RequirementView.Order(row.getObject("id", UUID.class), row.getString("number"))));
                });
        return awards;
    }
}
