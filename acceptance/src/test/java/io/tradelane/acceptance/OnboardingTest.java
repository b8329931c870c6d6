package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company in with one file, by nothing but the API and the HTTP door. */
@ExtendWith(DemoHub.Shared.class)
class OnboardingTest {

    @Test
    void aSupplierComesInWithOneFileShowsWhatItCanAndTradesForReal(DemoHub hub) throws Exception {
        String operator = hub.key("Tradelane Operations");
        String gln = NewPartner.gln();
        JsonNode made = hub.post("/api/v1/onboardings?email=edi@ostsee.example", operator, file(gln));
        assertThat(made.get("link").asText()).contains("/invitations/");
        assertThat(made.get("mailed").asBoolean()).as("the demo has no mail channel").isFalse();
        String id = made.get("id").asText();
        NewPartner partner = new NewPartner(hub, id, hub.post("/api/v1/onboardings/" + id + "/keys", operator, "").get("key").asText());

        partner.begin("ORDER");
        partner.send("ORDER_RESPONSE");
        partner.send("DESPATCH_ADVICE");
        partner.send("INVOICE");
        partner.awaitCertified();

        JsonNode live = hub.post("/api/v1/onboardings/" + id + "/live", operator, "{}");
        assertThat(live.get("state").asText()).isEqualTo("LIVE");
        assertThat(live.path("overrideReason").isTextual()).isFalse();
        String real = hub.post("/api/v1/onboardings/" + id + "/keys", operator, "").get("key").asText();
        BrightlineOrder order = BrightlineOrder.fresh();
        hub.processed(hub.key("Brightline Retail GmbH"), BodyPublishers.ofString(order.edifact().replace("NAD+SU+6902345000223", "NAD+SU+" + gln)
                .replace("6902345000223:14", gln + ":14")));
        JsonNode placed = hub.await("/api/v1/purchase-orders?number=" + order.number(), real, found -> !found.get("items").isEmpty());
        assertThat(placed.get("items").get(0).get("supplier").toString()).contains("Ostsee Dichtungen");
        assertThat(hub.get("/api/v1/purchase-orders?number=" + order.number(), partner.key()).get("items")).as("seen from the sandbox").isEmpty();
    }

    /** In the browser there is no channel; nothing is sent but by the key. */
    private static String file(String gln) {
        String agreements = String.join("", out("partner", "buyer", "ORDER_RESPONSE", "EDIFACT", "D96A"), out("partner", "buyer", "DESPATCH_ADVICE", "EDIFACT", "D96A"),
                out("partner", "buyer", "INVOICE", "EDIFACT", "D96A"), out("buyer", "partner", "ORDER", "JSON", ""),
                out("buyer", "partner", "RECEIPT_ADVICE", "UBL", "2.1"), out("buyer", "partner", "INVOICE_RESPONSE", "UBL", "PEPPOL"),
                out("buyer", "partner", "REMITTANCE_ADVICE", "JSON", ""));
        return """
                {"format": "tradelane-partner/1",
                 "partner": {"name": "Ostsee Dichtungen", "kind": "SUPPLIER", "currency": "EUR", "identifiers": [{"scheme": "GLN", "value": "%s"}],
                   "address": {"street": "Am Hafen 1", "city": "Rostock", "postalCode": "18147", "country": "DE"}},
                 "counterparties": [{"id": "buyer", "name": "Brightline", "kind": "BUYER", "currency": "EUR", "identifiers": [{"scheme": "GLN", "value": "4001234000022"}]}],
                 "agreements": [%s]}
                """.formatted(gln, agreements.substring(0, agreements.length() - 1));
    }

    private static String out(String sender, String receiver, String type, String format, String version) {
        return """
                {"direction": "OUTBOUND", "sender": "%s", "receiver": "%s", "type": "%s",
                 "versions": [{"number": 1, "state": "IN_FORCE", "terms": {"format": "%s", "version": "%s"}}]},""".formatted(sender, receiver, type, format, version);
    }
}
