package io.tradelane.trading.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.schedule.ScheduleSummary.State;
import io.tradelane.trading.schedule.ScheduleView.Ended;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliverySchedulesTest extends ScheduleFixture {
    @Autowired Incidents incidents;

    @Test
    void aReleaseTakesThePlaceOfTheOneBeforeAndTellsWhatChanged() {
        UUID seven = stands(forecast("7", null, bolts(firm(100, MONDAY), planned(400, MONDAY.plusWeeks(1))), nuts(firm(50, MONDAY))));
        UUID eight = stands(forecast("8", "7", bolts(firm(120, MONDAY), planned(300, MONDAY.plusWeeks(2)))));

        assertThat(current()).containsExactly("8");
        assertThat(seen(buyer, seven).schedule().state()).isEqualTo(State.SUPERSEDED);
        ScheduleView view = seen(supplier, eight);
        assertThat(view).isEqualTo(seen(buyer, eight));
        assertThat(view.lines()).singleElement().satisfies(line -> assertThat(line.weeks()).containsExactly(
                week(0, 100, 120, 120), week(1, 400, 0, 0), week(2, 0, 300, 0)));
        assertThat(view.ended()).extracting(Ended::supplierArticle).as("what it does not name any more").containsExactly("N-8");
        assertThat(view.replaced()).extracting(ScheduleView.Replaced::id).containsExactly(seven);
        assertThat(first(seven).open()).as("it counts no more").isNull();
        UUID stranger = organisation("Stranger", Organisation.Kind.BOTH);
        assertThat(asPerson(stranger, () -> schedules.find(eight, 0, 50))).isEmpty();
    }

    private static WeekChange week(int week, long before, long after, long firm) {
        return new WeekChange(MONDAY.plusWeeks(week), BigDecimal.valueOf(before), BigDecimal.valueOf(after), BigDecimal.valueOf(firm));
    }

    @Test
    void anOlderReleaseAndARepeatHaveNoEffect() {
        UUID eight = stands(forecast("8", null, bolts(firm(100, MONDAY))));
        assertThat(apply(forecast("8", null, bolts(firm(100, MONDAY))))).isEqualTo(new ApplyResult.NoEffect("the schedule stands already", eight));
        assertThat(apply(forecast("7", null, bolts(firm(999, MONDAY))))).isEqualTo(new ApplyResult.NoEffect("a later release came before", eight));
        held(forecast("8", null, bolts(firm(101, MONDAY))), HoldReason.CONTENT_CONFLICT);
        assertThat(current()).containsExactly("8");
        assertThat(said(first(eight))).containsExactly("2026-11-30 100");
    }

    @Test
    void aReleaseWaitsForTheOneItFollows() {
        stands(forecast("6", "5", bolts(firm(1, MONDAY))));
        held(forecast("8", "7", bolts(firm(3, MONDAY))), HoldReason.PREDECESSOR_MISSING);
        stands(forecast("7", "6", bolts(firm(2, MONDAY))));
        stands(forecast("8", "7", bolts(firm(3, MONDAY))));
        assertThat(current()).containsExactly("8");
    }

    @Test
    void aScheduleOfOtherArticlesOrForAnotherPlaceStandsBesides() {
        stands(forecast("8", null, bolts(firm(1, MONDAY))));
        stands(forecast("3", "2", nuts(firm(2, MONDAY))));
        stands(forecast("4", "3", line(boltItem(), "PLANT 2", null, firm(9, MONDAY))));
        assertThat(current()).as("4 follows 3 and asks for bolts in another plant").containsExactly("4", "8");
    }

    @Test
    void aCallChangesItsDaysAndLeavesTheForecastBeyond() {
        UUID forecast = stands(forecast("8", null, bolts(firm(100, MONDAY), firm(100, MONDAY.plusDays(1)), planned(700, MONDAY.plusWeeks(1)))));
        UUID call = stands(call("JIT-1", line(new Item(boltGtin, null, null, null), "PLANT 1", null, firm(60, MONDAY), firm(70, MONDAY.plusDays(1)))));

        assertThat(current()).containsExactly("JIT-1", "8");
        assertThat(said(first(forecast))).containsExactly("2026-11-30 60", "2026-12-01 70", "2026-12-07 700").isEqualTo(said(first(call)));
        assertThat(first(call).weeks()).containsExactly(week(0, 200, 130, 130), week(1, 700, 700, 0));
        assertThat(first(forecast).weeks()).as("what the release itself changed").containsExactly(week(0, 0, 200, 200), week(1, 0, 700, 0));
        assertThat(apply(call("JIT-0", bolts(firm(5, MONDAY))))).isInstanceOf(ApplyResult.NoEffect.class);

        UUID next = stands(forecast("9", null, bolts(firm(90, MONDAY.plusDays(1)), planned(500, MONDAY.plusWeeks(1)))));
        assertThat(said(first(next))).as("the call of Tuesday is more exact").contains("2026-12-01 70").doesNotContain("2026-12-01 90");
        stands(forecast("10", null, bolts(planned(500, MONDAY.plusWeeks(1)))));
        assertThat(current()).as("a forecast counts from its own day on").containsExactly("10", "JIT-1");
    }

    @Test
    void whatIsFirmIsOpenUntilItIsDespatchedOnTheOrderCalledOff() {
        String order = placed(document(unique("BO"))).number();
        despatch(advice(unique("DA"), order, List.of(pack(sscc(), shipped("1", order, "1", 10)))));
        UUID schedule = stands(forecast("1", null, received(line(boltItem(), "P", order, firm(30, MONDAY), firm(50, MONDAY.plusDays(7)), planned(40, MONDAY.plusDays(14))), 4)));
        assertThat(first(schedule).open()).as("6 of the 10 are under way").isEqualByComparingTo("74");
        assertThat(first(schedule).order().left()).isEqualByComparingTo("16");

        despatch(advice(unique("DA"), order, List.of(pack(sscc(), shipped("1", order, "1", 40)))));
        assertThat(first(schedule).deliveries()).extracting(Outstanding::open).usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ZERO, BigDecimal.valueOf(34), BigDecimal.ZERO);
        assertThat(seen(supplier, schedule).schedule().deviations()).isZero();
    }

    @Test
    void moreReceivedThanWasDespatchedIsADeviationAndNotRefused() {
        String order = placed(document(unique("BO"))).number();
        despatch(advice(unique("DA"), order, List.of(pack(sscc(), shipped("1", order, "1", 10)))));
        UUID schedule = stands(forecast("1", null, received(line(boltItem(), "P", order, firm(30, MONDAY)), 25)));
        assertThat(first(schedule).cumulative()).isEqualTo(new CumulativeCheck(BigDecimal.valueOf(25), null, "DA-1", BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.valueOf(15)));
        assertThat(seen(buyer, schedule).schedule().deviations()).isEqualTo(1);
        assertThat(asPerson(supplier, () -> schedules.list(new ScheduleFilter(ScheduleFilter.Tab.DEVIATING, order, null, 9))).schedules()).hasSize(1);
    }

    @Test
    void whatGoesToSeveralPlacesOnOneOrderIsNotComparedPlaceByPlace() {
        String order = placed(document(unique("BO"))).number();
        despatch(advice(unique("DA"), order, List.of(pack(sscc(), shipped("1", order, "1", 10)))));
        UUID schedule = stands(forecast("1", null, received(line(boltItem(), "P1", order, firm(30, MONDAY)), 99), line(boltItem(), "P2", order, firm(5, MONDAY))));
        assertThat(seen(supplier, schedule).schedule().deviations()).isZero();
        assertThat(seen(supplier, schedule).lines()).extracting(DemandView::open).usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.valueOf(30), BigDecimal.valueOf(5));
    }

    @Test
    void anUnknownArticleIsKeptAndNamedToTheSupplier() {
        UUID schedule = stands(forecast("1", null, bolts(firm(1, MONDAY)), line(new Item(null, "X-99", null, "Washer"), "PLANT 1", null, firm(7, MONDAY))));
        assertThat(seen(supplier, schedule).lines()).extracting(DemandView::known).containsExactly(true, false);
        assertThat(hub(() -> incidents.list(new Incidents.Filter(null, Cause.SCHEDULE_ARTICLE_UNKNOWN, supplier, null), null, 5)).items())
                .singleElement().extracting(Incident::args).satisfies(args -> assertThat(args).containsEntry("articles", "X-99").containsEntry("count", "1"));
    }

    @Test
    void theSupplierGetsItInItsOwnNumbersWhereThatIsAgreed() {
        stands(forecast("1", null, bolts(firm(1, MONDAY))));
        assertThat(outbox(buyer, supplier)).isEmpty();
        agree(buyer, supplier, DocumentType.DELIVERY_SCHEDULE);
        stands(forecast("2", null, bolts(firm(2, MONDAY))));
        assertThat(outbox(buyer, supplier)).containsExactly("DELIVERY_SCHEDULE");
        assertThat(superuser().sql("select document::text from outbox where from_org_id = :buyer").param("buyer", buyer).query(String.class).single()).contains("\"B-8\"");
    }

    @Test
    void onlyTheBuyerSpeaks() {
        DeliveryScheduleDocument document = forecast("1", null, bolts(firm(1, MONDAY)));
        assertThat(asEdi(supplier, () -> schedules.apply(document, parties(), new MessageContext(null, null, supplier)))).isInstanceOf(ApplyResult.Rejected.class);
        assertThat(apply(forecast("2", null))).isInstanceOf(ApplyResult.Rejected.class);
    }

    @Test
    void linesOfOneArticleAndPlaceCountTogether() {
        UUID schedule = stands(document(Kind.FORECAST, "DS", null, null, bolts(firm(100, MONDAY)), bolts(planned(50, MONDAY.plusWeeks(1)))));
        assertThat(seen(buyer, schedule).lines()).singleElement().satisfies(line -> assertThat(line.after()).isEqualByComparingTo("150"));
    }

    @Test
    void aWeekWithoutNeedIsNotOpen() {
        UUID schedule = stands(forecast("1", null, bolts(firm(0, MONDAY), firm(5, LocalDate.of(2026, 12, 9)))));
        assertThat(said(first(schedule))).containsExactly("2026-12-09 5");
    }
}
