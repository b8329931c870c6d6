package io.tradelane.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.exchange.ServerIdentities;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;

/** Against GreenMail. In these tests the hub signs as HUB and the partner as BUYER. */
class MailDoorTest extends DoorsTest {
    private GreenMail server;
    private GreenMailUser mailbox;

    @Autowired
    private MailDoor door;

    @Autowired
    private MailNotices notices;

    @Autowired
    private ServerIdentities identities;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP), new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)});
        server.start();
        mailbox = server.setUser("hub@hub.example", "hub", "secret");
    }

    @AfterEach
    void stopServer() {
        closeAll();
        server.stop();
    }

    private void closeAll() {
        channels.deleteAll();
        routes.refresh();
    }

    @Test
    void everyAttachmentIsStoredAndTheMessageIsMoved() throws Exception {
        mailbox.deliver(message("buyer@partner.example", Map.of("订单 1.edi", Peers.ORDERS, "second.edi", "UNB+2'".getBytes())));
        inbound(Map.of());

        await().atMost(Duration.ofSeconds(15)).until(() -> count("done") == 1);
        assertThat(intake.stored).extracting(s -> s.reception().fileName()).containsExactlyInAnyOrder("订单 1.edi", "second.edi");
        assertThat(intake.stored).anySatisfy(s -> assertThat(s.bytes()).isEqualTo(Peers.ORDERS));
        assertThat(intake.last().reception().properties()).containsEntry("mail.from", "buyer@partner.example");
        await().atMost(Duration.ofSeconds(15)).until(() -> count("INBOX") == 0);
    }

    @Test
    void messageThatCouldNotBeMovedIsRecognised() throws Exception {
        MimeMessage message = message("buyer@partner.example", Map.of("a.edi", Peers.ORDERS));
        mailbox.deliver(message);
        inbound(Map.of("afterwards", "DELETE"));
        await().atMost(Duration.ofSeconds(15)).until(() -> intake.stored.size() == 1 && count("INBOX") == 0);
        mailbox.deliver(message);
        await().atMost(Duration.ofSeconds(15)).until(() -> count("INBOX") == 0);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void messageStaysWhileTheDatabaseIsAway() throws Exception {
        intake.databaseIsAway(true);
        mailbox.deliver(message("buyer@partner.example", Map.of("a.edi", Peers.ORDERS)));
        inbound(Map.of());
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> count("INBOX") == 1);
        intake.databaseIsAway(false);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("done") == 1);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void messageStaysUnreadWhileThePartnerHasToWait() throws Exception {
        intake.partnerHasToWait(true);
        mailbox.deliver(message("buyer@partner.example", Map.of("a.edi", Peers.ORDERS)));
        inbound(Map.of());
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> count("INBOX") == 1);
        intake.partnerHasToWait(false);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("done") == 1);
    }

    @Test
    void whatIsNotTakenGoesToTheFolderErrorAndAPersonIsTold() throws Exception {
        mailbox.deliver(message("stranger@elsewhere.example", Map.of("a.edi", Peers.ORDERS)));
        mailbox.deliver(message("buyer@partner.example", Map.of()));
        mailbox.deliver(message("buyer@partner.example", Map.of("large.edi", new byte[5000])));
        inbound(Map.of("maxBytes", "2000"));

        await().atMost(Duration.ofSeconds(15)).until(() -> count("error") == 3);
        assertThat(intake.refused).hasSize(3).anyMatch(r -> r.endsWith("UNKNOWN_SENDER")).anyMatch(r -> r.endsWith("NO_ATTACHMENT"))
                .anyMatch(r -> r.endsWith("TOO_LARGE"));
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void messageWithoutTheAgreedSignatureIsNotTaken() throws Exception {
        mailbox.deliver(message("buyer@partner.example", Map.of("a.edi", Peers.ORDERS)));
        inbound(Map.of("signatureRequired", "true"));
        await().atMost(Duration.ofSeconds(15)).until(() -> count("error") == 1);
        assertThat(intake.refused).singleElement().asString().endsWith("NOT_PROTECTED");
    }

    @Test
    void signedAndEncryptedMessageFromOneHubIsReadByAnother() throws Exception {
        server.setUser("other@hub.example", "other", "secret");
        Channel out = outbound(Map.of("to", "hub@hub.example", "sign", "true", "encrypt", "true", "hubKey", "BUYER"));
        assertThat(transmitter.send(out.id(), transmission())).isInstanceOf(DeliveryReceipt.Delivered.class);
        String raw = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
        assertThat(raw).contains("application/pkcs7-mime").doesNotContain("UNB");
        assertThat(raw.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(200);

        inbound(Map.of("signatureRequired", "true", "encryptionRequired", "true", "senders", "hub@us.example"));

        await().atMost(Duration.ofSeconds(15)).until(() -> intake.stored.size() == 1);
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().fileName()).isEqualTo("ordrsp.edi");
        assertThat(intake.evidence.get(intake.last().id())).asString().contains("multipart/signed");
    }

    @Test
    void documentIsSentAsAnAttachmentUnderTheSameIdOnEveryTry() throws Exception {
        Channel channel = outbound(Map.of());
        var transmission = transmission();
        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.Delivered.class);
        transmitter.send(channel.id(), transmission);

        MimeMessage[] got = server.getReceivedMessages();
        assertThat(got).hasSize(2).allSatisfy(m -> assertThat(m.getMessageID()).isEqualTo("<" + transmission.messageId() + ">"));
        assertThat(got[0].getFileName()).isEqualTo("ordrsp.edi");
        assertThat(got[0].getSubject()).isEqualTo("Dokument ordrsp.edi");
        try (var in = got[0].getInputStream()) {
            assertThat(in.readAllBytes()).isEqualTo(Peers.ORDERS);
        }
    }

    @Test
    void signatureIsReadByAnotherProgram() throws Exception {
        Channel channel = outbound(Map.of("sign", "true"));
        transmitter.send(channel.id(), transmission());
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getContentType()).contains("multipart/signed").contains("sha-256");
        Multipart parts = (Multipart) got.getContent();
        assertThat(parts.getBodyPart(0).getFileName()).isEqualTo("ordrsp.edi");
        assertThat(parts.getBodyPart(1).getContentType()).contains("pkcs7-signature");
    }

    @Test
    void serverThatIsAwayIsTriedAgainAndTlsThatIsNotThereIsNoConnection() {
        assertThatThrownBy(() -> transmitter.send(outbound(Map.of("port", "1")).id(), transmission())).isInstanceOf(TransientFailure.class);
        assertThatThrownBy(() -> transmitter.send(outbound(Map.of("tls", "STARTTLS")).id(), transmission())).isInstanceOf(TransientFailure.class)
                .hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aPersonIsToldInWordsOverTheServerOfAChannel() throws Exception {
        Channel channel = outbound(Map.of());
        assertThat(notices.tell(channel, "notice-1", "ops@us.example, boss@us.example", "请注意：Too many", "三件异常"))
                .isInstanceOf(DeliveryReceipt.Delivered.class);
        MimeMessage[] got = server.getReceivedMessages();
        assertThat(got).hasSize(2);
        assertThat(got[0].getSubject()).isEqualTo("请注意：Too many");
        assertThat(got[0].getContent().toString()).contains("三件异常");
        assertThat(got[0].getMessageID()).isEqualTo("<notice-1@tradelane>");
        assertThat(notices.tell(channel, "notice-2", "not an address", "x", "y")).isInstanceOf(DeliveryReceipt.Refused.class);
        assertThatThrownBy(() -> notices.tell(outbound(Map.of("port", "1")), "notice-3", "ops@us.example", "x", "y")).isInstanceOf(TransientFailure.class);
    }

    @Test
    void wrongAddressOpensNoChannel() {
        Channel channel = outbound(Map.of("to", "not an address"));
        assertThat(routes.states().get(channel.id()).problem()).contains("no e-mail address");
    }

    @Test
    void testOfAConnectionTellsEachStep() {
        assertThat(test(inbound(Map.of()))).extracting(ConnectionSteps.Result::step)
                .containsExactly(Step.RESOLVED, Step.CONNECTED, Step.AUTHENTICATED, Step.DIRECTORY_READABLE);
        assertThat(test(inbound(Map.of("user", "nobody"))).getLast()).satisfies(r -> assertThat(r.step()).isEqualTo(Step.AUTHENTICATED))
                .satisfies(r -> assertThat(r.good()).isFalse());
        Channel selfSigned = inbound(Map.of("tls", "IMPLICIT", "port", Integer.toString(server.getImaps().getPort())));
        assertThat(test(selfSigned).getLast().good())
                .as("a certificate that nobody vouches for").isFalse();
        Mockito.verify(AopTestUtils.<ServerIdentities>getTargetObject(identities), Mockito.atLeastOnce())
                .refused(Mockito.argThat(one -> one.id().equals(selfSigned.id())), Mockito.argThat(shown -> shown.fingerprint().length() == 64));
    }

    private java.util.List<ConnectionSteps.Result> test(Channel channel) {
        var steps = new ConnectionSteps();
        door.test(channel, steps);
        return steps.results();
    }

    private Channel inbound(Map<String, String> more) {
        var all = new HashMap<>(Map.of("host", "127.0.0.1", "port", Integer.toString(server.getImap().getPort()), "tls", "NONE", "user", "hub",
                "senders", "@partner.example boss@other.example", "pollMillis", "300"));
        all.putAll(more);
        return open("mail", Direction.INBOUND, all, Map.of("password", "secret"));
    }

    private Channel outbound(Map<String, String> more) {
        var all = new HashMap<>(Map.of("host", "127.0.0.1", "port", Integer.toString(server.getSmtp().getPort()), "tls", "NONE",
                "from", "hub@us.example", "to", "orders@partner.example", "subject", "Dokument"));
        all.putAll(more);
        return open("mail", Direction.OUTBOUND, all);
    }

    private static OutboundTransmission transmission() {
        UUID id = Ids.next();
        return new OutboundTransmission(id, id + "@tradelane", "ordrsp.edi", "application/EDIFACT", () -> new ByteArrayInputStream(Peers.ORDERS));
    }

    private long count(String folder) {
        var found = server.getManagers().getImapHostManager().getFolder(mailbox, folder);
        return found == null ? 0 : found.getMessageCount();
    }

    private static MimeMessage message(String from, Map<String, byte[]> attachments) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(from));
        message.setRecipients(Message.RecipientType.TO, "hub@hub.example");
        message.setSubject("Orders");
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText("Please find attached");
        parts.addBodyPart(text);
        for (var one : attachments.entrySet()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new jakarta.activation.DataHandler(new ByteArrayDataSource(one.getValue(), "application/EDIFACT")));
            part.setFileName(jakarta.mail.internet.MimeUtility.encodeText(one.getKey(), "UTF-8", null));
            parts.addBodyPart(part);
        }
        message.setContent(parts);
        message.saveChanges();
        return message;
    }
}
