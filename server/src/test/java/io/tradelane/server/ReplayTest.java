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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents once more, through the doors of a whole hub: tried without a trace, done when started, and nothing twice. */
class ReplayTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String OVERLAY = """
            <overlay xmlns="https://tradelane.io/xsd/overlay-1.0.xsd"
                     partner="4012345500004:14" message="ORDERS" directory="D96A" valid-from="%s">
              <grammar>
                <define tag="ZGT" name="Gate"><element id="Z001" type="an" max="5" mandatory="true"/></define>
                <insert at="NAD/ZGT" after="LOC"/>
              </grammar>
            </overlay>
            """;

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext hub;
    private static String buyerKey;
    private static String operatorKey;

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(TradelaneApplication.class);
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addInitializers(context -> Home.of(context.getEnvironment()).create());
        hub = application.run("--tradelane.home=" + home, "--server.port=0", "--tradelane.hub.overlays-millis=100", "--tradelane.hub.sweep-millis=300",
                "--tradelane.hub.replay-millis=100", "--tradelane.hub.overlays=" + home.resolve("overlays"));
        Tenancy.run(Actor.hub(), () -> {
            Organisations organisations = hub.getBean(Organisations.class);
            UUID buyer = organisations.create(new NewOrganisation("Keller Werke", null, Organisation.Kind.BUYER, "4012345500004", "EUR"));
            organisations.create(new NewOrganisation("Nordwind", null, Organisation.Kind.SUPPLIER, "5412345000013", "EUR"));
            UUID operator = organisations.create(new NewOrganisation("Operations", null, Organisation.Kind.OPERATOR, null, "EUR"));
            ApiClients clients = hub.getBean(ApiClients.class);
            buyerKey = clients.create(buyer, "erp", Set.of("interchange:write")).key();
            operatorKey = clients.create(operator, "operations", Set.of("operate", "read")).key();
        });
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void whatWasRefusedForWantOfAnOverlayBecomesAnOrderWhenTheOverlayIsThere() throws Exception {
        UUID original = post(order("RP1", "RP-1"));
        await().atMost(LONG).until(() -> status(original).equals("REJECTED"));
        overlay("2020-01-01");
        int acknowledgements = count("acknowledgement");
        int interchanges = count("interchange");
        JsonNode replay = previewed("{\"kind\":\"read_again\",\"reason\":\"overlay added\",\"interchanges\":[\"" + original + "\"]}");
        assertThat(replay.path("sentence").asString()).isEqualTo("Would create 1 orders, show 1 Order in the portal.");
        assertThat(count("purchase_order")).as("nothing is left of the trial").isZero();
        assertThat(count("interchange")).isEqualTo(interchanges);
        String id = replay.path("replay").path("id").asString();

        send("POST", "/api/v1/replays/" + id + "/start", operatorKey, "");
        await().atMost(LONG).until(() -> count("purchase_order") == 1);
        await().atMost(LONG).until(() -> get("/api/v1/replays/" + id).path("replay").path("status").asString().equals("DONE"));
        UUID result = UUID.fromString(get("/api/v1/replays/" + id + "/items").path("items").path(0).path("result").asString());
        await().atMost(LONG).until(() -> status(result).equals("PROCESSED"));
        assertThat(status(original)).as("the original stays").isEqualTo("REJECTED");
        assertThat(count("acknowledgement")).as("its sender was told once").isEqualTo(acknowledgements);

        JsonNode twice = previewed("{\"kind\":\"read_again\",\"reason\":\"by mistake\",\"interchanges\":[\"" + result + "\"]}");
        assertThat(twice.path("sentence").asString()).isEqualTo("Would create 0 orders.");
        send("POST", "/api/v1/replays/" + twice.path("replay").path("id").asString() + "/start", operatorKey, "");
        await().atMost(LONG).until(() -> get("/api/v1/replays/" + twice.path("replay").path("id").asString() + "/items").path("items").path(0).path("status").asString().equals("PROCESSED"));
        assertThat(count("purchase_order")).as("a deal is known by its number").isEqualTo(1);
        byThatDaysRules(result);
    }

    /** What the partner does otherwise only from tomorrow on does not count for what came today, but a replay by today's rules of another day would. */
    private void byThatDaysRules(UUID result) throws Exception {
        overlay("2999-01-01");
        JsonNode replay = previewed("{\"kind\":\"read_again\",\"mapping\":\"that_day\",\"reason\":\"as it was\",\"interchanges\":[\"" + result + "\"]}");
        assertThat(replay.path("sentence").asString()).contains("raise 1 incidents (Document invalid)");
    }

    @Test
    void aReplayNeedsAReasonAndSomethingToDo() throws Exception {
        assertThat(send("POST", "/api/v1/replays", operatorKey, "{\"kind\":\"read_again\",\"q\":\"nothing-of-that-name\",\"reason\":\"x\"}").statusCode()).isEqualTo(409);
        assertThat(send("POST", "/api/v1/replays", operatorKey, "{\"kind\":\"read_again\",\"q\":\"RP\"}").statusCode()).isEqualTo(422);
        assertThat(send("POST", "/api/v1/replays", buyerKey, "{\"kind\":\"read_again\",\"q\":\"RP\",\"reason\":\"x\"}").statusCode()).isEqualTo(403);
    }

    private static JsonNode previewed(String ask) throws Exception {
        HttpResponse<String> asked = send("POST", "/api/v1/replays", operatorKey, ask);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String path = "/api/v1/replays/" + JSON.readTree(asked.body()).path("replay").path("id").asString();
        await().atMost(LONG).until(() -> get(path).path("replay").path("status").asString().equals("PREVIEWED"));
        return get(path);
    }

    private static void overlay(String from) throws Exception {
        Path file = home.resolve("overlays/4012345500004-14/ORDERS-D96A/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, OVERLAY.formatted(from));
        await().atMost(LONG).until(() -> hub.getBean(io.tradelane.routes.inbound.PartnerOverlays.class).current().size() == 1
                && seen(file, from));
    }

    /** The folder is looked through every 100 ms; a later look than this one sees the file as it is now. */
    private static boolean seen(Path file, String from) throws Exception {
        hub.getBean(io.tradelane.routes.inbound.PartnerOverlays.class).refresh();
        return Files.readString(file).contains(from);
    }

    private static JsonNode get(String path) throws Exception {
        return JSON.readTree(send("GET", path, operatorKey, null).body());
    }

    private static UUID post(String body) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1/interchanges", buyerKey, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return UUID.fromString(JSON.readTree(answer.body()).path("id").asString());
    }

    private static HttpResponse<String> send(String method, String path, String key, String body) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port") + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key).header("Accept-Language", "en")
                .header("Content-Type", path.endsWith("interchanges") ? "application/EDIFACT" : "application/json").timeout(LONG);
        return HTTP.send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static String status(UUID interchange) {
        return query("select status from interchange where id = '" + interchange + "'", String.class);
    }

    private static int count(String table) {
        return query("select count(*) from " + table, Integer.class);
    }

    private static <T> T query(String sql, Class<T> type) {
        return Tenancy.call(Actor.hub(), () -> hub.getBean(TransactionTemplate.class).execute(status -> hub.getBean(JdbcClient.class).sql(sql).query(type).single()));
    }

    private static String order(String reference, String number) {
        return """
                UNB+UNOC:3+4012345500004:14+5412345000013:14+260302:0900+%s'
                UNH+1+ORDERS:D:96A:UN'
                BGM+220+%s+9'
                DTM+137:20260302:102'
                NAD+BY+4012345500004::9'
                ZGT+G3'
                NAD+SU+5412345000013::9'
                CUX+2:EUR:9'
                LIN+1++4006381333931:EN'
                QTY+21:10'
                PRI+AAA:2.50'
                UNS+S'
                UNT+12+1'
                UNZ+1+%s'
                """.formatted(reference, number, reference).replace("\n", "");
    }
}
