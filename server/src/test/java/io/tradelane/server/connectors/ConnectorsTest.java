package io.tradelane.server.connectors;

import static io.tradelane.server.connectors.ConnectorHub.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.server.connectors.ConnectorHub.Company;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.carrier.CarrierService;
import io.tradelane.simulators.crm.CrmService;
import io.tradelane.simulators.erp.ODataService;
import io.tradelane.simulators.erp.SapSystem;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside systems connected to a whole hub, each by its own protocol. */
class ConnectorsTest {
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

    @TempDir
    static Path home;

    private static ConnectorHub hub;
    private static Company buyer;

    @BeforeAll
    static void start() {
        hub = ConnectorHub.shared();
        buyer = hub.company("Keller Werke", Kind.BUYER);
    }

    @Test
    void sapPostsIdocsAndTakesThemInASoapEnvelopeOrPlain() throws Exception {
        Company supplier = hub.company("Nordwind", Kind.SUPPLIER);
        try (var sap = new SapSystem(new Mailroom(home.resolve("sap")), 0)) {
            UUID in = hub.channel(buyer, "idoc", Direction.INBOUND, Map.of("user", "SAP"), Map.of("password", "a long password"));
            UUID out = hub.channel(supplier, "idoc", Direction.OUTBOUND, Map.of("url", sap.address("/sap/bc/srt/idoc").toString(), "service", "SOAP", "user", SapSystem.USER),
                    Map.of("password", SapSystem.PASSWORD));
            hub.agree(buyer, supplier, DocumentType.ORDER, "IDOC", "ORDERS05", out);
            byte[] idoc = idoc("SAP-1", supplier).getBytes(StandardCharsets.UTF_8);
            await().atMost(LONG).until(() -> sap.post(hub.address("/api/v1/idocs/" + in), "SAP", "a long password", "text/xml", idoc) == 200);
            assertThat(sap.post(hub.address("/api/v1/idocs/" + in), "SAP", "another password", "text/xml", idoc)).isEqualTo(401);
            assertThat(sap.post(hub.address("/api/v1/idocs/" + in), "SAP", "a long password", "text/xml", idoc)).as("a repeat").isEqualTo(200);
            hub.awaitReceived(in, "ORDER SAP-1 APPLIED");
            assertThat(hub.interchanges(in)).isOne();
            hub.awaitDelivered(out, 1);
            assertThat(new Mailroom(home.resolve("sap")).find("<ORDERS05>", "SAP-1", "soap:Body")).isPresent();

            UUID flat = hub.channel(supplier, "idoc", Direction.OUTBOUND, Map.of("url", sap.address("/sap/bc/idoc_xml").toString(), "user", SapSystem.USER),
                    Map.of("password", SapSystem.PASSWORD));
            hub.agree(buyer, supplier, DocumentType.ORDER, "IDOC", "ORDERS05-FLAT", flat);
            hub.post(buyer, "application/json", ConnectorHub.order(buyer, supplier, "SAP-2"));
            hub.awaitDelivered(flat, 1);
            assertThat(new Mailroom(home.resolve("sap")).find("EDI_DC40", "SAP-2")).isPresent();
        }
    }

    @Test
    void anODataServiceIsReadByDeltaLinksAndWrittenWithItsToken() throws Exception {
        Company supplier = hub.company("Ostwind", Kind.SUPPLIER);
        try (var erp = new ODataService(0)) {
            for (int i = 1; i <= 3; i++) {
                erp.put("SalesOrders", Map.of("ID", "OD-" + i, "Supplier", supplier.gln(), "Article", "4006381333931", "Quantity", i));
            }
            UUID in = hub.channel(buyer, "odata", Direction.INBOUND, Map.of("url", erp.address("/odata/").toString(), "entitySet", "SalesOrders", "user", ODataService.USER,
                    "pollMillis", "500", "mapping", mapping(".ID", ".Supplier", ".Article", ".Quantity")), Map.of("password", ODataService.PASSWORD));
            hub.awaitReceived(in, "ORDER OD-1 APPLIED", "ORDER OD-2 APPLIED", "ORDER OD-3 APPLIED");
            erp.put("SalesOrders", Map.of("ID", "OD-4", "Supplier", supplier.gln(), "Article", "4006381333931", "Quantity", 4));
            hub.awaitReceived(in, "ORDER OD-4 APPLIED");
            erp.forget();
            erp.put("SalesOrders", Map.of("ID", "OD-5", "Supplier", supplier.gln(), "Article", "4006381333931", "Quantity", 5));
            hub.awaitReceived(in, "ORDER OD-5 APPLIED");
            assertThat(hub.interchanges(in)).as("what was read again after the token had run out").isEqualTo(5);

            UUID out = hub.channel(supplier, "odata", Direction.OUTBOUND, Map.of("url", erp.address("/odata/").toString(), "entitySet", "Inbox", "user", ODataService.USER,
                    "mapping", "let d = if (is-array(.)) .[0].document else .document {\"ID\": $d.number, \"Lines\": size($d.lines)}"), Map.of("password", ODataService.PASSWORD));
            hub.agree(buyer, supplier, DocumentType.ORDER, "JSON", "1", out);
            hub.post(buyer, "application/json", ConnectorHub.order(buyer, supplier, "OD-OUT"));
            hub.awaitDelivered(out, 1);
            assertThat(erp.all("Inbox")).extracting(row -> row.get("ID")).containsExactly("OD-OUT");
        }
    }

    @Test
    void aCrmIsReadPageByPageFromItsMarkAndToldOfOrders() throws Exception {
        Company supplier = hub.company("Suedwind", Kind.SUPPLIER);
        try (var crm = new CrmService(0)) {
            for (int i = 1; i <= 5; i++) {
                crm.put(Map.of("id", "CRM-" + i, "supplier", supplier.gln(), "article", "4006381333931", "quantity", i, "updatedAt", "2026-03-0" + i + "T08:00:00Z"));
            }
            var how = Map.of("url", crm.address("/api").toString(), "auth", "OAUTH2", "tokenUrl", crm.address("/oauth/token").toString(), "clientId", CrmService.CLIENT_ID);
            var in = new HashMap<>(how);
            in.putAll(Map.of("path", "/customers", "itemsPath", "/data", "paging", "PAGE", "sizeParameter", "per_page", "pageSize", "2", "marker", "RECORD",
                    "markerParameter", "updatedSince", "markerPath", "/updatedAt", "pollMillis", "500", "mapping", mapping(".id", ".supplier", ".article", ".quantity")));
            UUID reading = hub.channel(buyer, "rest", Direction.INBOUND, in, Map.of("clientSecret", CrmService.CLIENT_SECRET));
            hub.awaitReceived(reading, "ORDER CRM-1 APPLIED", "ORDER CRM-5 APPLIED");
            assertThat(crm.tokens()).as("one token for all calls").isOne();
            crm.revoke();
            crm.put(Map.of("id", "CRM-6", "supplier", supplier.gln(), "article", "4006381333931", "quantity", 6, "updatedAt", "2026-03-06T08:00:00Z"));
            hub.awaitReceived(reading, "ORDER CRM-6 APPLIED");
            assertThat(hub.interchanges(reading)).isEqualTo(6);
            assertThat(hub.query("select position from channel_position where channel_id = :id", Map.of("id", reading))).containsExactly("2026-03-06T08:00:00Z");

            var out = new HashMap<>(how);
            out.putAll(Map.of("path", "/activities", "mapping", "let d = if (is-array(.)) .[0].document else .document {\"subject\": \"Order \" + $d.number}"));
            UUID telling = hub.channel(supplier, "rest", Direction.OUTBOUND, out, Map.of("clientSecret", CrmService.CLIENT_SECRET));
            hub.agree(buyer, supplier, DocumentType.ORDER, "JSON", "1", telling);
            hub.post(buyer, "application/json", ConnectorHub.order(buyer, supplier, "CRM-OUT"));
            hub.awaitDelivered(telling, 1);
            assertThat(crm.activities()).extracting(activity -> activity.path("subject").asString()).containsExactly("Order CRM-OUT");
        }
    }

    @Test
    void aCarrierTakesATransportOrderAndItsEventsComeByQuestionPushAndEdi() throws Exception {
        Company shipper = hub.company("Westwind", Kind.SUPPLIER);
        Company carrier = hub.company("Fjord Transport", Kind.CARRIER);
        try (var service = new CarrierService(new Mailroom(home.resolve("carrier")), 0)) {
            Map<String, String> how = Map.of("url", service.address("/v1").toString(), "auth", "HEADER");
            var polling = new HashMap<>(how);
            polling.put("pollMillis", "500");
            UUID out = hub.channel(carrier, "carrier", Direction.OUTBOUND, how, Map.of("token", CarrierService.KEY));
            UUID in = hub.channel(carrier, "carrier", Direction.INBOUND, polling, Map.of("token", CarrierService.KEY));
            UUID pushed = hub.channel(carrier, "webhook", Direction.INBOUND, Map.of("mapping", eventMapping()), Map.of("secret", SECRET));
            hub.agree(shipper, carrier, DocumentType.TRANSPORT_INSTRUCTION, "JSON", "1", out);
            hub.post(shipper, "application/json", instruction(shipper, carrier, buyer));
            hub.awaitDelivered(out, 1);
            assertThat(service.orders()).extracting(order -> order.path("reference").asString()).containsExactly("TO-1");

            OffsetDateTime at = OffsetDateTime.parse("2026-03-02T08:00:00+01:00");
            service.report("TO-1", "picked-up", at, "Oslo", null);
            service.report("TO-1", "in-transit", at.plusHours(5), "Hamburg", null);
            hub.awaitReceived(in, "TRANSPORT_STATUS E1 APPLIED", "TRANSPORT_STATUS E2 APPLIED");
            assertThat(transport("TO-1")).containsExactly("DEPARTED");

            var event = Map.<String, Object>of("id", "P1", "shipment", "TRK-TO-1", "reference", "TO-1", "status", "out-for-delivery", "at", "2026-03-03T07:00:00+01:00", "place", "Bremen");
            await().atMost(LONG).until(() -> service.push(hub.address("/api/v1/webhooks/" + pushed), SECRET, event) == 202);
            assertThat(service.push(hub.address("/api/v1/webhooks/" + pushed), SECRET, event)).as("pushed again").isEqualTo(202);
            hub.awaitReceived(pushed, "TRANSPORT_STATUS P1 APPLIED");
            assertThat(hub.interchanges(pushed)).isOne();

            hub.post(carrier, "application/EDIFACT", new String(CarrierService.iftsta(carrier.gln(), shipper.gln(), "TO-1", "ST-1", "21", "20260304"), StandardCharsets.ISO_8859_1));
            await().atMost(LONG).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> assertThat(transport("TO-1")).containsExactly("DELIVERED"));
        }
    }

    private static List<String> transport(String number) {
        return hub.query("select transport from transport_order where number = :number", Map.of("number", number));
    }

    private static String mapping(String number, String supplier, String article, String quantity) {
        return """
                {"type": "ORDER", "document": {"number": %s, "kind": "STANDARD", "function": "ORIGINAL", "issueDate": "2026-03-02", "currency": "EUR",
                  "parties": [{"role": "BUYER", "identifiers": [{"scheme": "GLN", "value": "%s"}]}, {"role": "SUPPLIER", "identifiers": [{"scheme": "GLN", "value": %s}]}],
                  "lines": [{"lineNumber": "1", "item": {"gtin": %s}, "quantity": {"value": %s, "unit": "PCE"},
                    "price": {"amount": {"amount": 2.50, "currency": "EUR"}, "basis": {"value": 1, "unit": "PCE"}}}]}}
                """.formatted(number, buyer.gln(), supplier, article, quantity);
    }

    /** As the carrier's own channel has it, for the same events when they are pushed. */
    private static String eventMapping() throws Exception {
        try (var in = ConnectorsTest.class.getResourceAsStream("/io/tradelane/adapters/carrier/events.jslt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String instruction(Company shipper, Company carrier, Company consignee) {
        return """
                {"type": "TRANSPORT_INSTRUCTION", "document": {"number": "TO-1", "kind": "TRANSPORT", "function": "ORIGINAL", "issueDate": "2026-03-01", "mode": "3",
                  "parties": [{"role": "CONSIGNOR", "identifiers": [{"scheme": "GLN", "value": "%s"}]}, {"role": "CONSIGNEE", "identifiers": [{"scheme": "GLN", "value": "%s"}]},
                    {"role": "CARRIER", "identifiers": [{"scheme": "GLN", "value": "%s"}]}],
                  "goods": [{"lineNumber": "1", "description": "Bearings", "packages": {"value": 2, "unit": "PX"}}]}}
                """.formatted(shipper.gln(), consignee.gln(), carrier.gln());
    }

    private static String idoc(String number, Company supplier) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ORDERS05><IDOC BEGIN="1">
                  <EDI_DC40 SEGMENT="1"><TABNAM>EDI_DC40</TABNAM><DOCNUM>0000000000004711</DOCNUM><DIRECT>1</DIRECT><IDOCTYP>ORDERS05</IDOCTYP><MESTYP>ORDERS</MESTYP>
                    <SNDPRT>LS</SNDPRT><SNDPRN>%2$s</SNDPRN><SNDLAD>%2$s</SNDLAD><RCVPRT>LI</RCVPRT><RCVPRN>%3$s</RCVPRN><RCVLAD>%3$s</RCVLAD><CREDAT>20260302</CREDAT><CRETIM>101500</CRETIM></EDI_DC40>
                  <E1EDK01 SEGMENT="1"><CURCY>EUR</CURCY><BSART>NB</BSART><BELNR>%1$s</BELNR></E1EDK01>
                  <E1EDK03 SEGMENT="1"><IDDAT>012</IDDAT><DATUM>20260302</DATUM></E1EDK03>
                  <E1EDKA1 SEGMENT="1"><PARVW>AG</PARVW><ILNNR>%2$s</ILNNR></E1EDKA1>
                  <E1EDKA1 SEGMENT="1"><PARVW>LF</PARVW><ILNNR>%3$s</ILNNR></E1EDKA1>
                  <E1EDK02 SEGMENT="1"><QUALF>001</QUALF><BELNR>%1$s</BELNR><DATUM>20260302</DATUM></E1EDK02>
                  <E1EDP01 SEGMENT="1"><POSEX>000010</POSEX><MENGE>12.5</MENGE><MENEE>KGM</MENEE><PMENE>KGM</PMENE><VPREI>3.20</VPREI><PEINH>1</PEINH>
                    <E1EDP19 SEGMENT="1"><QUALF>002</QUALF><IDTNR>A-1</IDTNR><KTEXT>Ham</KTEXT></E1EDP19></E1EDP01>
                </IDOC></ORDERS05>
                """.formatted(number, buyer.gln(), supplier.gln());
    }
}
