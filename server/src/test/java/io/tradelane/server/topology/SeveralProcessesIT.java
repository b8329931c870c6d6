package io.tradelane.server.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.server.broker.BrokerProcess;
import io.tradelane.server.database.DatabaseFixture;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of docker-compose.yml as plain processes: two hubs and a portal from the built jar, a PostgreSQL and an Artemis
 * outside of them.
 */
class SeveralProcessesIT {

    private static final Duration START = Duration.ofMinutes(4);
    private static final String PASSWORD = "the broker's own password";
    private static final Path JAR = Path.of("target/tradelane.jar").toAbsolutePath();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void whatOneHubAcceptsEveryPortalShows() throws Exception {
        DatabaseFixture database = keep(new DatabaseFixture(folder.resolve("database")));
        int brokerPort = freePort();
        JavaProcess broker = broker(brokerPort);
        await().atMost(START).until(() -> broker.output().contains("ready"));

        Map<String, String> hubs = new HashMap<>(database.settings());
        hubs.putAll(database.owner());
        hubs.put("TRADELANE_BROKER_URL", "tcp://127.0.0.1:" + brokerPort);
        hubs.put("TRADELANE_BROKER_PASSWORD", PASSWORD);
        Server first = server("hub", "hub1", hubs);
        Server second = server("hub", "hub2", hubs);
        awaitReady(first);
        Server portal = server("portal", "portal1", database.settings());
        awaitReady(second);
        awaitReady(portal);

        Keys keys = keys(database);
        String key = keys.buyer;
        String id = accepted(post(first, key, order("HX0901", "PO-HX-9001")));
        String other = accepted(post(second, key, order("HX0902", "PO-HX-9002")));
        for (String interchange : List.of(id, other)) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                HttpResponse<String> shown = get(portal, "/api/v1/interchanges/" + interchange, key);
                assertThat(shown.statusCode()).isEqualTo(200);
                assertThat(json(shown).path("status").asString()).isNotIn("RECEIVED", "PROCESSING");
            });
        }

        aChannelMadeInThePortalIsOpenedByTheHub(portal, keys);
        assertThat(get(portal, "/api/v1/interchanges/" + id, "tl_wrong_key").statusCode()).isEqualTo(401);
        assertThat(get(first, "/orders", key).statusCode()).as("a hub has no pages").isIn(401, 403, 404);
        assertThat(get(portal, "/actuator/health", "").body()).contains("\"db\"").doesNotContain("jms", "camel");
        assertThat(first.process().stop()).as("a hub ends within 30 seconds").isTrue();
        assertThat(get(second, "/actuator/health/readiness", key).statusCode()).isEqualTo(200);
    }

    /** The portal has no door and yet knows what the folder's needs. */
    private void aChannelMadeInThePortalIsOpenedByTheHub(Server portal, Keys keys) throws Exception {
        String channel = "{\"organisation\":\"" + keys.organisation + "\",\"name\":\"ERP\",\"door\":\"folder\",\"direction\":\"INBOUND\","
                + "\"parameters\":{\"directory\":\"%s\",\"pollMillis\":\"200\",\"stableMillis\":\"200\"}}";
        assertThat(post(portal, "/api/v1/channels", "application/json", keys.operator, channel.formatted("../out")).statusCode()).isEqualTo(422);
        HttpResponse<String> made = post(portal, "/api/v1/channels", "application/json", keys.operator, channel.formatted("erp/in"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        Path in = folder.resolve("hub2/folders/erp/in");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.isDirectory(in));
        Files.writeString(in.resolve("order.edi"), order("HX0903", "PO-HX-9003"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
                assertThat(json(get(portal, "/api/v1/search?q=HX0903", keys.buyer)).path("items").size()).isPositive());
    }

    private record Keys(UUID organisation, String buyer, String operator) {}

    private record Server(JavaProcess process, int port) {}

    private Server server(String role, String name, Map<String, String> environment) throws Exception {
        int port = freePort();
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("TRADELANE_KEY", "the same key for every process of an installation");
        settings.put("TRADELANE_HOME", folder.resolve(name).toString());
        settings.put("SERVER_PORT", Integer.toString(port));
        List<String> command = List.of("-jar", JAR.toString(), "serve", "--role", role);
        return new Server(keep(JavaProcess.start(folder.resolve(name + ".out"), settings, command)), port);
    }

    private JavaProcess broker(int port) {
        return keep(JavaProcess.start(
                folder.resolve("broker.out"),
                Map.of(),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.resolve("artemis").toString(),
                        Integer.toString(port),
                        PASSWORD)));
    }

    private void awaitReady(Server server) {
        await().atMost(START).pollInterval(Duration.ofMillis(300)).until(() -> isReady(server));
    }

    private boolean isReady(Server server) throws Exception {
        assertThat(server.process().isAlive()).as(server.process()::output).isTrue();
        try {
            return get(server, "/actuator/health/readiness", "").statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    private static Keys keys(DatabaseFixture database) {
        try (var engine = EngineFixture.on(database.asApp())) {
            return Tenancy.call(Actor.hub(), () -> {
                UUID buyer = engine.getBean(Organisations.class)
                        .create(new NewOrganisation(
                                "Huaxing Components", null, Organisation.Kind.BUYER, "6901234567892", "CNY"));
                UUID operator = engine.getBean(Organisations.class)
                        .create(new NewOrganisation("Operations", null, Organisation.Kind.OPERATOR, null, "CNY"));
                ApiClients clients = engine.getBean(ApiClients.class);
                return new Keys(
                        buyer,
                        clients.create(buyer, "erp", Set.of("interchange:write", "message:read")).key(),
                        clients.create(operator, "operations", Set.of("operate")).key());
            });
        }
    }

    private static String order(String reference, String number) {
        return """
                UNB+UNOC:3+6901234567892:14+6909999999990:14+261122:0900+%s'
                UNH+1+ORDERS:D:96A:UN:EAN008'
                BGM+220+%s+9'
                DTM+137:20261122:102'
                NAD+BY+6901234567892::9'
                NAD+SU+6909999999990::9'
                LIN+1++4006381333931:EN'
                QTY+21:10'
                UNS+S'
                UNT+9+1'
                UNZ+1+%s'
                """.formatted(reference, number, reference).replace("\n", "");
    }

    private static String accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("id").asString();
    }

    private HttpResponse<String> post(Server server, String key, String body) throws Exception {
        return post(server, "/api/v1/interchanges", "application/EDIFACT", key, body);
    }

    private HttpResponse<String> post(Server server, String path, String type, String key, String body) throws Exception {
        return http.send(
                request(server, path, key)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(Server server, String path, String key) throws Exception {
        return http.send(request(server, path, key).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Server server, String path, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        opened.add(closeable);
        return closeable;
    }
}
