package io.tradelane.server.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.server.TradelaneApplication;
import io.tradelane.server.home.Home;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole hub with a few companies, to which tests connect partners' systems. */
final class ConnectorHub {
    static final Duration LONG = Duration.ofMinutes(4);
    private static final AtomicInteger GLN = new AtomicInteger(100);
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Company operator;

    private static final class Shared {
        static final ConnectorHub HUB = new ConnectorHub();
    }

    /** One for all tests; its companies keep them apart. */
    static ConnectorHub shared() {
        return Shared.HUB;
    }

    private ConnectorHub() {
        Path home;
        try {
            home = Files.createTempDirectory("tradelane-connectors");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        SpringApplication application = new SpringApplication(TradelaneApplication.class);
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addInitializers(started -> Home.of(started.getEnvironment()).create());
        context = application.run("--tradelane.home=" + home, "--server.port=0", "--tradelane.hub.sweep-millis=300", "--tradelane.hub.outbox-millis=200");
        operator = company("Operations", Organisation.Kind.OPERATOR);
    }

    Company operator() {
        return operator;
    }

    /** Calls the API as a program of the operator's. */
    HttpResponse<String> operate(String method, String path, String body) throws Exception {
        String key = asHub(() -> bean(ApiClients.class).create(operator.id, "automation", Set.of("read", "operate"))).key();
        return http.send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key).header("Content-Type", "application/json").timeout(LONG)
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    record Company(UUID id, String gln, String key) {}

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static <T> T asHub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work::get);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    Company company(String name, Organisation.Kind kind) {
        String digits = "401234500%03d".formatted(GLN.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        String gln = digits + (10 - sum % 10) % 10;
        return asHub(() -> {
            UUID id = bean(Organisations.class).create(new NewOrganisation(name, null, kind, gln, "EUR"));
            return new Company(id, gln, bean(ApiClients.class).create(id, name, Set.of("read", "write")).key());
        });
    }

    UUID channel(Company company, String door, Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        return asHub(() -> bean(Channels.class).create(new NewChannel(company.id, company.gln + " " + door + " " + direction, door, direction, parameters, secrets, true)));
    }

    void agree(Company from, Company to, DocumentType type, String format, String version, UUID channel) {
        Tenancy.run(Actor.hub(), () -> bean(Agreements.class).agree(new Agreement(Ids.next(), from.id, to.id, type, format, version, null, channel, false,
                from.gln, "14", to.gln, "14", "UNOC", false)));
    }

    /** Posts a document as the company's system. */
    void post(Company company, String type, String body) throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address("/api/v1/interchanges")).header("Authorization", "Bearer " + company.key)
                .header("Content-Type", type).timeout(LONG).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private List<String> texts(String sql, Map<String, ?> parameters) {
        return asHub(() -> bean(TransactionTemplate.class).execute(status -> bean(JdbcClient.class).sql(sql).params(parameters).query(String.class).list()));
    }

    /** Of the messages that came through a channel, in their order: {@code ORDER PO-1 APPLIED}. */
    List<String> received(UUID channel) {
        return texts("""
                select coalesce(m.document_type, '?') || ' ' || coalesce(m.document_number, '?') || ' ' || coalesce(m.status, '?')
                from interchange i left join message m on m.interchange_id = i.id where i.channel_id = :channel and i.direction = 'INBOUND' order by i.id, m.id
                """, Map.of("channel", channel));
    }

    int interchanges(UUID channel) {
        return texts("select id::text from interchange where channel_id = :channel", Map.of("channel", channel)).size();
    }

    /** How what was sent through a channel stands. */
    List<String> sent(UUID channel) {
        return texts("select status from interchange where channel_id = :channel and direction = 'OUTBOUND' order by id", Map.of("channel", channel));
    }

    String problem(UUID channel) {
        return String.valueOf(asHub(() -> bean(Channels.class).problems()).get(channel));
    }

    List<String> query(String sql, Map<String, ?> parameters) {
        return texts(sql, parameters);
    }

    void awaitReceived(UUID channel, String... expected) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> assertThat(received(channel)).as(problem(channel)).contains(expected));
    }

    void awaitDelivered(UUID channel, int number) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> assertThat(sent(channel)).as(problem(channel)).hasSize(number).containsOnly("DELIVERED"));
    }

    static String order(Company buyer, Company supplier, String number) {
        return """
                {"type": "ORDER", "document": {"number": "%s", "kind": "STANDARD", "function": "ORIGINAL", "issueDate": "2026-03-02", "currency": "EUR",
                  "parties": [{"role": "BUYER", "identifiers": [{"scheme": "GLN", "value": "%s"}]}, {"role": "SUPPLIER", "identifiers": [{"scheme": "GLN", "value": "%s"}]}],
                  "lines": [{"lineNumber": "1", "item": {"gtin": "4006381333931", "supplierArticle": "A-1"}, "quantity": {"value": 10, "unit": "PCE"},
                    "price": {"amount": {"amount": 2.50, "currency": "EUR"}, "basis": {"value": 1, "unit": "PCE"}}}]}}
                """.formatted(number, buyer.gln, supplier.gln);
    }
}
