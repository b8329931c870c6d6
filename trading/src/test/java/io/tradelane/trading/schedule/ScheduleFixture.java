package io.tradelane.trading.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.payment.TradeFixture;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** The words for schedules: a week that begins on {@link #MONDAY}. */
abstract class ScheduleFixture extends TradeFixture {
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    @Autowired DeliverySchedules schedules;

    static Delivery firm(long quantity, LocalDate day) {
        return new Delivery(Commitment.FIRM, Quantity.of(quantity, "PCE"), day, null, null);
    }

    static Delivery planned(long quantity, LocalDate day) {
        return new Delivery(Commitment.FORECAST, Quantity.of(quantity, "PCE"), day, day.plusDays(6), null);
    }

    Line bolts(Delivery... deliveries) {
        return line(boltItem(), "PLANT 1", null, deliveries);
    }

    Line nuts(Delivery... deliveries) {
        return line(nutItem(), "PLANT 1", null, deliveries);
    }

    static Line line(Item item, String place, @Nullable String order, Delivery... deliveries) {
        return new Line("1", item, order, order == null ? null : "1", place, null, null, null, List.of(deliveries));
    }

    static Line received(Line line, long quantity) {
        return new Line(line.lineNumber(), line.item(), line.orderNumber(), line.orderLineNumber(), line.shipTo(), Quantity.of(quantity, "PCE"), null, "DA-1",
                line.deliveries());
    }

    static DeliveryScheduleDocument forecast(String release, @Nullable String previous, Line... lines) {
        return document(Kind.FORECAST, "DS-" + release, release, previous, lines);
    }

    static DeliveryScheduleDocument call(String number, Line... lines) {
        return document(Kind.JUST_IN_TIME, number, null, null, lines);
    }

    static DeliveryScheduleDocument document(Kind kind, String number, @Nullable String release, @Nullable String previous, Line... lines) {
        return new DeliveryScheduleDocument(number, kind, MONDAY.minusDays(4), release, previous, null, null, List.of(), null, List.of(lines));
    }

    ApplyResult apply(DeliveryScheduleDocument document) {
        return asEdi(buyer, () -> schedules.apply(document, parties(), new MessageContext(null, null, buyer)));
    }

    UUID stands(DeliveryScheduleDocument document) {
        return applied(apply(document));
    }

    void held(DeliveryScheduleDocument document, HoldReason reason) {
        assertThat(apply(document)).isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason()).isEqualTo(reason));
    }

    ScheduleView seen(UUID organisation, UUID id) {
        return asPerson(organisation, () -> schedules.find(id, 0, 50)).orElseThrow();
    }

    DemandView first(UUID id) {
        return seen(supplier, id).lines().getFirst();
    }

    List<String> current() {
        return asPerson(supplier, () -> schedules.list(new ScheduleFilter(ScheduleFilter.Tab.CURRENT, null, null, 50))).schedules().stream()
                .map(ScheduleSummary::release).toList();
    }

    static List<String> said(DemandView line) {
        return line.deliveries().stream().map(one -> one.from() + " " + one.quantity()).toList();
    }
}
