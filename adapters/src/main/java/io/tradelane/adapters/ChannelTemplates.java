package io.tradelane.adapters;

import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a door that answers on an address shared by all partners (HTTP, AS2, SOAP) or sends by itself: the route of a channel
 * is where its arrivals and transmissions pass, are counted, and stop when the channel is closed.
 */
public final class ChannelTemplates extends RouteBuilder {
    private final String door;
    private final Intake intake;
    private final @Nullable OutboundDoor outbound;
    private final RunningChannels running;

    /** @param outbound null: the door only receives */
    public ChannelTemplates(String door, Intake intake, @Nullable OutboundDoor outbound, RunningChannels running) {
        this.door = door;
        this.intake = intake;
        this.outbound = outbound;
        this.running = running;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate(door + "-inbound").templateParameter("channel")
                .from("direct:receive-{{channel}}")
                .removeHeaders("*")
                .bean(new Receiving(intake), "receive");
        if (outbound == null) {
            return;
        }
        routeTemplate(door + "-outbound").templateParameter("channel")
                .from("direct:send-{{channel}}")
                .removeHeaders("*")
                .bean(new Sending(outbound, running), "send(${body}, '{{channel}}')");
    }
}
