package io.tradelane.adapters.calling;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.net.URI;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A door to a REST service with JSON: it asks for records, and posts documents. What is usual there, its declaration says. */
public abstract class JsonDoor implements Door, OutboundDoor, ConnectionTest {
    private final DoorDescription description;
    private final Parts parts;

    protected JsonDoor(DoorDescription description, Parts parts) {
        this.description = description;
        this.parts = parts;
    }

    /** What such a door works with. */
    @Component
    public record Parts(Calls calls, CallTest test, ChangePickup pickup, RunningChannels running) {}

    @Override
    public String door() {
        return description.door();
    }

    @Override
    public DoorDescription description() {
        return description;
    }

    @Override
    public RouteBuilder templates() {
        return new PollingTemplates(this, this::poll, parts.running);
    }

    @Override
    public Map<String, Object> templateParameters(Channel channel) {
        return channel.direction() == Direction.OUTBOUND ? Map.of() : Map.of("pollMillis", settings(channel).text(PagedParameters.POLL_MILLIS));
    }

    @Override
    public void prepare(Channel channel) {
        Settings settings = settings(channel);
        JsonMapping.check(settings);
        if (channel.direction() == Direction.INBOUND) {
            PagedParameters.check(settings);
            PagedSource.first(parts.calls, channel, settings);
            parts.pickup.startAnew(channel);
        } else {
            JsonPosting.check(settings);
        }
    }

    void poll(Channel channel) {
        Settings settings = settings(channel);
        parts.pickup.poll(channel, settings, position -> new PagedSource(parts.calls, channel, settings, position));
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        return JsonPosting.send(parts.calls, channel, settings(channel), transmission);
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = settings(channel);
        if (channel.direction() == Direction.INBOUND) {
            URI first = PagedSource.first(parts.calls, channel, settings);
            parts.test.ask(channel, settings, first, Map.of("Accept", "application/json"), steps);
        } else {
            parts.test.reach(channel, settings, JsonPosting.address(settings), steps);
        }
    }

    private Settings settings(Channel channel) {
        return Settings.of(description, channel);
    }
}
