package io.tradelane.server.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.server.database.DatabaseFixture;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acknowledgements of X12 and IDocs both ways, and of UBL, through the HTTP door of a running hub. */
class AcknowledgedInterchangesIT {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("target/tradelane.jar").toAbsolutePath();
    private static final String BUYER = "6901234567892";
    private static final String SUPPLIER = "6909876000012";
    private static final String SAP = "4012345500004";

    @TempDir
    static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static DatabaseFixture database;
    private static AnnotationConfigApplicationContext engine;
    private static JavaProcess hub;
    private static int port;
    private static UUID buyer;
    private static UUID supplier;
    private static UUID sap;
    private static String buyersKey;
    private static String suppliersKey;
    private static String sapsKey;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseFixture(folder.resolve("database"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(database.owner());
        settings.put("TRADELANE_KEY", "the key of an installation for a test of acknowledgements");
        settings.put("TRADELANE_HOME", folder.resolve("home").toString());
        settings.put("SERVER_PORT", Integer.toString(port));
        hub = JavaProcess.start(folder.resolve("hub.out"), settings, List.of("-jar", JAR.toString(), "serve"));
        await().atMost(START).pollInterval(Duration.ofMillis(300)).until(AcknowledgedInterchangesIT::isReady);
        engine = EngineFixture.on(database.asApp());
        Tenancy.run(Actor.hub(), AcknowledgedInterchangesIT::partners);
    }

    private static boolean isReady() throws Exception {
        assertThat(hub.isAlive()).as(hub::output).isTrue();
        try {
            return get("/actuator/health/readiness", "").statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    private static void partners() {
        Organisations organisations = engine.getBean(Organisations.class);
        buyer = organisations.create(new NewOrganisation("Huaxing Components", null, Organisation.Kind.BUYER, BUYER, "CNY"));
        supplier = organisations.create(new NewOrganisation("Haina Fasteners", null, Organisation.Kind.SUPPLIER, SUPPLIER, "CNY"));
        sap = organisations.create(new NewOrganisation("Nordwind Maschinen", null, Organisation.Kind.BUYER, SAP, "EUR"));
        organisations.create(new NewOrganisation("Operations", null, Organisation.Kind.OPERATOR, null, "CNY"));
        Set<String> scopes = Set.of("interchange:write", "message:read", "payload:read");
        buyersKey = engine.getBean(ApiClients.class).create(buyer, "erp", scopes).key();
        suppliersKey = engine.getBean(ApiClients.class).create(supplier, "erp", scopes).key();
        sapsKey = engine.getBean(ApiClients.class).create(sap, "sap", scopes).key();
        agree(supplier, sap, DocumentType.SYNTAX_ACKNOWLEDGEMENT, "IDOC", "ALEAUD01");
        agree(sap, supplier, DocumentType.ORDER, "IDOC", "ORDERS05");
        agree(supplier, buyer, DocumentType.SYNTAX_ACKNOWLEDGEMENT, "X12", "004010");
        agree(supplier, buyer, DocumentType.APPLICATION_ACKNOWLEDGEMENT, "UBL", "PEPPOL");
        agree(buyer, supplier, DocumentType.ORDER, "X12", "004010");
    }

    private static void agree(UUID from, UUID to, DocumentType type, String format, String version) {
        engine.getBean(Agreements.class).agree(new Agreement(
                Ids.next(), from, to, type, format, version, null, null, false, gln(from), "14", gln(to), "14", "UNOC", false));
    }

    private static String gln(UUID company) {
        return company.equals(buyer) ? BUYER : company.equals(supplier) ? SUPPLIER : SAP;
    }

    @AfterAll
    static void stop() throws Exception {
        if (engine != null) {
            engine.close();
        }
        hub.close();
        database.close();
    }

    @Test
    void aWrongElementIsToldBySegmentAndElement() throws Exception {
        String id = posted(buyersKey, interchange("901", "PO", "ST*850*0001~BEG*00*SA*PO-901**20260230~PO1*1*5*PIECE*1.25**VP*NW-7~CTT*1~SE*5*0001~"));

        JsonNode ack = acknowledgement(id, "997");

        assertThat(ack.path("accepted").asBoolean()).isFalse();
        assertThat(ack.path("detail").asString()).contains("850 0001: 8 invalid date (BEG, segment 2, element 5, “20260230”)");
        assertThat(payload(ack)).contains("~AK1*PO*901~AK2*850*0001~AK3*BEG*2**8~AK4*5**8*20260230~", "AK5*R*5", "AK9*R*1*1*0");
        assertThat(find(id, "TA1", buyersKey)).as("nobody asked for it").isNull();
    }

    @Test
    void aGoodOneIsAcceptedAndARepeatNotToBeSentAgain() throws Exception {
        String good = interchange("902", "PO", "ST*850*0001~BEG*00*SA*PO-902**20260302~N1*SU**UL*" + SUPPLIER
                + "~PO1*1*5*EA*1.25**VP*NW-7~CTT*1~SE*6*0001~");
        String id = posted(buyersKey, good);

        JsonNode ack = acknowledgement(id, "997");
        assertThat(ack.path("accepted").asBoolean()).isTrue();
        assertThat(payload(ack)).contains("AK5*A~AK9*A*1*1*1~");

        String again = posted(buyersKey, good);
        assertThat(payload(acknowledgement(again, "TA1"))).contains("TA1*000000902*260302*1000*E*025~");
        assertThat(payload(acknowledgement(again, "997"))).contains("AK9*A*1*1*1~");
    }

    @Test
    void a997ThatComesBackMarksWhatWasSentAsAcknowledged() throws Exception {
        UUID sent = sentOrder(order("PO-77"), buyer);
        String control = json(get("/api/v1/interchanges/" + sent, suppliersKey)).path("controlReference").asString();
        String set = "0".repeat(Math.max(0, 4 - control.length())) + control;

        posted(suppliersKey, interchange("911", "FA", "ST*997*0001~AK1*PO*" + control + "~AK2*850*" + set + "~AK5*A~AK9*A*1*1*1~SE*6*0001~")
                .replace(BUYER, "BUYERBUYERBUY").replace(SUPPLIER, BUYER).replace("BUYERBUYERBUY", SUPPLIER));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode interchange = json(get("/api/v1/interchanges/" + sent, suppliersKey));
            assertThat(interchange.path("status").asString()).isEqualTo("ACKNOWLEDGED");
            assertThat(interchange.path("acknowledgements").valueStream().map(ack -> ack.path("kind").asString())).containsExactly("997");
        });
    }

    @Test
    void aUblOrderGetsTheMessageLevelResponseThatIsAgreedOn() throws Exception {
        Envelope envelope = Envelope.of(new PartyAddress(BUYER, "14"), new PartyAddress(SUPPLIER, "14"), "1", Instant.parse("2026-03-02T10:00:00Z"));
        String good = new String(Translator.standard().write(List.of(order("PO-95")), new Target(Format.UBL, "2.1"), envelope), StandardCharsets.UTF_8);

        JsonNode accepted = acknowledgement(posted(buyersKey, good), "MLR");
        assertThat(accepted.path("accepted").asBoolean()).isTrue();
        assertThat(payload(accepted)).contains("<cbc:ResponseCode>AP<", "<cbc:ID>PO-95<");

        JsonNode refused = acknowledgement(posted(buyersKey, good.replace("PO-95", "PO-96").replace("<cbc:IssueDate>", "<cbc:Colour>red</cbc:Colour><cbc:IssueDate>")), "MLR");
        assertThat(refused.path("accepted").asBoolean()).isFalse();
        assertThat(payload(refused)).contains("<cbc:ResponseCode>RE<", "<cbc:ID>PO-96<", "<cbc:StatusReasonCode>SV<");
    }

    @Test
    void anIdocIsPostedOrNotAndAnAuditThatComesBackIsMatched() throws Exception {
        Envelope envelope = Envelope.of(new PartyAddress(SAP, "14"), new PartyAddress(SUPPLIER, "14"), "4711", Instant.parse("2026-03-02T10:00:00Z"));
        String good = written(order("PO-97", SAP), "ORDERS05", envelope);
        assertThat(acknowledgement(posted(sapsKey, good), "ALEAUD", sapsKey).path("accepted").asBoolean()).isTrue();

        JsonNode refused = acknowledgement(posted(sapsKey, good.replace("4711", "4712").replace("<MENGE>5", "<MENGE>five")), "ALEAUD", sapsKey);
        assertThat(refused.path("accepted").asBoolean()).isFalse();
        assertThat(get("/api/v1/interchanges/" + refused.path("answer").asString() + "/payload", sapsKey).body())
                .contains("4712", "<STATUS>5", "five");

        UUID sent = sentOrder(order("PO-98", SAP), sap);
        String number = json(get("/api/v1/interchanges/" + sent, suppliersKey)).path("controlReference").asString();
        posted(suppliersKey, written(new SyntaxAcknowledgementDocument(
                "1", LocalDate.of(2026, 3, 2), number, SUPPLIER, SAP, Action.ACKNOWLEDGED, null,
                List.of(new SyntaxAcknowledgementDocument.Message(number, "ORDERS", Action.ACKNOWLEDGED, List.of()))), "ALEAUD01",
                Envelope.of(new PartyAddress(SUPPLIER, "14"), new PartyAddress(SAP, "14"), "99", Instant.parse("2026-03-02T10:00:00Z"))));
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode interchange = json(get("/api/v1/interchanges/" + sent, suppliersKey));
            assertThat(interchange.path("status").asString()).as(interchange.toString()).isEqualTo("ACKNOWLEDGED");
        });
    }

    private static String written(BusinessDocument document, String version, Envelope envelope) {
        return new String(Translator.standard().write(List.of(document), new Target(Format.IDOC, version), envelope), StandardCharsets.UTF_8);
    }

    private static OrderDocument order(String number) {
        return order(number, BUYER);
    }

    private static OrderDocument order(String number, String buyer) {
        return new OrderDocument(
                number, OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, LocalDate.of(2026, 3, 2), null, "CNY",
                List.of(party(PartyRole.BUYER, buyer), party(PartyRole.SUPPLIER, SUPPLIER)), List.of(), null, null, Money.of("6.25", "CNY"),
                List.of(new OrderDocument.Line(
                        "1", new Item("4006381333931", null, null, "Bolt"), Quantity.of(5, "PCE"), null, null, null, null, List.of())));
    }

    private static UUID sentOrder(OrderDocument order, UUID from) {
        Outbox outbox = engine.getBean(Outbox.class);
        UUID item = Tenancy.call(Actor.hub(), () -> new TransactionTemplate(engine.getBean(PlatformTransactionManager.class)).execute(status ->
                outbox.enqueue(new OutboundDocument(from, supplier, order, order.number(), null, null, "order:" + order.number()))));
        await().atMost(SOON).until(() -> Tenancy.call(Actor.hub(), () -> outbox.find(item)).orElseThrow().interchange() != null);
        return Tenancy.call(Actor.hub(), () -> outbox.find(item)).orElseThrow().interchange();
    }

    private static Party party(PartyRole role, String gln) {
        return new Party(role, List.of(new Party.Identifier(Party.Scheme.GLN, gln)), "Company", null, null);
    }

    /** From the buyer to the supplier, by their GLNs, which X12 qualifies with 07. */
    private static String interchange(String number, String group, String sets) {
        return "ISA*00*          *00*          *07*" + BUYER + "  *07*" + SUPPLIER + "  *260302*1000*U*00401*000000" + number + "*0*P*>~"
                + "GS*" + group + "*" + BUYER + "*" + SUPPLIER + "*20260302*1000*" + number + "*X*004010~" + sets + "GE*1*" + number
                + "~IEA*1*000000" + number + "~";
    }

    private static JsonNode acknowledgement(String interchange, String kind) throws Exception {
        return acknowledgement(interchange, kind, buyersKey);
    }

    /** Once it is written. */
    private static JsonNode acknowledgement(String interchange, String kind, String key) throws Exception {
        await().atMost(SOON).untilAsserted(() -> {
            HttpResponse<String> shown = get("/api/v1/interchanges/" + interchange, key);
            JsonNode found = find(interchange, kind, key);
            assertThat(found).as(shown.body()).isNotNull();
            assertThat(found.path("answer").isNull()).as(shown.body()).isFalse();
        });
        return find(interchange, kind, key);
    }

    private static @Nullable JsonNode find(String interchange, String kind, String key) throws Exception {
        return json(get("/api/v1/interchanges/" + interchange, key)).path("acknowledgements").valueStream()
                .filter(ack -> ack.path("kind").asString().equals(kind)).findFirst().orElse(null);
    }

    private static String payload(JsonNode ack) throws Exception {
        return get("/api/v1/interchanges/" + ack.path("answer").asString() + "/payload", buyersKey).body();
    }

    private static String posted(String key, String body) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request("/api/v1/interchanges", key).header("Content-Type", "application/EDI-X12").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("id").asString();
    }

    private static HttpResponse<String> get(String path, String key) throws Exception {
        return HTTP.send(request(path, key).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
