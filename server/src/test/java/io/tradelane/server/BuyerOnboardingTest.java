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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** A buyer comes in with one file and its own documents; what its supplier has to say comes by itself. */
class BuyerOnboardingTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext hub;
    private static String operator;
    private String onboarding;
    private String key;

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(TradelaneApplication.class);
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addInitializers(context -> Home.of(context.getEnvironment()).create());
        hub = application.run("--tradelane.home=" + home, "--server.port=0", "--tradelane.hub.sweep-millis=300");
        Tenancy.run(Actor.hub(), () -> {
            Organisations organisations = hub.getBean(Organisations.class);
            organisations.create(new NewOrganisation("Nordwind", null, Organisation.Kind.SUPPLIER, "5412345000013", "EUR"));
            UUID operations = organisations.create(new NewOrganisation("Operations", null, Organisation.Kind.OPERATOR, null, "EUR"));
            operator = hub.getBean(ApiClients.class).create(operations, "operations", Set.of("read", "write", "operate", "onboarding:write")).key();
        });
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void isCertifiedByWhatItSendsAndGoesLive() throws Exception {
        JsonNode made = json(call("POST", "/api/v1/onboardings?email=edi@keller.example", operator, file()));
        onboarding = "/api/v1/onboardings/" + made.path("id").asString();
        key = json(call("POST", onboarding + "/keys", operator, "")).path("key").asString();

        send("ORDER");
        awaitSeen("ORDER_RESPONSE DELIVERED");
        assertThat(open()).as("goods wait until an order has been changed").contains("DESPATCH_ADVICE DELIVERED");
        send("ORDER_CHANGE");
        awaitSeen("DESPATCH_ADVICE DELIVERED");
        send("ORDER_CHANGE");
        awaitSeen("ORDER_CHANGE CHANGED_AFTER_DESPATCH");
        send("RECEIPT_ADVICE");
        awaitSeen("INVOICE DELIVERED");
        send("INVOICE_RESPONSE");
        send("REMITTANCE_ADVICE");
        await().atMost(LONG).until(() -> {
            HttpResponse<byte[]> receipt = call("GET", onboarding + "/samples/SYNTAX_ACKNOWLEDGEMENT", key, "");
            if (receipt.statusCode() == 200) {
                settled(receipt.body());
            }
            return open().isEmpty();
        });

        JsonNode live = json(call("POST", onboarding + "/live", operator, "{}"));
        assertThat(live.path("state").asString()).isEqualTo("LIVE");
        assertThat(live.path("overrideReason").isString()).isFalse();
    }

    /** A right one, the same again, and a wrong one. */
    private void send(String type) throws Exception {
        await().atMost(LONG).until(() -> call("GET", onboarding + "/samples/" + type, key, "").statusCode() == 200);
        byte[] good = call("GET", onboarding + "/samples/" + type, key, "").body();
        byte[] wrong = call("GET", onboarding + "/samples/" + type + "?wrong=true", key, "").body();
        assertThat(settled(good)).as(new String(good, StandardCharsets.UTF_8)).isEqualTo("PROCESSED");
        assertThat(settled(good)).isEqualTo("DUPLICATE");
        assertThat(settled(wrong)).isIn("REJECTED", "PROCESSED_WITH_ERRORS");
    }

    /** @return the state of the interchange when it has one to stay */
    private String settled(byte[] bytes) throws Exception {
        String id = json(post(bytes)).path("id").asString();
        return await().atMost(LONG).until(() -> json(call("GET", "/api/v1/interchanges/" + id, key, "")).path("status").asString(),
                status -> !Set.of("RECEIVED", "PROCESSING").contains(status));
    }

    private void awaitSeen(String check) {
        await().atMost(LONG).untilAsserted(() -> assertThat(open()).doesNotContain(check));
    }

    private List<String> open() throws Exception {
        List<String> open = new ArrayList<>();
        for (JsonNode check : json(call("GET", onboarding, key, "")).path("checks")) {
            if (!check.path("seenAt").isString()) {
                open.add(check.path("type").asString() + " " + check.path("scenario").asString());
            }
        }
        return open;
    }

    private static String file() {
        String sent = Stream.of("ORDER", "ORDER_CHANGE", "RECEIPT_ADVICE", "REMITTANCE_ADVICE").map(type -> agreement("partner", "supplier", type, "EDIFACT", "D96A"))
                .collect(Collectors.joining());
        String got = Stream.of("ORDER_RESPONSE", "DESPATCH_ADVICE", "INVOICE").map(type -> agreement("supplier", "partner", type, "EDIFACT", "D96A"))
                .collect(Collectors.joining());
        return """
                format: tradelane-partner/1
                partner: {name: Keller Werke, kind: BUYER, currency: EUR, identifiers: [{scheme: GLN, value: "4012345500004"}]}
                counterparties: [{id: supplier, name: Nordwind, kind: SUPPLIER, currency: EUR, identifiers: [{scheme: GLN, value: "5412345000013"}]}]
                agreements:
                """ + sent + got + agreement("partner", "supplier", "INVOICE_RESPONSE", "UBL", "PEPPOL");
    }

    private static String agreement(String sender, String receiver, String type, String format, String version) {
        return "  - {direction: OUTBOUND, sender: %s, receiver: %s, type: %s, versions: [{number: 1, state: IN_FORCE, terms: {format: %s, version: %s}}]}%n"
                .formatted(sender, receiver, type, format, version);
    }

    private HttpResponse<byte[]> post(byte[] bytes) throws Exception {
        return HTTP.send(request("/api/v1/interchanges", key).header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(bytes)).build(),
                BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> call(String method, String path, String key, String body) throws Exception {
        String type = body.startsWith("format:") ? "application/yaml" : "application/json";
        return HTTP.send(request(path, key).header("Content-Type", type).method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port") + path))
                .header("Authorization", "Bearer " + key).timeout(LONG);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isLessThan(300);
        return new JsonMapper().readTree(answer.body());
    }
}
