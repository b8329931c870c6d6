package io.tradelane.adapters.remote;

import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Sending;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;

/** The route templates of a file server's door. Each inbound channel has a thread of its own: a slow partner holds up nobody else. */
final class RemoteRoutes extends RouteBuilder {
    private final RemoteDoor door;
    private final RemotePickup pickup;
    private final RunningChannels running;

    RemoteRoutes(RemoteDoor door, RemotePickup pickup, RunningChannels running) {
        this.door = door;
        this.pickup = pickup;
        this.running = running;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate(door.door() + "-inbound").templateParameter("channel").templateParameter("pollMillis")
                .from("scheduler:poll-{{channel}}?initialDelay=0&delay={{pollMillis}}")
                .bean(new Poll(door, pickup, running), "poll('{{channel}}')");
        routeTemplate(door.door() + "-outbound").templateParameter("channel")
                .from("direct:send-{{channel}}")
                .removeHeaders("*")
                .bean(new Sending(door, running), "send(${body}, '{{channel}}')");
    }

    /** The step of an inbound route. */
    public record Poll(RemoteDoor door, RemotePickup pickup, RunningChannels running) {
        public void poll(String channel) {
            running.find(UUID.fromString(channel)).ifPresent(open -> pickup.poll(door, open));
        }
    }
}
