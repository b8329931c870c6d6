package io.tradelane.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.adapters.jms.PartnerQueues;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class EmbeddedBrokerTest {

    private static final int IN_VM_ID = 4_000;

    @TempDir
    Path folder;

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

    /** To be called once a broker has started: it settles how Netty frees its buffers. */
    private static ActiveMQConnectionFactory partner(int port) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    private static JmsConnectionFactory amqp(int port) {
        return new JmsConnectionFactory("amqp://127.0.0.1:" + port + "?amqp.saslMechanisms=PLAIN,ANONYMOUS");
    }

    private EmbeddedBroker broker(int port) {
        return new EmbeddedBroker(folder, "right", "127.0.0.1", port, IN_VM_ID, 1 << 20, () -> partners);
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
