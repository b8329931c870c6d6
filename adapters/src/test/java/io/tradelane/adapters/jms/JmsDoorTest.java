package io.tradelane.adapters.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.core.MessageCreator;

/** Against an Artemis broker of its own process, as the hub embeds it. */
class JmsDoorTest extends DoorsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final String user = "erp" + NUMBER.incrementAndGet();

    @Autowired
    private ConnectionFactory connections;

    @Autowired
    private EmbeddedActiveMQ broker;

    @Autowired
    private PartnerQueues queues;

    @Autowired
    private JmsDoor door;

    private JmsTemplate erp;

    @BeforeEach
    void startErp() {
        erp = new JmsTemplate(connections);
        erp.setReceiveTimeout(3000);
    }

    @Test
    void messageOfBytesIsStoredAndLeavesItsQueue() {
        inbound(Map.of());
        send(session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(Peers.ORDERS);
            message.setStringProperty("fileName", "order.edi");
            message.setStringProperty("contentType", "application/edifact");
            message.setStringProperty("CamelFileName", "/etc/passwd");
            message.setJMSReplyTo(session.createQueue("tradelane.partner.other.out"));
            return message;
        });

        await().atMost(Duration.ofSeconds(15)).until(() -> intake.stored.size() == 1);
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().fileName()).isEqualTo("order.edi");
        assertThat(intake.last().reception().mediaType()).isEqualTo("application/edifact");
        assertThat(intake.last().reception().transportMessageId()).startsWith("ID:");
        await().atMost(Duration.ofSeconds(15)).until(() -> waiting(".in") == 0);
        erp.setReceiveTimeout(300);
        assertThat(erp.receive("tradelane.partner.other.out")).isNull();
    }

    @Test
    void textIsStoredAsUtf8() {
        inbound(Map.of());
        send(session -> session.createTextMessage("{\"订单\":1}"));
        await().atMost(Duration.ofSeconds(15)).until(() -> intake.stored.size() == 1);
        assertThat(intake.last().bytes()).asString(java.nio.charset.StandardCharsets.UTF_8).isEqualTo("{\"订单\":1}");
    }

    @Test
    void messageStaysOnItsQueueUntilItIsStored() {
        intake.databaseIsAway(true);
        inbound(Map.of());
        send(session -> session.createTextMessage("UNB"));
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> waiting(".in") == 1 && intake.stored.isEmpty());
        intake.databaseIsAway(false);

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(".in") == 0);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void messagesWaitWhileThePartnerHasTo() {
        intake.partnerHasToWait(true);
        inbound(Map.of());
        send(session -> session.createTextMessage("first"));
        send(session -> session.createTextMessage("second"));
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> waiting(".in") == 2 && intake.stored.isEmpty());
        intake.partnerHasToWait(false);

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(".in") == 0);
        assertThat(intake.stored).extracting(stored -> new String(stored.bytes(), StandardCharsets.UTF_8)).containsExactly("first", "second");
    }

    @Test
    void messageThatCannotBeTakenIsPutAsideAndAPersonIsTold() {
        inbound(Map.of("maxBytes", "10"));
        send(session -> session.createTextMessage("more than ten bytes"));
        send(session -> session.createMapMessage());

        await().atMost(Duration.ofSeconds(15)).until(() -> waiting(".in.error") == 2);
        assertThat(intake.refused).hasSize(2).anyMatch(r -> r.endsWith("TOO_LARGE")).anyMatch(r -> r.endsWith("NO_FILE"));
        assertThat(intake.stored).isEmpty();
        assertThat(waiting(".in")).isZero();
    }

    @Test
    void partnerGetsADocumentOnceHoweverOftenItIsSent() throws JMSException {
        Channel channel = outbound();
        UUID id = Ids.next();
        var transmission = new OutboundTransmission(id, id + "@tradelane", "ordrsp.edi", "application/EDIFACT",
                () -> new ByteArrayInputStream(Peers.ORDERS));
        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.Delivered.class);
        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.Delivered.class);

        Message message = erp.receive(PartnerQueues.PREFIX + user + ".out");
        assertThat(message.getBody(byte[].class)).isEqualTo(Peers.ORDERS);
        assertThat(message.getJMSCorrelationID()).isEqualTo(transmission.messageId());
        assertThat(message.getStringProperty("fileName")).isEqualTo("ordrsp.edi");
        erp.setReceiveTimeout(300);
        assertThat(erp.receive(PartnerQueues.PREFIX + user + ".out")).isNull();
    }

    @Test
    void partnerMayUseItsOwnTwoQueuesAndNothingElse() {
        Channel in = open("jms", Direction.INBOUND, Map.of("user", user), Map.of("password", "right one"));
        open("jms", Direction.OUTBOUND, Map.of("user", user));

        assertThat(queues.signsIn(user, "right one")).isTrue();
        assertThat(queues.signsIn(user, "wrong one")).isFalse();
        assertThat(queues.signsIn("nobody", "right one")).isFalse();
        String own = PartnerQueues.PREFIX + user;
        assertThat(queues.permits(user, own + ".in", true)).isTrue();
        assertThat(queues.permits(user, own + ".out::" + own + ".out", false)).isTrue();
        assertThat(queues.permits(user, own + ".in", false)).isFalse();
        assertThat(queues.permits(user, own + ".out", true)).isFalse();
        assertThat(queues.permits(user, PartnerQueues.PREFIX + "other.in", true)).isFalse();
        assertThat(queues.permits(user, "tradelane.inbound.interchange", true)).isFalse();
        channels.change(in, in.parameters(), false);
        routes.refresh();
        assertThat(queues.signsIn(user, "right one")).isFalse();
        assertThat(queues.permits(user, own + ".in", true)).isFalse();
    }

    @Test
    void nameOfAnotherPartnerOpensNoChannel() {
        inbound(Map.of());
        Channel second = inbound(Map.of());
        assertThat(routes.states().get(second.id()).problem()).contains("belongs to the channel");
        Channel wild = open("jms", Direction.INBOUND, Map.of("user", "#"));
        assertThat(routes.states().get(wild.id()).problem()).contains("user name");
    }

    @Test
    void testOfTheConnectionTellsTheBroker() {
        var steps = new ConnectionSteps();
        door.test(outbound(), steps);
        assertThat(steps.results()).singleElement().satisfies(step -> assertThat(step.good()).isTrue());
    }

    private Channel inbound(Map<String, String> more) {
        var all = new HashMap<>(Map.of("user", user));
        all.putAll(more);
        return open("jms", Direction.INBOUND, all);
    }

    private Channel outbound() {
        return open("jms", Direction.OUTBOUND, Map.of("user", user));
    }

    private void send(MessageCreator message) {
        erp.send(PartnerQueues.PREFIX + user + ".in", message);
    }

    private long waiting(String queue) {
        var found = broker.getActiveMQServer().locateQueue(PartnerQueues.PREFIX + user + queue);
        return found == null ? 0 : found.getMessageCount();
    }
}
