package io.tradelane.trading.schedule;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.IncidentDesk;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.schedule.ProductionLine.Milestone;
import io.tradelane.trading.schedule.ProductionLine.Risk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far suppliers are with what was ordered. Days go forward from step to step; whoever moves one back, or is later than planned, says why. That a line
 * will be late is an incident of its buyer, which closes by itself when it will not be.
 */
@Service
@Transactional
public class Production {
    /** Entity type in the journal; its id is that of the order. */
    public static final String ENTITY = "PRODUCTION";

    private static final int LONGEST_REASON = 500;
    private final PurchaseOrders orders;
    private final OrderLines lines;
    private final Journal journal;
    private final ObjectProvider<IncidentDesk> desk;
    private final JdbcClient jdbc;
    private final Clock clock;

    Production(PurchaseOrders orders, OrderLines lines, Journal journal, ObjectProvider<IncidentDesk> desk, JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.lines = lines;
        this.journal = journal;
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is said of a step; both days {@code null}: nothing any more. */
    public record Said(UUID orderLine, ProductionStep step, @Nullable LocalDate planned, @Nullable LocalDate actual, @Nullable String reason) {}

    /** The lines of an order that are to be delivered; empty for who may not see the order. */
    @Transactional(readOnly = true)
    public Optional<List<ProductionLine>> of(UUID order) {
        return orders.find(order).map(this::read);
    }

    /** @return {@code Invalid} names fields as {@code actual-2-STARTED}: the day, the number of the line, the step */
    public CommandResult report(UUID orderId, List<Said> said) {
        OrderView order = lines.lock(orderId).flatMap(locked -> orders.find(orderId)).filter(Production::isSupplier).orElse(null);
        if (order == null) {
            return new CommandResult.NotFound();
        }
        if (order.status().agreement().ended()) {
            return new CommandResult.IllegalTransition(order.status().agreement().name(), "PRODUCE");
        }
        Map<UUID, ProductionLine> known = new LinkedHashMap<>();
        read(order).forEach(line -> known.put(line.orderLine(), line));
        List<Problem> problems = new ArrayList<>();
        Map<UUID, Map<ProductionStep, Milestone>> after = new LinkedHashMap<>();
        List<Said> news = new ArrayList<>();
        for (Said one : said) {
            ProductionLine line = known.get(one.orderLine());
            if (line == null) {
                problems.add(new Problem("lines", "unknown"));
                continue;
            }
            Milestone before = line.milestones().get(one.step().ordinal());
            if (!Objects.equals(before.planned(), one.planned()) || !Objects.equals(before.actual(), one.actual())) {
                check(one, before, line, problems);
                news.add(one);
                after.computeIfAbsent(one.orderLine(), none -> new EnumMap<>(ProductionStep.class))
                        .put(one.step(), new Milestone(one.step(), one.planned(), one.actual(), one.reason(), null, null));
            }
        }
        after.forEach((id, changed) -> forward(Objects.requireNonNull(known.get(id)), changed, problems));
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        news.forEach(one -> write(order, Objects.requireNonNull(known.get(one.orderLine())), one));
        read(order).stream().filter(line -> after.containsKey(line.orderLine())).forEach(line -> tell(order, line));
        return new CommandResult.Done(orderId, order.version());
    }

    private static boolean isSupplier(OrderView order) {
        Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || order.supplier().id().equals(actor.organisation());
    }

    private void check(Said said, Milestone before, ProductionLine line, List<Problem> problems) {
        String place = "-" + line.lineNumber() + "-" + said.step();
        if (said.actual() != null && said.actual().isAfter(LocalDate.now(clock))) {
            problems.add(new Problem("actual" + place, "future"));
        }
        boolean moved = before.planned() != null && (said.planned() == null || said.planned().isAfter(before.planned()));
        boolean undone = before.actual() != null && said.actual() == null;
        boolean late = said.actual() != null && said.planned() != null && said.actual().isAfter(said.planned()) && !said.actual().equals(before.actual());
        if ((moved || undone || late) && (said.reason() == null || said.reason().isBlank())) {
            problems.add(new Problem("reason" + place, "reason"));
        } else if (said.reason() != null && said.reason().length() > LONGEST_REASON) {
            problems.add(new Problem("reason" + place, "too-long"));
        }
    }

    /** No step is planned, or done, before the one before it. */
    private static void forward(ProductionLine line, Map<ProductionStep, Milestone> changed, List<Problem> problems) {
        LocalDate planned = null;
        LocalDate actual = null;
        for (Milestone before : line.milestones()) {
            Milestone now = changed.getOrDefault(before.step(), before);
            if (planned != null && now.planned() != null && now.planned().isBefore(planned)) {
                problems.add(new Problem("planned-" + line.lineNumber() + "-" + now.step(), "before-step"));
            }
            if (actual != null && now.actual() != null && now.actual().isBefore(actual)) {
                problems.add(new Problem("actual-" + line.lineNumber() + "-" + now.step(), "before-step"));
            }
            planned = now.planned() != null ? now.planned() : planned;
            actual = now.actual() != null ? now.actual() : actual;
        }
    }

    private void write(OrderView order, ProductionLine line, Said said) {
        Actor actor = Tenancy.current();
        jdbc.sql("""
                        insert into production_milestone (po_line_id, step, order_id, buyer_org_id, supplier_org_id, planned, actual, reason, changed_at, changed_by)
                        values (:line, :step, :order, :buyer, :supplier, :planned, :actual, :reason, :now, :by)
                        on conflict (po_line_id, step) do update set planned = excluded.planned, actual = excluded.actual, reason = coalesce(excluded.reason, production_milestone.reason),
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("line", said.orderLine()).param("step", said.step().name()).param("order", order.id()).param("buyer", order.buyer().id())
                .param("supplier", order.supplier().id()).param("planned", said.planned()).param("actual", said.actual()).param("reason", said.reason())
                .param("now", SqlValues.at(clock.instant())).param("by", actor.name()).update();
        Map<String, String> details = new LinkedHashMap<>(Map.of("line", line.lineNumber()));
        Stream.of(Map.entry("planned", String.valueOf(said.planned())), Map.entry("actual", String.valueOf(said.actual())), Map.entry("reason", String.valueOf(said.reason())))
                .filter(entry -> !entry.getValue().equals("null")).forEach(entry -> details.put(entry.getKey(), entry.getValue()));
        journal.record(new Entry(ENTITY, order.id(), null, said.step().name(), null, null, null, Set.of(order.buyer().id(), order.supplier().id()), details));
    }

    private void tell(OrderView order, ProductionLine line) {
        String subject = line.orderLine().toString();
        boolean late = line.risk() == Risk.LATE;
        desk.ifAvailable(open -> Tenancy.run(Actor.hub(), () -> {
            if (late) {
                open.raise(Cause.PRODUCTION_LATE, order.buyer().id(), null, null, Map.of("subject", subject, "number", order.number(), "line", line.lineNumber(),
                        "finish", String.valueOf(line.finish()), "needed", String.valueOf(line.needBy())), null);
            } else {
                open.settled(Cause.PRODUCTION_LATE, subject);
            }
        }));
    }

    private List<ProductionLine> read(OrderView order) {
        Map<UUID, Map<ProductionStep, Milestone>> known = new HashMap<>();
        jdbc.sql("select * from production_milestone where order_id = :order").param("order", order.id()).query(row -> {
            ProductionStep step = ProductionStep.valueOf(row.getString("step"));
            known.computeIfAbsent(row.getObject("po_line_id", UUID.class), none -> new EnumMap<>(ProductionStep.class)).put(step, new Milestone(step,
                    row.getObject("planned", LocalDate.class), row.getObject("actual", LocalDate.class), row.getString("reason"), SqlValues.instant(row, "changed_at"),
                    row.getString("changed_by")));
        });
        LocalDate today = LocalDate.now(clock);
        return order.lines().stream().filter(line -> line.due().signum() > 0).map(line -> {
            Map<ProductionStep, Milestone> said = known.getOrDefault(line.id(), Map.of());
            List<Milestone> milestones = Stream.of(ProductionStep.values()).map(step -> said.getOrDefault(step, Milestone.none(step))).toList();
            LocalDate needBy = line.promisedDelivery() != null ? line.promisedDelivery() : line.requestedDelivery() != null ? line.requestedDelivery() : order.requestedDelivery();
            return new ProductionLine(line.id(), line.lineNumber(), line.description(), needBy, milestones, ProductionLine.risk(milestones, needBy, today));
        }).toList();
    }
}
