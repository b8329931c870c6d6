package io.tradelane.adapters.calling;

import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Sending;
import io.tradelane.trading.partner.Channel;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;

/** The templates of a door that asks and posts. Each inbound channel has a thread of its own: a slow partner holds up nobody else. */
public final class PollingTemplates extends RouteBuilder {
    private final OutboundDoor door;
    private final Consumer<Channel> round;
    private final RunningChannels running;

    public PollingTemplates(OutboundDoor door, Consumer<Channel> round, RunningChannels running) {
        this.door = door;
        this.round = round;
        this.running = running;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate(door.door() + "-inbound").templateParameter("channel").templateParameter("pollMillis")
                .from("scheduler:poll-{{channel}}?initialDelay=0&delay={{pollMillis}}")
                .bean(new Round(round, running), "poll('{{channel}}')");
        routeTemplate(door.door() + "-outbound").templateParameter("channel")
                .from("direct:send-{{channel}}")
                .removeHeaders("*")
                .bean(new Sending(door, running), "send(${body}, '{{channel}}')");
    }

    /** The step of an inbound route. */
    public record Round(Consumer<Channel> round, RunningChannels running) {
        public void poll(String channel) {
            running.find(UUID.fromString(channel)).ifPresent(round);
        }
    }
}
