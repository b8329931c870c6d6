package io.tradelane.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.adapters.jms.PartnerQueues;
import io.tradelane.server.home.Home;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class EmbeddedBrokerTest {

    private static final int IN_VM_ID = 4_000;

    @TempDir
    Path folder;

    private int maxDiskUsage = 100;
    private final PartnerQueues partners = Mockito.mock(PartnerQueues.class);

    @Test
    void keepsAMessageThroughARestartAndAsksForThePassword() throws Exception {
        int port = freePort();
        String url = "tcp://127.0.0.1:" + port;
        try (EmbeddedBroker broker = broker(port)) {
            send(broker.url(), "still here");
            assertThatThrownBy(() -> connect(url, "wrong").close()).isInstanceOf(JMSException.class);
        }
        try (EmbeddedBroker ignored = broker(port)) {
            assertThat(receive(url)).isEqualTo("still here");
        }
    }

    @Test
    void saysWhenItTakesNothingNewBecauseTheDiskIsFull() throws Exception {
        try (EmbeddedBroker broker = broker(freePort())) {
            assertThat(broker.isDiskFull()).isFalse();
        }
        maxDiskUsage = 0;
        Incidents incidents = Mockito.mock(Incidents.class);
        try (EmbeddedBroker broker = broker(freePort())) {
            Awaitility.await().until(broker::isDiskFull);
            BrokerDisk disk = new BrokerDisk(broker, incidents, new Home(folder), new BrokerSettings(null, "t", null, "127.0.0.1", 0, 0, "127.0.0.1", null, null, 0, DataSize.ofMegabytes(1)));
            assertThat(disk.health().getStatus()).isEqualTo(Status.DOWN);
            disk.look();
            disk.look();
            Mockito.verify(incidents, Mockito.times(1)).raise(Mockito.argThat(raised -> raised.cause().equals(Cause.BROKER_DISK_FULL)));
        }
    }

    @Test
    void letsAPartnerUseItsOwnQueuesOnly() throws Exception {
        int port = freePort();
        Mockito.when(partners.signsIn("erp", "pass")).thenReturn(true);
        Mockito.when(partners.permits("erp", "tradelane.partner.erp.in", true)).thenReturn(true);
        Mockito.when(partners.permits(Mockito.eq("erp"), Mockito.startsWith("tradelane.partner.erp.out"), Mockito.eq(false))).thenReturn(true);
        try (EmbeddedBroker broker = broker(port);
                Connection hub = connect(broker.url(), "right");
                Session hubs = hub.createSession();
                Connection erp = partner(port).createConnection("erp", "pass");
                Session session = erp.createSession()) {
            hub.start();
            erp.start();
            assertThatThrownBy(() -> session.createProducer(session.createQueue("tradelane.partner.erp.in")))
                    .as("queues are made by the hub").isInstanceOf(JMSException.class);
            hubs.createProducer(hubs.createQueue("tradelane.partner.erp.in")).close();
            hubs.createProducer(hubs.createQueue("tradelane.partner.erp.out")).close();
            session.createProducer(session.createQueue("tradelane.partner.erp.in")).send(session.createTextMessage("order"));
            assertThat(hubs.createConsumer(hubs.createQueue("tradelane.partner.erp.in")).receive(5_000)).isNotNull();
            hubs.createProducer(hubs.createQueue("tradelane.partner.erp.out")).send(hubs.createTextMessage("response"));
            assertThat(session.createConsumer(session.createQueue("tradelane.partner.erp.out")).receive(5_000)).isNotNull();

            assertThatThrownBy(() -> session.createConsumer(session.createQueue("tradelane.partner.erp.in"))).isInstanceOf(JMSException.class);
            for (String foreign : new String[] {"tradelane.partner.other.in", "tradelane.inbound.interchange", "tradelane.partner.erp.out"}) {
                assertThatThrownBy(() -> session.createProducer(session.createQueue(foreign)).send(session.createTextMessage("no")))
                        .as(foreign).isInstanceOf(JMSException.class);
            }
            assertThatThrownBy(() -> partner(port).createConnection("erp", "wrong").close()).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void aPartnerMayUseItsQueuesByAmqpWithTheSameRights() throws Exception {
        int port = freePort();
        Mockito.when(partners.signsIn("erp", "pass")).thenReturn(true);
        Mockito.when(partners.permits("erp", "tradelane.partner.erp.in", true)).thenReturn(true);
        Mockito.when(partners.permits(Mockito.eq("erp"), Mockito.startsWith("tradelane.partner.erp.out"), Mockito.eq(false))).thenReturn(true);
        try (EmbeddedBroker broker = broker(port);
                Connection hub = connect(broker.url(), "right");
                Session hubs = hub.createSession()) {
            hub.start();
            hubs.createProducer(hubs.createQueue("tradelane.partner.erp.in")).close();
            hubs.createProducer(hubs.createQueue("tradelane.partner.erp.out")).close();
            try (Connection erp = amqp(port).createConnection("erp", "pass"); Session session = erp.createSession()) {
                erp.start();
                BytesMessage order = session.createBytesMessage();
                order.writeBytes("UNB+order'".getBytes(StandardCharsets.US_ASCII));
                order.setStringProperty("contentType", "application/EDIFACT");
                session.createProducer(session.createQueue("tradelane.partner.erp.in")).send(order);
                Message taken = hubs.createConsumer(hubs.createQueue("tradelane.partner.erp.in")).receive(5_000);
                assertThat(taken).isInstanceOf(BytesMessage.class);
                assertThat(((BytesMessage) taken).getBodyLength()).isEqualTo(10);
                assertThat(taken.getStringProperty("contentType")).isEqualTo("application/EDIFACT");
                assertThat(taken.getJMSMessageID()).isNotNull();
                hubs.createProducer(hubs.createQueue("tradelane.partner.erp.out")).send(hubs.createTextMessage("response"));
                assertThat(((TextMessage) session.createConsumer(session.createQueue("tradelane.partner.erp.out")).receive(5_000)).getText()).isEqualTo("response");
            }
            for (String foreign : new String[] {"tradelane.partner.other.in", "tradelane.inbound.interchange", "tradelane.partner.erp.out"}) {
                try (Connection erp = amqp(port).createConnection("erp", "pass"); Session session = erp.createSession()) {
                    assertThatThrownBy(() -> session.createProducer(session.createQueue(foreign)).send(session.createTextMessage("no"))).as(foreign).isInstanceOf(JMSException.class);
                }
            }
            try (Connection erp = amqp(port).createConnection("erp", "pass"); Session session = erp.createSession()) {
                assertThatThrownBy(() -> session.createConsumer(session.createQueue("tradelane.partner.erp.in"))).isInstanceOf(JMSException.class);
            }
            assertThatThrownBy(() -> amqp(port).createConnection("erp", "wrong").start()).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> amqp(port).createConnection().start()).as("without an account").isInstanceOf(JMSException.class);
        }
    }

    @Test
    void knowsNoAccountThatEverybodyKnows() throws Exception {
        int port = freePort();
        try (EmbeddedBroker ignored = broker(port)) {
            assertThatThrownBy(() -> partner(port).createConnection("ACTIVEMQ.CLUSTER.ADMIN.USER", "CHANGE ME!!").createSession())
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void keepsAnAddressOutThatGuessesAndNotTheHubItself() throws Exception {
        int port = freePort();
        Mockito.when(partners.signsIn("erp", "pass")).thenReturn(true);
        try (EmbeddedBroker broker = broker(port)) {
            partner(port).createConnection("erp", "pass").close();
            for (int i = 0; i < 10; i++) {
                String wrong = "wrong " + i;
                assertThatThrownBy(() -> partner(port).createConnection("erp", wrong).close()).isInstanceOf(JMSException.class);
            }
            assertThatThrownBy(() -> connect("tcp://127.0.0.1:" + port, "right").close()).as("from the same address").isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> amqp(port).createConnection("erp", "pass").start()).as("by AMQP").isInstanceOf(JMSException.class);
            connect(broker.url(), "right").close();
        }
    }

    @Test
    void takesNoTextFromAPartnerThatIsLargerThanItsChannelAllowsAndKeepsNothingOfIt() throws Exception {
        int port = freePort();
        String in = "tradelane.partner.erp.in";
        Mockito.when(partners.signsIn("erp", "pass")).thenReturn(true);
        Mockito.when(partners.permits("erp", in, true)).thenReturn(true);
        Mockito.when(partners.limit(in)).thenReturn(OptionalLong.of(100_000));
        try (EmbeddedBroker broker = broker(port); Connection hub = connect(broker.url(), "right"); Session hubs = hub.createSession()) {
            hub.start();
            hubs.createProducer(hubs.createQueue(in)).close();
            for (ConnectionFactory way : List.of(partner(port), amqp(port))) {
                try (Connection erp = way.createConnection("erp", "pass"); Session session = erp.createSession()) {
                    var producer = session.createProducer(session.createQueue(in));
                    assertThatThrownBy(() -> producer.send(session.createTextMessage("x".repeat(400_000)))).isInstanceOf(JMSException.class);
                }
            }
            Mockito.verify(partners, Mockito.times(2)).refused(Mockito.eq(in), Mockito.anyLong());
            try (Connection erp = partner(port).createConnection("erp", "pass"); Session session = erp.createSession()) {
                var producer = session.createProducer(session.createQueue(in));
                producer.send(session.createTextMessage("y".repeat(90_000)));
                BytesMessage large = session.createBytesMessage();
                large.writeBytes(new byte[400_000]);
                producer.send(large);
            }
            var consumer = hubs.createConsumer(hubs.createQueue(in));
            assertThat(((TextMessage) consumer.receive(5_000)).getText()).hasSize(90_000);
            assertThat(((BytesMessage) consumer.receive(5_000)).getBodyLength()).as("is the door's to judge").isEqualTo(400_000);
            assertThat(consumer.receiveNoWait()).isNull();
            consumer.close();
        }
        assertThat(folder.resolve("large-messages").toFile().list()).isEmpty();
    }

    @Test
    void partnersComeByTlsToAPortOfTheirOwn() throws Exception {
        int port = freePort();
        int own = freePort();
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        assertThat(new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=broker.test", "-addext",
                "subjectAltName=IP:127.0.0.1", "-keyout", key.toString(), "-out", certificate.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
        Path both = Files.writeString(folder.resolve("both.pem"), Files.readString(key) + Files.readString(certificate));
        Mockito.when(partners.signsIn("erp", "pass")).thenReturn(true);
        try (EmbeddedBroker ignored = broker(port, new PartnerAcceptor("127.0.0.1", own, both, null))) {
            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + own + "?sslEnabled=true&trustStoreType=PEMCA&trustStorePath=" + certificate)
                    .createConnection("erp", "pass").close();
            new JmsConnectionFactory("amqps://127.0.0.1:" + own + "?transport.trustAll=true&transport.verifyHost=false&amqp.saslMechanisms=PLAIN")
                    .createConnection("erp", "pass").close();
            assertThatThrownBy(() -> partner(own).createConnection("erp", "pass").close()).as("without TLS").isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> new ActiveMQConnectionFactory("tcp://127.0.0.1:" + own + "?sslEnabled=true").createConnection("erp", "pass").close())
                    .as("a certificate that the client does not know").isInstanceOf(JMSException.class);
        }
    }

    /** To be called once a broker has started: it settles how Netty frees its buffers. */
    private static ActiveMQConnectionFactory partner(int port) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    private static JmsConnectionFactory amqp(int port) {
        return new JmsConnectionFactory("amqp://127.0.0.1:" + port + "?amqp.saslMechanisms=PLAIN,ANONYMOUS");
    }

    private EmbeddedBroker broker(int port) {
        return broker(port, null);
    }

    private EmbeddedBroker broker(int port, @Nullable PartnerAcceptor door) {
        return new EmbeddedBroker(folder, "right", "127.0.0.1", port, IN_VM_ID, new EmbeddedBroker.Space(1 << 20, maxDiskUsage), door, () -> partners);
    }

    private static void send(String url, String text) throws JMSException {
        try (Connection connection = connect(url, "right");
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue("kept")).send(session.createTextMessage(text));
        }
    }

    private static @Nullable String receive(String url) throws JMSException {
        try (Connection connection = connect(url, "right");
                Session session = connection.createSession()) {
            connection.start();
            Message message =
                    session.createConsumer(session.createQueue("kept")).receive(5_000);
            return message == null ? null : ((TextMessage) message).getText();
        }
    }

    private static Connection connect(String url, String password) throws JMSException {
        return new ActiveMQConnectionFactory(url, EmbeddedBroker.USER, password).createConnection();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
