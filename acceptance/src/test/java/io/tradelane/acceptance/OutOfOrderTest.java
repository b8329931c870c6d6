package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A document that comes before the one it speaks of. */
@ExtendWith(DemoHub.Shared.class)
class OutOfOrderTest {

    @Test
    void anAnswerBeforeItsOrderWaitsForItAndThenCounts(DemoHub demo) throws Exception {
        String buyer = demo.key("Brightline Retail GmbH");
        String supplier = demo.key("Tianjin Beichen Bearings");
        BrightlineOrder order = BrightlineOrder.fresh();

        JsonNode early = demo.processed(supplier, BodyPublishers.ofString(answer(order)));
        assertThat(early.get("messages").findValuesAsText("status")).containsExactly("HELD");

        demo.processed(buyer, BodyPublishers.ofString(order.edifact()));

        demo.await("/api/v1/interchanges/" + early.get("id").asText(), supplier,
                interchange -> interchange.get("messages").findValuesAsText("status").contains("APPLIED"));
        JsonNode stands = demo.get("/api/v1/purchase-orders?number=" + order.number(), buyer).get("items").get(0);
        assertThat(stands.get("status").get("agreement").asText()).isEqualTo("CONFIRMED");
        demo.await("/api/v1/incidents?cause=MESSAGE_HELD", supplier,
                incidents -> incidents.get("items").get(0).get("status").asText().equals("CLOSED"));
    }

    /** It waits for a person: nothing that comes could tell which order is meant. */
    @Test
    void anAdviceThatNamesNoOrderIsNotTriedAgain(DemoHub demo) throws Exception {
        String supplier = demo.key("Tianjin Beichen Bearings");
        JsonNode advice = demo.processed(supplier, BodyPublishers.ofString(advice(BrightlineOrder.fresh())));
        assertThat(advice.get("messages").findValuesAsText("status")).containsExactly("HELD");

        anAnswerBeforeItsOrderWaitsForItAndThenCounts(demo);

        JsonNode message = demo.get(advice.get("messages").get(0).get("href").asText(), supplier);
        assertThat(message.get("status").asText()).isEqualTo("HELD");
        assertThat(message.get("journey").toString()).doesNotContain("RETRIED");
    }

    private static String advice(BrightlineOrder order) {
        String day = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
        return """
                UNB+UNOC:3+6902345000223:14+4001234000022:14+%1$s:0910+D%2$s++DESADV++1'
                UNH+1+DESADV:D:01B:UN:EAN007'
                BGM+351+D-%3$s+9'
                DTM+137:%4$s:102'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                CPS+1'
                LIN+1++6902345001039:SRV'
                QTY+12:10:PCE'
                UNT+9+1'
                UNZ+1+D%2$s'
                """.formatted(day.substring(2), order.reference(), order.number(), day).replace("'\n", "'");
    }

    private static String answer(BrightlineOrder order) {
        String day = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
        return """
                UNB+UNOC:3+6902345000223:14+4001234000022:14+%1$s:0910+R%2$s++ORDRSP++1'
                UNH+1+ORDRSP:D:01B:UN:EAN009'
                BGM+231+R-%3$s+29'
                DTM+137:%4$s:102'
                RFF+ON:%3$s'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                UNS+S'
                UNT+8+1'
                UNZ+1+R%2$s'
                """.formatted(day.substring(2), order.reference(), order.number(), day).replace("'\n", "'");
    }
}
