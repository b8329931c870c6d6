package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A buyer's system asks two suppliers: one quotes by EDIFACT, the other by the API, and one comparison and one award follow. */
@ExtendWith(DemoHub.Shared.class)
class SourcingJourneyTest {

    @Test
    void aReqoteIsQuotedByEdifactAndByTheApiAndAwardedToBoth(DemoHub demo) throws Exception {
        String buyer = demo.key("Brightline Retail GmbH");
        String beichen = demo.key("Tianjin Beichen Bearings");
        String jingong = demo.key("Wuxi Jingong Moulds");
        BrightlineRequest request = BrightlineRequest.fresh();

        JsonNode early = demo.processed(beichen, BodyPublishers.ofString(request.quotes("Q-" + request.reference() + "-1", "4.80")));
        assertThat(early.get("messages").findValuesAsText("status")).as("before its request").containsExactly("HELD");
        JsonNode asked = demo.processed(buyer, BodyPublishers.ofString(request.reqote()));
        assertThat(asked.get("messages").findValuesAsText("status")).containsExactly("APPLIED");
        demo.await("/api/v1/interchanges/" + early.get("id").asText(), beichen, interchange -> interchange.get("messages").findValuesAsText("status").contains("APPLIED"));

        JsonNode rfq = demo.get("/api/v1/rfqs?number=" + request.number(), jingong).get("items").get(0);
        String id = rfq.get("id").asText();
        assertThat(rfq.get("quotes")).as("nothing of the rival's").isEmpty();
        demo.post("/api/v1/rfqs/" + id + "/quotes", jingong, 0, """
                {"validTo": "%s", "lines": [{"lineNumber": "1", "price": 5.10, "leadTimeDays": 14}, {"lineNumber": "2", "price": 5.20, "leadTimeDays": 14}]}
                """.formatted(LocalDate.now().plusDays(20)));
        demo.await("/api/v1/search?q=" + request.number() + "&direction=outbound", buyer, hits -> hits.toString().contains("QUOTES"));

        JsonNode open = demo.get("/api/v1/rfqs/" + id, buyer);
        assertThat(open.get("comparison").get("bids")).hasSize(2);
        assertThat(open.get("comparison").get("bids").get(0).get("best").asBoolean()).isTrue();
        JsonNode closed = demo.post("/api/v1/rfqs/" + id + "/closure", buyer, open.get("version").asInt(), "");
        JsonNode awarded = demo.post("/api/v1/rfqs/" + id + "/award", buyer, closed.get("version").asInt(), """
                {"awards": [{"lineNumber": "1", "supplier": "%s"}, {"lineNumber": "2", "supplier": "%s"}]}
                """.formatted(supplier(closed, "Beichen"), supplier(closed, "Jingong")));
        assertThat(awarded.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(awarded.get("awards")).hasSize(2);
        for (JsonNode award : awarded.get("awards")) {
            JsonNode order = demo.get("/api/v1/purchase-orders/" + award.get("order").asText(), buyer);
            assertThat(order.get("status").get("agreement").asText()).isEqualTo("ISSUED");
            assertThat(order.get("lines").get(0).get("price").get("amount").get("amount").asDouble()).isIn(4.8, 5.2);
        }
        assertThat(demo.get("/api/v1/search?q=" + request.number(), buyer).get("items")).as("the tracker finds it").isNotEmpty();

        assertThat(demo.get("/api/v1/search?q=" + request.number(), beichen).toString()).as("the message that names its rivals is not a supplier's to read")
                .doesNotContain(asked.get("id").asText());

        JsonNode late = demo.processed(beichen, BodyPublishers.ofString(request.quotes("Q-" + request.reference() + "-2", "4.10")));
        assertThat(late.get("messages").findValuesAsText("status")).as("after the bidding").containsExactly("REJECTED");
    }

    private static String supplier(JsonNode rfq, String name) {
        for (JsonNode invitee : rfq.get("invitees")) {
            if (invitee.get("supplier").get("name").asText().contains(name)) {
                return invitee.get("supplier").get("id").asText();
            }
        }
        throw new AssertionError("nobody is called " + name);
    }
}
