package io.tradelane.trading.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A release of a whole plant: 5,000 articles with twenty deliveries each. */
class LargeScheduleTest extends ScheduleFixture {
    private static final int ARTICLES = 5_000;
    private static final int DELIVERIES = 20;

    @Test
    void aReleaseOfAHundredThousandDeliveriesIsAppliedAndReadInSeconds() {
        String order = placed(document(unique("BO"))).number();
        UUID first = timed("first release", "1", order);
        UUID second = timed("second release", "2", order);

        Instant start = Instant.now();
        ScheduleView page = seen(supplier, second);
        assertThat(Duration.between(start, Instant.now())).as("page").isLessThan(Duration.ofSeconds(10));
        assertThat(page.lines()).hasSize(50).allSatisfy(line -> assertThat(line.weeks()).hasSize(DELIVERIES));
        assertThat(page.replaced()).extracting(ScheduleView.Replaced::id).containsExactly(first);
        assertThat(page.ended()).isEmpty();
    }

    private UUID timed(String what, String release, String order) {
        Line[] lines = IntStream.range(0, ARTICLES).mapToObj(i -> new Line(String.valueOf(i + 1), new Item(null, "P-" + i, null, "Part"), i % 2 == 0 ? order : null, null,
                "PLANT", null, null, null, IntStream.range(0, DELIVERIES).mapToObj(week -> planned(100 + week, MONDAY.plusWeeks(week))).toList())).toArray(Line[]::new);
        Instant start = Instant.now();
        UUID id = stands(forecast(release, null, lines));
        assertThat(Duration.between(start, Instant.now())).as(what).isLessThan(Duration.ofSeconds(30));
        return id;
    }
}
