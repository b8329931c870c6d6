package io.tradelane.adapters;

import java.util.UUID;

/** The step of an outbound route: the door sends. */
public final class Sending {
    private final OutboundDoor door;
    private final RunningChannels running;

    public Sending(OutboundDoor door, RunningChannels running) {
        this.door = door;
        this.running = running;
    }

    public DeliveryReceipt send(OutboundTransmission transmission, String channel) {
        return running.find(UUID.fromString(channel)).map(open -> door.send(open, transmission))
                .orElseThrow(ChannelNotOpen::new);
    }
}
