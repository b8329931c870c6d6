package io.tradelane.server.connectors;

import static io.tradelane.server.connectors.ConnectorHub.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.server.connectors.ConnectorHub.Company;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.bank.BankSftp;
import io.tradelane.simulators.bank.BankSimulator;
import io.tradelane.simulators.bank.PaymentNotice;
import io.tradelane.simulators.bank.PaymentService;
import io.tradelane.simulators.bank.PaymentStatus;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instructions to banks and their reports back, by each of the three ways that banks offer. */
class BanksTest {
    @TempDir
    static Path home;

    private static ConnectorHub hub;

    @BeforeAll
    static void start() {
        hub = ConnectorHub.shared();
    }

    @Test
    void bySftp() throws Exception {
        Company buyer = hub.company("Customer of Hafenbank", Kind.BUYER);
        Company bank = hub.company("Hafenbank", Kind.BANK);
        try (var server = new BankSftp(Files.createDirectories(home.resolve("hafenbank")), 0)) {
            Map<String, String> how = Map.of("host", "127.0.0.1", "port", Integer.toString(server.port()), "user", BankSftp.USER, "hostKeys",
                    KeyUtils.getFingerPrint(server.server().getKeyPairProvider().loadKeys(null).iterator().next().getPublic()));
            UUID out = hub.channel(bank, "sftp", Direction.OUTBOUND, with(how, "directory", "in"), Map.of("password", BankSftp.PASSWORD));
            UUID in = hub.channel(bank, "sftp", Direction.INBOUND, with(with(with(how, "directory", "out"), "pollMillis", "500"), "stableMillis", "0"), Map.of("password", BankSftp.PASSWORD));
            hub.agree(buyer, bank, DocumentType.PAYMENT_INSTRUCTION, "ISO20022", "09", out);
            hub.post(buyer, "application/json", instruction("PI-SFTP", "E-SFTP"));
            hub.awaitDelivered(out, 1);
            byte[] pain001 = Files.readAllBytes(server.received().getFirst());
            assertThat(new String(pain001, StandardCharsets.UTF_8)).contains("pain.001.001.09", "PI-SFTP");
            server.offer("status.xml", PaymentStatus.pain002("S-SFTP", pain001, "ACSC"));
            awaitStatus("E-SFTP", "SETTLED");
            server.offer("statement.sta", mt940("ST260302").getBytes(StandardCharsets.US_ASCII));
            server.offer("notice.xml", notice("N-SFTP").camt054());
            await().atMost(LONG).untilAsserted(() -> assertThat(hub.received(in)).as(hub.problem(in)).hasSize(3).noneMatch(m -> m.endsWith("FAILED") || m.endsWith("REJECTED"))
                    .anyMatch(m -> m.startsWith("BANK_STATEMENT ST260302")).anyMatch(m -> m.startsWith("PAYMENT_NOTIFICATION N-SFTP")));
        }
    }

    @Test
    void byHttp() throws Exception {
        Company buyer = hub.company("Customer of Seebank", Kind.BUYER);
        Company bank = hub.company("Seebank", Kind.BANK);
        UUID in = hub.channel(bank, "http", Direction.INBOUND, Map.of(), Map.of());
        var mailroom = new Mailroom(home.resolve("seebank"));
        try (var server = new PaymentService(mailroom, 0); var reports = new BankSimulator(hub.address("/"), bank.key())) {
            UUID out = hub.channel(bank, "http", Direction.OUTBOUND, Map.of("url", server.address("/payments").toString(), "auth", "HEADER", "header", "X-Bank-Key"),
                    Map.of("token", PaymentService.KEY));
            hub.agree(buyer, bank, DocumentType.PAYMENT_INSTRUCTION, "ISO20022", "09", out);
            hub.post(buyer, "application/json", instruction("PI-HTTP", "E-HTTP"));
            hub.awaitDelivered(out, 1);
            byte[] pain001 = mailroom.find("PI-HTTP").orElseThrow();
            reports.report("S-HTTP", "application/xml", PaymentStatus.pain002("S-HTTP", pain001, "RJCT"));
            awaitStatus("E-HTTP", "REJECTED");
            reports.report("M-HTTP", "text/plain", mt940("ST260303").getBytes(StandardCharsets.US_ASCII));
            reports.confirmByHttp(notice("N-HTTP"));
            await().atMost(LONG).untilAsserted(() -> assertThat(hub.received(in)).hasSize(3).noneMatch(m -> m.endsWith("FAILED") || m.endsWith("REJECTED"))
                    .anyMatch(m -> m.startsWith("BANK_STATEMENT ST260303")).anyMatch(m -> m.startsWith("PAYMENT_NOTIFICATION N-HTTP")));
        }
    }

    @Test
    void bySoap() throws Exception {
        Company buyer = hub.company("Customer of Bergbank", Kind.BUYER);
        Company bank = hub.company("Bergbank", Kind.BANK);
        UUID in = hub.channel(bank, "soap", Direction.INBOUND, Map.of(), Map.of());
        var mailroom = new Mailroom(home.resolve("bergbank"));
        try (var server = new PaymentService(mailroom, 0); var reports = new BankSimulator(hub.address("/"), bank.key())) {
            UUID out = hub.channel(bank, "soap", Direction.OUTBOUND, Map.of("url", server.address("/soap").toString(), "action", "urn:bank:SubmitInstruction", "result", "ticket", "body",
                    "<b:SubmitInstruction xmlns:b=\"urn:bank\"><b:id>{messageId}</b:id><b:instruction>{base64}</b:instruction></b:SubmitInstruction>"), Map.of());
            hub.agree(buyer, bank, DocumentType.PAYMENT_INSTRUCTION, "ISO20022", "09", out);
            hub.post(buyer, "application/json", instruction("PI-SOAP", "E-SOAP"));
            hub.awaitDelivered(out, 1);
            byte[] pain001 = mailroom.find("PI-SOAP").orElseThrow();
            reports.reportBySoap("S-SOAP", "application/xml", PaymentStatus.pain002("S-SOAP", pain001, "ACSC"));
            awaitStatus("E-SOAP", "SETTLED");
            reports.reportBySoap("M-SOAP", "text/plain", mt940("ST260304").getBytes(StandardCharsets.US_ASCII));
            reports.confirmBySoap(notice("N-SOAP"));
            await().atMost(LONG).untilAsserted(() -> assertThat(hub.received(in)).hasSize(3).noneMatch(m -> m.endsWith("FAILED") || m.endsWith("REJECTED"))
                    .anyMatch(m -> m.startsWith("BANK_STATEMENT ST260304")).anyMatch(m -> m.startsWith("PAYMENT_NOTIFICATION N-SOAP")));
        }
    }

    private static void awaitStatus(String endToEndId, String status) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> assertThat(
                hub.query("select status from payment_instruction_item where end_to_end_id = :id", Map.of("id", endToEndId))).isEqualTo(List.of(status)));
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private static String instruction(String number, String endToEndId) {
        return """
                {"type": "PAYMENT_INSTRUCTION", "document": {"number": "%s", "kind": "CREDIT_TRANSFER", "createdAt": "2026-03-02T09:00:00+01:00",
                  "batches": [{"number": "B-%1$s", "account": "DE89370400440532013000", "accountHolder": "Keller Werke", "bank": "COBADEFFXXX", "executionDate": "2026-03-03", "urgent": false,
                    "transactions": [{"endToEndId": "%2$s", "amount": {"amount": 125.50, "currency": "EUR"}, "name": "Nordwind", "account": "DE02120300000000202051", "bank": "BYLADEM1001",
                      "remittance": "Invoice 4711"}]}]}}
                """.formatted(number, endToEndId);
    }

    private static String mt940(String reference) {
        return ":20:" + reference + "\r\n:25:37040044/0532013000\r\n:28C:42/1\r\n:60F:C260301EUR1000,00\r\n:61:2603020302C125,50NTRF" + reference + "//B" + reference
                + "\r\n:86:166?00CREDIT?20Invoice 4711?32NORDWIND\r\n:62F:C260302EUR1125,50\r\n-\r\n";
    }

    private static PaymentNotice notice(String messageId) {
        return new PaymentNotice(messageId, OffsetDateTime.parse("2026-03-02T10:00:00+01:00"), "DE89370400440532013000", new BigDecimal("12.50"), "EUR", "R" + messageId,
                "X" + messageId, "Somebody", "DE02120300000000202051", null, "no invoice of ours");
    }
}
