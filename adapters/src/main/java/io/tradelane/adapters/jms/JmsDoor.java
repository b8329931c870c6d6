package io.tradelane.adapters.jms;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts a document on the partner's queue, durably. The message id stands in Artemis' property for duplicate detection, so a repeat after a
 * lost answer is dropped by the broker; delivered means that the broker has it on disk.
 */
@Component
class JmsDoor implements Door, OutboundDoor, ConnectionTest {
    private static final Logger LOG = LoggerFactory.getLogger(JmsDoor.class);
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final JmsArrival arrival;
    private final PartnerQueues queues;
    private final RunningChannels running;
    private final ObjectProvider<ConnectionFactory> connections;

    JmsDoor(JmsArrival arrival, PartnerQueues queues, RunningChannels running, ObjectProvider<ConnectionFactory> connections) {
        this.arrival = arrival;
        this.queues = queues;
        this.running = running;
        this.connections = connections;
    }

    @Override
    public String door() {
        return JmsParameters.NAME;
    }

    @Override
    public DoorDescription description() {
        return JmsParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new JmsRoutes(arrival, this, running);
    }

    @Override
    public Map<String, Object> templateParameters(Channel channel) {
        return channel.direction() == Direction.OUTBOUND ? Map.of() : Map.of("queue", PartnerQueues.in(channel));
    }

    @Override
    public void prepare(Channel channel) {
        queues.check(channel);
        ConnectionFactory broker = connections.getIfAvailable();
        if (broker == null) {
            return;
        }
        String queue = channel.direction() == Direction.INBOUND ? PartnerQueues.in(channel) : PartnerQueues.out(channel);
        try {
            new JmsTemplate(broker).execute(session -> {
                session.createProducer(session.createQueue(queue)).close();
                return null;
            });
        } catch (JmsException away) {
            LOG.warn("The queue {} cannot be made now: {}", queue, away.getMessage());
        }
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        String queue = PartnerQueues.out(channel);
        try {
            byte[] body = transmission.bytes().all();
            new JmsTemplate(connections.getObject()).send(queue, session -> message(session, transmission, body));
            return new DeliveryReceipt.Delivered(DeliveryReceipt.Evidence.of(Map.of("jms.queue", queue, "jms.correlationId", transmission.messageId())));
        } catch (JmsException brokerAway) {
            throw new TransientFailure("The broker does not take it for " + queue + ": " + brokerAway.getMessage(), brokerAway);
        } catch (IOException unreadable) {
            throw new TransientFailure("The document cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static BytesMessage message(Session session, OutboundTransmission transmission, byte[] body) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(body);
        message.setJMSCorrelationID(transmission.messageId());
        message.setStringProperty(DUPLICATE_ID, transmission.messageId());
        message.setStringProperty("contentType", transmission.mediaType());
        message.setStringProperty("fileName", transmission.fileName());
        return message;
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        try (var connection = connections.getObject().createConnection()) {
            steps.reached(Step.CONNECTED, connection.getMetaData().getJMSProviderName() + " " + connection.getMetaData().getProviderVersion());
        } catch (JMSException failed) {
            steps.failed(Step.CONNECTED, failed.getMessage());
        }
    }
}
