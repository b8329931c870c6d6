package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A forecast, the one after it and a call come in at the HTTP door. */
@ExtendWith(DemoHub.Shared.class)
class ScheduleTest {

    @Test
    void aNewReleaseTakesThePlaceOfTheOneBeforeAndACallOverridesItsDays(DemoHub demo) throws Exception {
        String buyer = demo.key("Brightline Retail GmbH");
        String supplier = demo.key("Tianjin Beichen Bearings");
        BrightlineOrder order = BrightlineOrder.fresh();
        BrightlineSchedule schedule = new BrightlineSchedule(order);
        assertThat(verdict(demo, buyer, order.edifact())).isEqualTo("APPLIED");

        assertThat(verdict(demo, buyer, schedule.forecast(7, 100, 400))).isEqualTo("APPLIED");
        JsonNode early = demo.processed(buyer, BodyPublishers.ofString(schedule.forecast(9, 120, 500)));
        assertThat(early.get("messages").findValuesAsText("status")).as("release 8 is not here").containsExactly("HELD");
        assertThat(verdict(demo, buyer, schedule.forecast(8, 110, 450))).isEqualTo("APPLIED");
        demo.await("/api/v1/interchanges/" + early.get("id").asText(), buyer, interchange -> interchange.get("messages").findValuesAsText("status").contains("APPLIED"));
        assertThat(verdict(demo, buyer, schedule.call(60))).isEqualTo("APPLIED");
        assertThat(verdict(demo, buyer, schedule.forecast(6, 1, 1))).as("older than the one that stands").isEqualTo("NO_EFFECT");

        JsonNode current = demo.get("/api/v1/delivery-schedules?q=" + order.number(), supplier).get("items");
        assertThat(current.findValuesAsText("release")).containsExactly("JIT-" + order.reference(), "9");
        JsonNode release = demo.get("/api/v1/delivery-schedules/" + current.get(1).get("id").asText(), supplier);
        JsonNode line = release.get("lines").get(0);
        assertThat(line.get("weeks").get(0).toString()).contains("\"before\":110", "\"after\":120");
        assertThat(line.get("deliveries").findValuesAsText("quantity")).as("what was called, and the forecast beyond").containsExactly("60", "30", "500");
        assertThat(line.get("open").asInt()).isEqualTo(90);
        assertThat(line.get("order").get("left").asInt()).isEqualTo(310);
        assertThat(line.get("known").asBoolean()).isTrue();

        for (String number : new String[] {schedule.number(9), order.number()}) {
            assertThat(demo.get("/api/v1/search?q=" + number, supplier).get("items").findValuesAsText("type")).contains("DELFOR");
        }
    }

    private static String verdict(DemoHub demo, String key, String interchange) throws Exception {
        return demo.processed(key, BodyPublishers.ofString(interchange)).get("messages").get(0).get("status").asText();
    }
}
