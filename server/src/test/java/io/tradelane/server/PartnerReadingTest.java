package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.server.home.Home;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import tools.jackson.databind.json.JsonMapper;

/** What partners send otherwise than everybody, through the door of a whole hub to its effect. */
class PartnerReadingTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String OVERLAY = """
            <overlay xmlns="https://tradelane.io/xsd/overlay-1.0.xsd"
                     partner="4012345500004:14" message="ORDERS" directory="D96A" valid-from="2026-01-01" valid-to="2026-12-31">
              <grammar>
                <define tag="ZGT" name="Gate"><element id="Z001" type="an" max="5" mandatory="true"/></define>
                <insert at="NAD/ZGT" after="LOC"/>
              </grammar>
            </overlay>
            """;

    @TempDir
    static Path home;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext hub;
    private static UUID buyer;
    private static UUID supplier;
    private static String buyerKey;
    private static String otherKey;
    private static String operatorKey;

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(TradelaneApplication.class);
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addInitializers(context -> Home.of(context.getEnvironment()).create());
        hub = application.run(
                "--tradelane.home=" + home, "--server.port=0", "--tradelane.hub.overlays-millis=100", "--tradelane.hub.sweep-millis=300",
                "--tradelane.hub.overlays=" + home.resolve("overlays"));
        Tenancy.run(Actor.hub(), () -> {
            Organisations organisations = hub.getBean(Organisations.class);
            buyer = organisations.create(new NewOrganisation("Keller Werke", null, Organisation.Kind.BUYER, "4012345500004", "EUR"));
            UUID other = organisations.create(new NewOrganisation("Huaxing Components", null, Organisation.Kind.BUYER, "6901234567892", "CNY"));
            supplier = organisations.create(new NewOrganisation("Nordwind", null, Organisation.Kind.SUPPLIER, "5412345000013", "EUR"));
            UUID operator = organisations.create(new NewOrganisation("Operations", null, Organisation.Kind.OPERATOR, null, "EUR"));
            ApiClients clients = hub.getBean(ApiClients.class);
            buyerKey = clients.create(buyer, "erp", Set.of("interchange:write", "message:read")).key();
            otherKey = clients.create(other, "erp", Set.of("interchange:write", "message:read")).key();
            operatorKey = clients.create(operator, "operations", Set.of("operate", "channel:read", "channel:write")).key();
        });
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private record Outcome(String status, String number, String verdict) {}

    private static HttpResponse<String> send(String method, String path, String type, String key, String body) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port") + path);
        return HTTP.send(
                HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key).header("Content-Type", type).timeout(LONG)
                        .method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private static UUID post(String type, String key, String body) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1/interchanges", type, key, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return UUID.fromString(new JsonMapper().readTree(answer.body()).path("id").asString());
    }

    /** Of the messages of an interchange. */
    private static List<Outcome> outcomes(UUID interchange) {
        return Tenancy.call(Actor.hub(), () -> hub.getBean(TransactionTemplate.class).execute(status -> hub.getBean(JdbcClient.class)
                .sql("select m.status, coalesce(m.document_number, ''), coalesce(m.verdict_args::text, '') from message m where m.interchange_id = :id")
                .param("id", interchange)
                .query((row, n) -> new Outcome(row.getString(1), row.getString(2), row.getString(3)))
                .list()));
    }

    private static void awaitStatus(UUID interchange, String status) {
        await().atMost(LONG).untilAsserted(() -> assertThat(outcomes(interchange)).extracting(Outcome::status).containsExactly(status));
    }

    private static String order(String sender, String date, String reference, String number, String currency, String gate) {
        String text = """
                UNB+UNOC:3+%s:14+5412345000013:14+%s:0900+%s'
                UNH+1+ORDERS:D:96A:UN'
                BGM+220+%s+9'
                DTM+137:20260302:102'
                NAD+BY+%s::9'
                %sNAD+SU+5412345000013::9'
                CUX+2:%s:9'
                LIN+1++4006381333931:EN'
                QTY+21:10'
                PRI+AAA:2.50'
                UNS+S'
                UNT+%d+1'
                UNZ+1+%s'
                """.formatted(sender, date, reference, number, sender, gate, currency, gate.isEmpty() ? 11 : 12, reference);
        return text.replace("\n", "");
    }

    @Test
    void aTableWithHeadersOfThePartnersOwnIsAppliedAfterItsColumnsAreTold() throws Exception {
        String table = "Beleg;Wann;Wer;Bei wem;Was;Wieviel;Stueck zu\n%s;02.03.2026;4012345500004;5412345000013;NW-7;10;2,50\n";
        UUID before = post("text/csv", buyerKey, table.formatted("CSV-1"));
        await().atMost(LONG).untilAsserted(() -> assertThat(outcomes(before)).isNotEmpty().noneMatch(outcome -> outcome.status().equals("APPLIED")));

        HttpResponse<String> set = send("PUT", "/api/v1/partners/" + buyer + "/reading-settings", "application/json", operatorKey, """
                {"format":"CSV","type":"ORDER","table":{"type":"ORDER","headers":true,"decimalMark":",","datePattern":"dd.MM.yyyy","currency":"EUR","unit":"PCE",
                 "columns":{"Beleg":"ORDER_NUMBER","Wann":"ISSUE_DATE","Wer":"BUYER","Bei wem":"SUPPLIER","Was":"SUPPLIER_ARTICLE","Wieviel":"QUANTITY","Stueck zu":"PRICE"}}}
                """);
        assertThat(set.statusCode()).as(set.body()).isEqualTo(204);

        UUID after = post("text/csv", buyerKey, table.formatted("CSV-2"));
        awaitStatus(after, "APPLIED");
        assertThat(outcomes(after)).extracting(Outcome::number).containsExactly("CSV-2");
    }

    @Test
    void aSegmentOfOnePartnerIsAcceptedFromItAloneAndInItsTimeAlone() throws Exception {
        String gate = "ZGT+G3'";
        UUID without = post("application/EDIFACT", buyerKey, order("4012345500004", "260302", "OV1", "OV-1", "EUR", gate));
        awaitStatus(without, "REJECTED");

        Path file = home.resolve("overlays/4012345500004-14/ORDERS-D96A/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file.resolveSibling("overlay.new"), OVERLAY);
        Files.move(file.resolveSibling("overlay.new"), file);
        await().atMost(LONG).untilAsserted(() -> {
            String reference = "OV" + System.nanoTime() % 1_000_000_000;
            UUID with = post("application/EDIFACT", buyerKey, order("4012345500004", "260302", reference, reference, "EUR", gate));
            await().atMost(Duration.ofSeconds(10)).until(() -> !outcomes(with).isEmpty() && !outcomes(with).getFirst().status().equals("RECEIVED"));
            assertThat(outcomes(with)).extracting(Outcome::status).containsExactly("APPLIED");
        });

        awaitStatus(post("application/EDIFACT", otherKey, order("6901234567892", "260302", "OV3", "OV-3", "EUR", gate)), "REJECTED");
        awaitStatus(post("application/EDIFACT", buyerKey, order("4012345500004", "270101", "OV4", "OV-4", "EUR", gate)), "REJECTED");
    }

    @Test
    void whatIsSentToAPartnerIsWrittenAsItWantsIt() throws Exception {
        Tenancy.run(Actor.hub(), () -> hub.getBean(Agreements.class).agree(new Agreement(
                Ids.next(), buyer, supplier, DocumentType.ORDER, "EDIFACT", "D96A", null, null, false, "4012345500004", "14", "5412345000013", "14",
                "UNOC", false)));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Path file = home.resolve("overlays/5412345000013-14/ORDERS-D96A/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <overlay xmlns="https://tradelane.io/xsd/overlay-1.0.xsd" partner="5412345000013:14" message="ORDERS" directory="D96A"
                         direction="out" valid-from="%s" valid-to="%s">
                  <grammar>
                    <define tag="ZDK" name="Dock"><element id="Z101" type="an" max="35" mandatory="true"/></define>
                    <insert at="ZDK" after="DTM"/>
                  </grammar>
                  <mapping><field name="number" at="BGM/1004"/><field name="number" at="ZDK/Z101"/></mapping>
                </overlay>
                """.formatted(today.minusDays(1), today.plusDays(2)));

        await().atMost(LONG).untilAsserted(() -> {
            String number = "OUT-" + System.nanoTime() % 1_000_000_000;
            awaitStatus(post("application/EDIFACT", buyerKey, order("4012345500004", "260302", number, number, "EUR", "")), "APPLIED");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(sent(number)).singleElement().asString().contains("ZDK+" + number + "'"));
        });
    }

    /** The interchanges that went to the supplier with a document of this number. */
    private static List<String> sent(String number) {
        List<UUID> ids = Tenancy.call(Actor.hub(), () -> hub.getBean(TransactionTemplate.class).execute(status -> hub.getBean(JdbcClient.class)
                .sql("select i.id from interchange i join message m on m.interchange_id = i.id where i.direction = 'OUTBOUND' and m.document_number = :number"
                        + " and m.type = 'ORDERS'")
                .param("number", number).query(UUID.class).list()));
        return Tenancy.call(Actor.hub(), () -> ids.stream().map(id -> {
            try (InputStream bytes = hub.getBean(Interchanges.class).bytes(id)) {
                return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList());
    }

    @Test
    void aBrokenOverlayIsAnIncidentWithItsFileAndLineUntilItIsRightOrGone() throws Exception {
        Path file = home.resolve("overlays/broken/ORDERS-D96A/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, OVERLAY.replace("NAD/ZGT", "QQQ/ZGT"));

        await().atMost(LONG).untilAsserted(() -> assertThat(incidents("cause = 'OVERLAY_BROKEN'"))
                .anyMatch(args -> args.contains(file.toString()) && args.contains("\"line\": \"5\"") && args.contains("QQQ")));
        String open = "cause = 'OVERLAY_BROKEN' and status <> 'CLOSED'";
        assertThat(incidents(open)).isNotEmpty();
        Files.writeString(file, OVERLAY.replace("4012345500004", "4099999500001"));
        await().atMost(LONG).untilAsserted(() -> assertThat(incidents(open)).isEmpty());

        Files.writeString(file, OVERLAY.replace("LOC", "XXX"));
        await().atMost(LONG).untilAsserted(() -> assertThat(incidents(open)).anyMatch(args -> args.contains("XXX")));
        Files.delete(file);
        await().atMost(LONG).untilAsserted(() -> assertThat(incidents(open)).isEmpty());
    }

    @Test
    void aCurrencyOfThePartnersOwnWaitsUntilItIsEntered() throws Exception {
        UUID waiting = post("application/EDIFACT", otherKey, order("6901234567892", "260302", "CU1", "CU-1", "RMB", ""));
        awaitStatus(waiting, "HELD");
        assertThat(outcomes(waiting).getFirst().verdict()).contains("CURRENCY RMB");
        assertThat(incidents("interchange_id = '" + waiting + "'")).anyMatch(args -> args.contains("CURRENCY RMB"));

        UUID other = Tenancy.call(Actor.hub(), () -> hub.getBean(Organisations.class).byIdentifier(PartyIdentifier.GLN, "6901234567892").orElseThrow().id());
        HttpResponse<String> entered = send("POST", "/api/v1/partners/" + other + "/cross-references", "application/json", operatorKey,
                "[{\"kind\":\"CURRENCY\",\"theirs\":\"RMB\",\"ours\":\"CNY\",\"from\":\"2026-01-01\"}]");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
        awaitStatus(waiting, "APPLIED");
    }

    private static List<String> incidents(String condition) {
        return Tenancy.call(Actor.hub(), () -> hub.getBean(TransactionTemplate.class).execute(status ->
                hub.getBean(JdbcClient.class).sql("select args::text from incident where " + condition).query(String.class).list()));
    }
}
