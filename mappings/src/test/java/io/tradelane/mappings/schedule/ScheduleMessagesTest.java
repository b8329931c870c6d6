package io.tradelane.mappings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class ScheduleMessagesTest {
    private static final String FOLDER = "/io/tradelane/mappings/schedule/";

    @Test
    void beforeD96BLinesStandBelowAPlaceAndTheStatusBelowItsQuantity() {
        Reading reading = Reading.ofResource(FOLDER + "delfor-d96a-lines-below-a-place.edi");

        assertThat(reading.errors()).isEmpty();
        DeliveryScheduleDocument schedule = (DeliveryScheduleDocument) reading.only().document();
        assertThat(schedule.release()).isEqualTo("7");
        assertThat(schedule.previousRelease()).isEqualTo("6");
        assertThat(schedule.horizonEnd()).isEqualTo(LocalDate.of(2026, 3, 31));
        Line line = schedule.lines().getFirst();
        assertThat(line.shipTo()).isEqualTo("WERK 5");
        assertThat(line.orderNumber()).isEqualTo("BO-77");
        assertThat(line.cumulativeReceived()).isEqualTo(Quantity.of("5000", "PCE"));
        assertThat(line.cumulativeSince()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(line.lastReceipt()).isEqualTo("DA-4");
        assertThat(line.deliveries()).containsExactly(
                new Delivery(Commitment.FIRM, Quantity.of("1000", "PCE"), LocalDate.of(2026, 1, 12), null, null),
                new Delivery(Commitment.FORECAST, Quantity.of("4000", "PCE"), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), null),
                new Delivery(Commitment.MATERIAL, Quantity.of("3000", "PCE"), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8), null));
    }

    @Test
    void deliveriesOfALineToTwoPlacesMakeTwoLinesAndOneWithoutADateIsNamed() {
        Reading reading = Reading.ofResource(FOLDER + "delfor-d01b-two-places-and-no-date.edi");

        assertThat(reading.errors()).containsExactly("DATE_MISSING");
        DeliveryScheduleDocument schedule = (DeliveryScheduleDocument) reading.only().document();
        assertThat(schedule.lines()).extracting(Line::shipTo).containsExactly("4012345500011", "4012345500028");
        assertThat(schedule.lines().get(0).deliveries()).containsExactly(new Delivery(
                Commitment.FIRM, Quantity.of("100", "PCE"), LocalDate.of(2026, 1, 12), null, OffsetDateTime.parse("2026-01-12T14:00:00Z")));
        assertThat(schedule.lines().get(1).deliveries()).containsExactly(new Delivery(
                Commitment.FORECAST, Quantity.of("200", "PCE"), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), null));
    }
}
