package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Data of companies and orders to carriers, through the HTTP door and back. */
@ExtendWith(DemoHub.Shared.class)
class PartnerDataTest {
    private static final String BUYER = "Brightline Retail GmbH";
    private static final String SUPPLIER = "Tianjin Beichen Bearings";
    private static final String SUPPLIERS_GLN = "6902345000223";
    private static final AtomicLong NUMBERS = new AtomicLong(Instant.now().toEpochMilli() % 1_000_000_000L);
    private final String day = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
    private final long number = NUMBERS.incrementAndGet();

    @Test
    void anOrderThatNamesAnAcceptedGlnFindsItsSupplier(DemoHub demo) throws Exception {
        String operator = demo.key("Tradelane Operations");
        String second = gln("40%010d".formatted(number));
        BrightlineOrder order = BrightlineOrder.fresh();
        String toSecond = order.edifact().replace("NAD+SU+" + SUPPLIERS_GLN, "NAD+SU+" + second);

        JsonNode told = demo.processed(demo.key(SUPPLIER), BodyPublishers.ofString(partin(second)));
        assertThat(told.get("messages").findValuesAsText("status")).containsExactly("APPLIED");
        JsonNode change = null;
        for (JsonNode waiting : demo.get("/api/v1/party-changes?status=waiting", operator).get("items")) {
            change = waiting.get("number").asText().equals("PI-" + number) ? waiting : change;
        }
        assertThat(change).isNotNull();
        assertThat(change.get("differences").findValuesAsText("proposed")).contains("GLN " + second);

        demo.post("/api/v1/party-changes/" + change.get("id").asText() + "/acceptance", operator, "{}");
        demo.processed(demo.key(BUYER), BodyPublishers.ofString(toSecond));
        JsonNode placed = demo.get("/api/v1/purchase-orders?number=" + order.number(), demo.key(SUPPLIER)).get("items").get(0);
        assertThat(placed.get("supplier").toString()).contains(SUPPLIER);
        JsonNode again = demo.processed(demo.key(SUPPLIER), BodyPublishers.ofString(partin(second).replace("PI-" + number, "PJ-" + number).replace("P" + number, "Q" + number)));
        assertThat(again.get("messages").findValuesAsText("status")).as("nothing of it is new").containsExactly("NO_EFFECT");
    }

    @Test
    void aCarrierGetsTheInstructionAndItsAnswerStandsOnIt(DemoHub demo) throws Exception {
        String carrier = demo.key("Jianghai Logistics");
        String supplier = demo.key(SUPPLIER);
        JsonNode early = demo.processed(carrier, BodyPublishers.ofString(x990()));
        assertThat(early.get("messages").findValuesAsText("status")).as("the answer overtook its question").containsExactly("HELD");

        JsonNode instructed = demo.processed(supplier, BodyPublishers.ofString(iftmin()));
        assertThat(instructed.get("messages").findValuesAsText("status")).containsExactly("APPLIED");
        demo.await("/api/v1/search?q=TO-" + number, carrier, hits -> hits.toString().contains("\"OUTBOUND\""));
        JsonNode order = demo.await("/api/v1/transport-orders?number=TO-" + number, supplier,
                found -> found.get("items").get(0).get("status").asText().equals("ACCEPTED")).get("items").get(0);
        assertThat(order.get("carrierReference").asText()).isEqualTo("PRO-" + number);
        assertThat(order.get("carrier").get("name").asText()).isEqualTo("Jianghai Logistics");

        JsonNode reported = demo.processed(carrier, BodyPublishers.ofString(iftsta()));
        assertThat(reported.get("messages").findValuesAsText("status")).containsExactly("APPLIED");
        assertThat(demo.get("/api/v1/transport-orders?number=PRO-" + number, carrier).get("items").get(0).get("transport").asText()).isEqualTo("DELIVERED");
    }

    private static String gln(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private String partin(String second) {
        return """
                UNB+UNOC:3+6902345000223:14+6900000000014:14+%1$s:0910+P%2$d++PARTIN'
                UNH+1+PARTIN:D:01B:UN'
                BGM+10+PI-%2$d+4'
                DTM+137:%3$s:102'
                NAD+MS+6902345000223::9'
                UNS+D'
                NAD+SU+%4$s::9'
                RFF+ACD:6902345000223'
                UNT+8+1'
                UNZ+1+P%2$d'
                """.formatted(day.substring(2), number, day, second).replace("'\n", "'");
    }

    private String iftmin() {
        return """
                UNB+UNOC:3+6902345000223:14+6903456001024:14+%1$s:0910+T%2$d++IFTMIN'
                UNH+1+IFTMIN:D:01B:UN'
                BGM+610+TO-%2$d+9'
                DTM+137:%3$s:102'
                TDT+20++3'
                NAD+CZ+6902345000223::9'
                NAD+CN+4001234000022::9'
                NAD+CA+6903456001024::9'
                GID+1+2:PX'
                FTX+AAA+++Deep groove ball bearings'
                UNT+10+1'
                UNZ+1+T%2$d'
                """.formatted(day.substring(2), number, day).replace("'\n", "'");
    }

    private String iftsta() {
        return """
                UNB+UNOC:3+6903456001024:14+6902345000223:14+%1$s:1810+S%2$d++IFTSTA'
                UNH+1+IFTSTA:D:96A:UN'
                BGM+23+ST-%2$d+9'
                DTM+137:%3$s:102'
                CNI+1+TO-%2$d'
                STS+1+21'
                DTM+334:%3$s1700:203'
                UNT+7+1'
                UNZ+1+S%2$d'
                """.formatted(day.substring(2), number, day).replace("'\n", "'");
    }

    private String x990() {
        return """
                ISA*00*          *00*          *07*6903456001024  *07*6902345000223  *%1$s*0910*U*00401*%2$09d*0*P*>~
                GS*GF*6903456001024*6902345000223*%3$s*0910*1*X*004010~
                ST*990*0001~
                B1**TO-%2$d*%3$s*A~
                N9*CN*PRO-%2$d~
                SE*4*0001~
                GE*1*1~
                IEA*1*%2$09d~
                """.formatted(day.substring(2), number, day);
    }
}
