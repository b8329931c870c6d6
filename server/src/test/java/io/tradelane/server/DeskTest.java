package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.server.home.Home;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does at the desk, through the doors and the API of a whole hub to its effect on what partners get. */
class DeskTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext hub;
    private static UUID buyer;
    private static UUID supplier;
    private static String buyerKey;
    private static String operatorKey;

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(TradelaneApplication.class);
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addInitializers(context -> Home.of(context.getEnvironment()).create());
        hub = application.run("--tradelane.home=" + home, "--server.port=0", "--tradelane.hub.sweep-millis=300");
        Tenancy.run(Actor.hub(), () -> {
            Organisations organisations = hub.getBean(Organisations.class);
            buyer = organisations.create(new NewOrganisation("Keller Werke", null, Organisation.Kind.BUYER, "4012345500004", "EUR"));
            supplier = organisations.create(new NewOrganisation("Nordwind", null, Organisation.Kind.SUPPLIER, "5412345000013", "EUR"));
            UUID operator = organisations.create(new NewOrganisation("Operations", null, Organisation.Kind.OPERATOR, null, "EUR"));
            ApiClients clients = hub.getBean(ApiClients.class);
            buyerKey = clients.create(buyer, "erp", Set.of("interchange:write", "message:read", "order:read")).key();
            operatorKey = clients.create(operator, "operations", Set.of("read", "operate")).key();
        });
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void whatWasOnlyShownGoesOutByTheAgreementThatCameLater() throws Exception {
        ends(post(order("SH-1", "SH1", "10")), "APPLIED");
        String channel = call("POST", "/api/v1/channels", """
                {"organisation":"%s","name":"Nordwind folder","door":"folder","direction":"OUTBOUND","parameters":{"directory":"nordwind"},"secrets":{},"enabled":true}
                """.formatted(supplier), 201).path("id").asString();
        String agreement = "/api/v1/agreements/" + call("POST", "/api/v1/agreements", """
                {"direction":"OUTBOUND","sender":"%s","receiver":"%s","type":"ORDER","terms":{"format":"EDIFACT","version":"D96A","senderId":"4012345500004",
                 "senderQualifier":"14","receiverId":"5412345000013","receiverQualifier":"14","charset":"UNOC","channel":"%s"}}
                """.formatted(buyer, supplier, channel), 201).path("agreement").asString();
        call("POST", agreement + "/versions/1/activation", "{}", 200);

        assertThat(call("GET", agreement + "/shown-documents", "", 200).path("documents").asInt()).isPositive();
        assertThat(call("POST", agreement + "/shown-documents", "{}", 200).path("documents").asInt()).isPositive();
        await().atMost(LONG).untilAsserted(() -> assertThat(files("folders/nordwind")).anyMatch(text -> text.contains("BGM+220+SH-1+")));
        assertThat(call("GET", agreement + "/shown-documents", "", 200).path("documents").asInt()).isZero();
    }

    @Test
    void aDocumentThatComesTwiceIsTreatedAsIsAgreedWithItsSender() throws Exception {
        ends(post(order("DU-1", "DU1", "10")), "APPLIED");
        ends(post(order("DU-1", "DU2", "10")), "NO_EFFECT");
        ends(post(order("DU-1", "DU3", "11")), "HELD");

        agree("{\"duplicates\":{\"documentRepeated\":\"REFUSE\",\"documentReused\":\"REFUSE\"}}");
        ends(post(order("DU-1", "DU4", "10")), "REJECTED");
        ends(post(order("DU-1", "DU5", "12")), "REJECTED");

        agree("{\"duplicates\":{\"documentRepeated\":\"HOLD\",\"documentReused\":\"IGNORE\"}}");
        UUID repeated = post(order("DU-1", "DU6", "10"));
        ends(repeated, "HELD");
        ends(post(order("DU-1", "DU7", "13")), "NO_EFFECT");

        JsonNode incident = incident(repeated);
        assertThat(incident.path("summary").asString()).contains("DU-1");
        call("POST", "/api/v1/incidents/" + incident.path("id").asString() + "/retry", "", 200);
        ends(repeated, "NO_EFFECT");
        agree("{}");
    }

    @Test
    void aGapOfControlNumbersIsAnIncidentUntilTheMissingOneComes() throws Exception {
        agree("{\"sequence\":\"WARN\"}");
        ends(post(order("SQ-1", "000101", "1")), "APPLIED");
        ends(post(order("SQ-3", "000103", "1")), "APPLIED");
        await().atMost(LONG).until(() -> !open("CONTROL_NUMBER_GAP").isEmpty());
        ends(post(order("SQ-2", "000102", "1")), "APPLIED");
        await().atMost(LONG).until(() -> open("CONTROL_NUMBER_GAP").isEmpty());
        agree("{}");
    }

    @Test
    void whatSeveralDocumentsWaitForIsPutRightOnceForAll() throws Exception {
        List<UUID> waiting = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            waiting.add(post(order("CU-" + i, "CU" + i, "1").replace("CUX+2:EUR", "CUX+2:QQX")));
        }
        for (UUID one : waiting) {
            ends(one, "HELD");
        }
        JsonNode alike = call("GET", "/api/v1/incidents/" + incident(waiting.getFirst()).path("id").asString() + "/alike", "", 200).path("items");
        assertThat(alike.size()).isGreaterThanOrEqualTo(4);
        call("POST", "/api/v1/partners/" + buyer + "/cross-references", "[{\"kind\":\"CURRENCY\",\"theirs\":\"QQX\",\"ours\":\"EUR\",\"from\":\"2026-01-01\"}]", 201);
        for (UUID one : waiting) {
            ends(one, "APPLIED");
        }
        assertThat(call("GET", "/api/v1/audit-entries?subject=partner&organisation=" + buyer, "", 200).path("items").toString())
                .contains("CROSS_REFERENCES_SET", "QQX", "KEY_ADDED").doesNotContain(buyerKey.substring(buyerKey.lastIndexOf('_') + 1));
    }

    @Test
    void anOrderInANameThatNobodyHasWaitsUntilSomebodySaysWhoseItIs() throws Exception {
        String branch = "4012345599992";
        List<UUID> waiting = new ArrayList<>();
        waiting.add(post(order("UP-1", "UP1", "1").replace("NAD+BY+4012345500004", "NAD+BY+" + branch)));
        waiting.add(post(resource("order.x12").replace("BRANCH", branch)));
        waiting.add(post(resource("order-idoc.xml").replace("BRANCH", branch)));
        for (UUID one : waiting) {
            ends(one, "HELD");
        }
        assertThat(incident(waiting.getFirst()).path("summary").asString()).contains("UP-1", "buyer GLN " + branch);
        JsonNode unknown = call("GET", "/api/v1/unknown-parties", "", 200).path("items").get(0);
        assertThat(unknown.toString()).contains("\"buyer\"", branch, buyer.toString());
        assertThat(unknown.path("count").asInt()).isEqualTo(waiting.size());
        // What has no envelope of its own is sent by its buyer: there the number is that of an unknown sender.
        for (String format : List.of("order-ubl.xml", "order-cxml.xml")) {
            UUID sent = post(resource(format).replace("BRANCH", branch));
            await().atMost(LONG).until(() -> call("GET", "/api/v1/interchanges/" + sent, "", 200).path("status").asString().equals("UNASSIGNED"));
            waiting.add(sent);
        }
        assertThat(call("GET", "/api/v1/unknown-senders", "", 200).toString()).contains(branch);
        call("POST", "/api/v1/partners/" + buyer + "/identifiers", "{\"scheme\":\"GLN\",\"value\":\"%s\"}".formatted(branch), 200);
        for (UUID one : waiting) {
            ends(one, "APPLIED");
        }
        assertThat(call("GET", "/api/v1/unknown-parties", "", 200).path("items").toString()).doesNotContain(branch);
    }

    @Test
    void anUnknownSupplierHoldsAnOrderAndAnUnknownPlaceOfDeliveryIsShownOnIt() throws Exception {
        UUID order = post(order("UP-6", "UP6", "1").replace("NAD+SU+5412345000013", "NAD+SU+5412345099994"));
        ends(order, "HELD");
        assertThat(incident(order).path("summary").asString()).contains("supplier GLN 5412345099994");
        UUID mistyped = post(order("UP-9", "UP9", "1").replace("NAD+BY+4012345500004", "NAD+BY+4012345500005"));
        ends(mistyped, "HELD");
        assertThat(call("GET", "/api/v1/unknown-parties", "", 200).path("items").toString()).contains("4012345500005", "\"possible\":false");
        ends(post(order("UP-7", "UP7", "1").replace("CUX", "NAD+DP+4012345599985::9'CUX").replace("UNT+11", "UNT+12")), "APPLIED");
        ends(post(order("UP-8", "UP8", "1").replace("CUX", "NAD+DP+4012345599985::9++Branch+Am Markt 1+Kiel++24103+DE'CUX").replace("UNT+11", "UNT+12")), "APPLIED");
        assertThat(issues("UP-7")).contains("UNKNOWN_DELIVERY_PLACE", "4012345599985");
        assertThat(issues("UP-8")).doesNotContain("UNKNOWN_DELIVERY_PLACE");
    }

    private static String issues(String order) throws Exception {
        HttpResponse<String> found = send("GET", "/api/v1/purchase-orders?number=" + order, "application/json", buyerKey, "");
        String id = new JsonMapper().readTree(found.body()).path("items").get(0).path("id").asString();
        return send("GET", "/api/v1/purchase-orders/" + id, "application/json", buyerKey, "").body();
    }

    private static String resource(String name) throws IOException {
        try (var file = DeskTest.class.getResourceAsStream("unknown-party/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the buyer sends in EDIFACT from now on. */
    private static void agree(String terms) throws Exception {
        String agreement = "/api/v1/agreements/" + call("POST", "/api/v1/agreements",
                "{\"direction\":\"INBOUND\",\"sender\":\"%s\",\"receivedFormat\":\"EDIFACT\",\"terms\":%s}".formatted(buyer, terms), 201).path("agreement").asString();
        int draft = call("GET", agreement + "/versions", "", 200).path("items").get(0).path("number").asInt();
        call("POST", agreement + "/versions/" + draft + "/activation", "{}", 200);
    }

    private static JsonNode incident(UUID interchange) throws Exception {
        for (JsonNode each : call("GET", "/api/v1/incidents?limit=200", "", 200).path("items")) {
            if (interchange.toString().equals(each.path("interchange").asString())) {
                return each;
            }
        }
        throw new AssertionError("no incident about " + interchange);
    }

    private static List<JsonNode> open(String cause) throws Exception {
        List<JsonNode> open = new ArrayList<>();
        call("GET", "/api/v1/incidents?status=open&cause=" + cause, "", 200).path("items").forEach(open::add);
        return open;
    }

    private static void ends(UUID interchange, String status) {
        await().atMost(LONG).untilAsserted(() -> {
            JsonNode messages = call("GET", "/api/v1/interchanges/" + interchange, "", 200).path("messages");
            assertThat(messages.toString()).contains("\"status\":\"" + status + "\"");
        });
    }

    private static UUID post(String body) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1/interchanges", "application/EDIFACT", buyerKey, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return UUID.fromString(new JsonMapper().readTree(answer.body()).path("id").asString());
    }

    /** As the operator. */
    private static JsonNode call(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = send(method, path, "application/json", operatorKey, body);
        assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isEqualTo(status);
        return answer.body().isBlank() ? new JsonMapper().createObjectNode() : new JsonMapper().readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String path, String type, String key, String body) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port") + path);
        return HTTP.send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key).header("Content-Type", type).timeout(LONG)
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static List<String> files(String folder) throws IOException {
        Path path = home.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).map(file -> {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }

    private static String order(String number, String reference, String quantity) {
        return """
                UNB+UNOC:3+4012345500004:14+5412345000013:14+261127:0900+%2$s'
                UNH+1+ORDERS:D:96A:UN'
                BGM+220+%1$s+9'
                DTM+137:20261127:102'
                NAD+BY+4012345500004::9'
                NAD+SU+5412345000013::9'
                CUX+2:EUR:9'
                LIN+1++4006381333931:EN'
                QTY+21:%3$s'
                PRI+AAA:2.50'
                UNS+S'
                UNT+11+1'
                UNZ+1+%2$s'
                """.formatted(number, reference, quantity).replace("\n", "");
    }
}
