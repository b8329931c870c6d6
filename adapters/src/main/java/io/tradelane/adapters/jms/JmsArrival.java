package io.tradelane.adapters.jms;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/** Stores a message of bytes, as they come, or of text. A message that comes again, because the process died before the queue heard, is known by its id. */
@Component
public class JmsArrival {
    private static final Logger LOG = LoggerFactory.getLogger(JmsArrival.class);

    private final Intake intake;
    private final RunningChannels running;
    private final ObjectProvider<ConnectionFactory> connections;

    JmsArrival(Intake intake, RunningChannels running, ObjectProvider<ConnectionFactory> connections) {
        this.intake = intake;
        this.running = running;
        this.connections = connections;
    }

    /** The step of the route. What can never be taken in goes to the queue {@code .error}; what fails now stays where it is. */
    public void take(Message message, String channel) throws JMSException, IOException {
        Channel open = running.find(UUID.fromString(channel)).orElseThrow(() -> new TransientFailure("The channel is closed"));
        Settings settings = PartnerQueues.settings(open);
        long limit = settings.number(JmsParameters.MAX_BYTES);
        String id = message.getJMSMessageID();
        InputStream body;
        long length;
        switch (message) {
            case BytesMessage bytes -> {
                body = new MessageBytes(bytes);
                length = bytes.getBodyLength();
            }
            // The client has it in memory already; the broker takes none that is much larger than the limit.
            case TextMessage text -> {
                byte[] whole = Optional.ofNullable(text.getText()).orElse("").getBytes(StandardCharsets.UTF_8);
                body = new ByteArrayInputStream(whole);
                length = whole.length;
            }
            default -> {
                putAside(open, message, "NO_FILE", "only messages of bytes or text are read");
                return;
            }
        }
        if (length > limit) {
            putAside(open, message, "TOO_LARGE", "limit: " + limit + " bytes");
            return;
        }
        var reception = new Reception(open.organisation(), open.id(), JmsParameters.NAME, id,
                Optional.ofNullable(property(message, "contentType")).or(() -> Optional.ofNullable(amqpType(message))).orElse(settings.text(JmsParameters.MEDIA_TYPE)),
                property(message, "fileName"), Map.of());
        intake.takeInTurn(new Arrival(reception, open.name(), limit, body), () -> running.find(open.id()).isPresent());
        CrashPoint.reach("jms.stored");
    }

    private void putAside(Channel channel, Message message, String reason, String detail) throws JMSException {
        LOG.warn("Message {} of {} is put aside: {}, {}", message.getJMSMessageID(), channel.name(), reason, detail);
        new JmsTemplate(connections.getObject()).send(PartnerQueues.in(channel) + ".error", session -> message);
        intake.refused(channel, String.valueOf(message.getJMSMessageID()), reason, detail);
    }

    /** What an AMQP client said in the property {@code content-type} of its message (AMQP 1.0, section 3.2.4). */
    private static @Nullable String amqpType(Message message) {
        try {
            return property(message, "JMS_AMQP_CONTENT_TYPE");
        } catch (JMSException unreadable) {
            return null;
        }
    }

    /** A text property of reasonable length without control characters; anything else is as if it were not there. */
    private static @Nullable String property(Message message, String name) throws JMSException {
        return message.getObjectProperty(name) instanceof String text && text.matches("[^\\p{Cntrl}]{1,200}") ? text : null;
    }
}
