package io.tradelane.trading.requirement;

import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.sourcing.RfqState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the lines of a requirement are: in which requests and carts they are, and how much of each was ordered. */
@Repository
class LineProgress {
    private final JdbcClient jdbc;

    LineProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param asked whether a request that has not ended asks for it, or a cart has it
     * @param ordered in the line's unit; where the request asked in another, the same share of the line
     */
    record Progress(boolean asked, BigDecimal ordered, List<RequirementView.Request> requests, List<RequirementView.InCart> carts, List<RequirementView.Order> orders) {
        static final Progress NONE = new Progress(false, BigDecimal.ZERO, List.of(), List.of(), List.of());

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
        Map<UUID, List<Carted>> carted = carted(requirement);
        Map<UUID, Progress> progress = new LinkedHashMap<>();
        Stream.concat(byLine.keySet().stream(), carted.keySet().stream()).distinct()
                .forEach(line -> progress.put(line, of(byLine.getOrDefault(line, List.of()), carted.getOrDefault(line, List.of()))));
        return progress;
    }

    private static Progress of(List<Found> found, List<Carted> carted) {
        return new Progress(
                found.stream().anyMatch(one -> !one.removed() && asks(one.request().state())) || carted.stream().anyMatch(one -> one.cart().state() != CartState.ORDERED),
                Figures.quantity(Stream.concat(found.stream().map(Found::ordered), carted.stream().map(Carted::ordered)).reduce(BigDecimal.ZERO, BigDecimal::add)),
                found.stream().map(Found::request).toList(),
                carted.stream().map(Carted::cart).filter(cart -> cart.state() != CartState.ORDERED).toList(),
                Stream.concat(found.stream().flatMap(one -> one.orders().stream()), carted.stream().map(Carted::order).filter(Objects::nonNull)).distinct().toList());
    }

    /** @param ordered what stands of the order's line */
    private record Carted(UUID line, RequirementView.InCart cart, RequirementView.@Nullable Order order, BigDecimal ordered) {}

    /** What was put into carts and not taken out; the unit is the requirement's. A line of an order made of a cart has ten times its position as number. */
    private Map<UUID, List<Carted>> carted(UUID requirement) {
        return jdbc.sql("""
                        select k.requirement_line_id, c.id as cart_id, c.state, s.id as supplier_id, s.name, s.name_local, s.gln, o.id as order_id, o.number,
                               case when o.agreement in ('CANCELLED', 'REJECTED_BY_SUPPLIER') or p.state in ('CANCELLED', 'REJECTED') then 0
                                    else coalesce(p.confirmed_quantity, p.quantity, 0) end as ordered
                          from requirement_line l join cart_line k on k.requirement_line_id = l.id join cart c on c.id = k.cart_id join organisation s on s.id = c.supplier_org_id
                          left join purchase_order o on o.id = c.order_id left join po_line p on p.order_id = o.id and p.line_number = cast(k.position * 10 as text)
                         where l.requirement_id = :requirement and c.state <> 'DISCARDED' order by k.id
                        """)
                .param("requirement", requirement)
                .query((row, n) -> {
                    UUID order = row.getObject("order_id", UUID.class);
                    Company supplier = new Company(row.getObject("supplier_id", UUID.class), row.getString("name"), row.getString("name_local"), row.getString("gln"));
                    return new Carted(row.getObject("requirement_line_id", UUID.class),
                            new RequirementView.InCart(row.getObject("cart_id", UUID.class), CartState.valueOf(row.getString("state")), supplier),
                            order == null ? null : new RequirementView.Order(order, row.getString("number")), row.getBigDecimal("ordered"));
                })
                .list().stream().collect(Collectors.groupingBy(Carted::line, LinkedHashMap::new, Collectors.toList()));
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
