package io.tradelane.adapters.mail;

import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Sending;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;

/** The route templates of the e-mail door. Each mailbox has a thread of its own. */
final class MailRoutes extends RouteBuilder {
    private final MailDoor door;
    private final MailPickup pickup;
    private final RunningChannels running;

    MailRoutes(MailDoor door, MailPickup pickup, RunningChannels running) {
        this.door = door;
        this.pickup = pickup;
        this.running = running;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate("mail-inbound").templateParameter("channel").templateParameter("pollMillis")
                .from("scheduler:poll-{{channel}}?initialDelay=0&delay={{pollMillis}}")
                .bean(new Poll(pickup, running), "poll('{{channel}}')");
        routeTemplate("mail-outbound").templateParameter("channel")
                .from("direct:send-{{channel}}")
                .removeHeaders("*")
                .bean(new Sending(door, running), "send(${body}, '{{channel}}')");
    }

    /** The step of an inbound route. */
    public record Poll(MailPickup pickup, RunningChannels running) {
        public void poll(String channel) {
            running.find(UUID.fromString(channel)).ifPresent(pickup::poll);
        }
    }
}
