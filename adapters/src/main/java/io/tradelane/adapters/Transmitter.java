package io.tradelane.adapters;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.springframework.stereotype.Component;

/** Takes bytes along the route of their channel, in either direction, and hands failures back as they are. */
@Component
public class Transmitter {
    private final ProducerTemplate template;
    private final Intake intake;
    private final RunningChannels running;
    private final ChannelStanding standing;

    Transmitter(CamelContext camel, Intake intake, RunningChannels running, ChannelStanding standing) {
        this.intake = intake;
        this.running = running;
        this.standing = standing;
        this.template = camel.createProducerTemplate();
    }

    static String inbound(String channel) {
        return "direct:receive-" + channel;
    }

    static String outbound(String channel) {
        return "direct:send-" + channel;
    }

    /**
     * Sends through the route of the channel, on the calling thread. How it went stands on the channel's page.
     *
     * @throws TransientFailure also when the channel is closed at the moment
     */
    public DeliveryReceipt send(UUID channel, OutboundTransmission transmission) {
        Exchange exchange = along(outbound(channel.toString()), transmission);
        Exception failure = exchange.getException();
        switch (failure) {
            case null -> {
                running.find(channel).ifPresent(standing::working);
                return requireNonNull(exchange.getMessage().getBody(DeliveryReceipt.class));
            }
            case ChannelNotOpen closed -> throw closed;
            case TransientFailure mayPass -> {
                running.find(channel).ifPresent(open -> standing.failing(open, String.valueOf(mayPass.getMessage())));
                throw mayPass;
            }
            case DirectConsumerNotAvailableException closed -> throw new ChannelNotOpen();
            case RuntimeException asItIs -> throw asItIs;
            default -> throw new IllegalStateException(failure);
        }
    }

    /** Stores what arrived, along the route of its channel. */
    public Receipt receive(Channel channel, Arrival arrival) throws IOException {
        Exchange exchange = along(inbound(channel.id().toString()), arrival);
        switch (exchange.getException()) {
            case null -> {
                return requireNonNull(exchange.getMessage().getBody(Receipt.class));
            }
            case DirectConsumerNotAvailableException closed -> throw new ChannelNotOpen();
            case IOException failed -> throw failed;
            case RuntimeException asItIs -> throw asItIs;
            case Exception other -> throw new IllegalStateException(other);
        }
    }

    /** Stores what arrived at a door that all share, along the route of the sender's channel if it has one. */
    public Receipt receive(Optional<Channel> channel, Arrival arrival) throws IOException {
        return channel.isPresent() ? receive(channel.get(), arrival) : intake.take(arrival);
    }

    private Exchange along(String endpoint, Object body) {
        return template.send(endpoint + "?failIfNoConsumers=true&block=false", exchange -> exchange.getIn().setBody(body));
    }
}
