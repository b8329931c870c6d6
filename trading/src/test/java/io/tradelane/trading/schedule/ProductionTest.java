package io.tradelane.trading.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.schedule.ProductionLine.Risk;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supplier says of its production its buyer sees, with what it means for the day the goods are needed. */
class ProductionTest extends DealFixture {
    private static final LocalDate TODAY = LocalDate.now();
    @Autowired Production production;
    @Autowired Incidents incidents;

    private CommandResult say(OrderView order, ProductionStep step, @Nullable LocalDate planned, @Nullable LocalDate actual, @Nullable String reason) {
        return asPerson(supplier, () -> production.report(order.id(), List.of(new Production.Said(order.lines().getFirst().id(), step, planned, actual, reason))));
    }

    private ProductionLine line(UUID organisation, OrderView order) {
        return asPerson(organisation, () -> production.of(order.id())).orElseThrow().getFirst();
    }

    private long alarms() {
        return hub(() -> incidents.list(new Incidents.Filter(Incident.Status.OPEN, Cause.PRODUCTION_LATE, buyer, null), null, 50)).items().size();
    }

    @Test
    void theBuyerSeesHowFarItIsAndIsToldOnceThatItWillBeLate() {
        OrderView order = confirmed();
        assertThat(line(buyer, order).risk()).isEqualTo(Risk.UNKNOWN);
        assertThat(say(order, ProductionStep.STARTED, TODAY, TODAY, null)).isInstanceOf(CommandResult.Done.class);
        assertThat(say(order, ProductionStep.FINISHED, inTenDays().minusDays(1), null, null)).isInstanceOf(CommandResult.Done.class);
        assertThat(line(buyer, order)).satisfies(line -> {
            assertThat(line.risk()).isEqualTo(Risk.ON_TIME);
            assertThat(line.percent()).isEqualTo(25);
        });
        assertThat(alarms()).isZero();
        assertThat(say(order, ProductionStep.FINISHED, inTenDays().plusDays(5), null, null)).as("a delay without a reason")
                .isEqualTo(CommandResult.invalid("reason-1-FINISHED", "reason"));
        assertThat(say(order, ProductionStep.FINISHED, inTenDays().plusDays(5), null, "machine broken")).isInstanceOf(CommandResult.Done.class);
        assertThat(line(buyer, order).risk()).isEqualTo(Risk.LATE);
        assertThat(line(buyer, order).milestones().getLast().reason()).isEqualTo("machine broken");
        say(order, ProductionStep.QUALITY_CHECK, inTenDays(), null, null);
        assertThat(alarms()).isEqualTo(1);
        say(order, ProductionStep.QUALITY_CHECK, TODAY.plusDays(1), null, null);
        say(order, ProductionStep.FINISHED, inTenDays(), null, null);
        assertThat(alarms()).as("it closes when it will be in time again").isZero();
    }

    @Test
    void daysGoForwardAndNothingIsDoneTomorrow() {
        OrderView order = confirmed();
        say(order, ProductionStep.STARTED, TODAY.plusDays(3), null, null);
        assertThat(say(order, ProductionStep.FINISHED, TODAY.plusDays(2), null, null)).isEqualTo(CommandResult.invalid("planned-1-FINISHED", "before-step"));
        assertThat(say(order, ProductionStep.STARTED, TODAY.plusDays(3), TODAY.plusDays(1), null)).isEqualTo(CommandResult.invalid("actual-1-STARTED", "future"));
        say(order, ProductionStep.MATERIAL_READY, TODAY.minusDays(1), null, null);
        assertThat(line(buyer, order).risk()).isEqualTo(Risk.BEHIND);
    }

    @Test
    void onlyTheSupplierSaysItAndOnlyTheTwoSeeIt() {
        OrderView order = confirmed();
        say(order, ProductionStep.STARTED, TODAY, null, null);
        Production.Said said = new Production.Said(order.lines().getFirst().id(), ProductionStep.STARTED, TODAY.plusDays(1), null, "x");
        assertThat(asPerson(buyer, () -> production.report(order.id(), List.of(said)))).isInstanceOf(CommandResult.NotFound.class);
        UUID stranger = organisation("Stranger", Kind.BOTH);
        assertThat(asPerson(stranger, () -> production.of(order.id()))).isEmpty();
        String sql = "select count(*) from production_milestone where order_id = :order";
        assertThat(in(person(stranger), () -> jdbc.sql(sql).param("order", order.id()).query(Integer.class).single())).isZero();
        assertThat(in(person(buyer), () -> jdbc.sql(sql).param("order", order.id()).query(Integer.class).single())).isEqualTo(1);
        assertThat(in(person(buyer), () -> jdbc.sql("update production_milestone set planned = null where order_id = :order").param("order", order.id()).update())).isZero();
        assertThat(in(operator(), () -> jdbc.sql(sql).param("order", order.id()).query(Integer.class).single())).isZero();
    }
}
