package io.tradelane.adapters.odata;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.CallTest;
import io.tradelane.adapters.calling.Calls;
import io.tradelane.adapters.calling.ChangePickup;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.adapters.calling.PagedParameters;
import io.tradelane.adapters.calling.PollingTemplates;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Reads and writes the entities of an OData service. */
@Component
class ODataDoor implements Door, OutboundDoor, ConnectionTest {
    private final Calls calls;
    private final CallTest test;
    private final ChangePickup pickup;
    private final ODataWriter writer;
    private final RunningChannels running;

    ODataDoor(Calls calls, CallTest test, ChangePickup pickup, ODataWriter writer, RunningChannels running) {
        this.calls = calls;
        this.test = test;
        this.pickup = pickup;
        this.writer = writer;
        this.running = running;
    }

    @Override
    public String door() {
        return ODataParameters.NAME;
    }

    @Override
    public DoorDescription description() {
        return ODataParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new PollingTemplates(this, this::poll, running);
    }

    @Override
    public Map<String, Object> templateParameters(Channel channel) {
        return channel.direction() == Direction.OUTBOUND ? Map.of() : Map.of("pollMillis", settings(channel).text(PagedParameters.POLL_MILLIS));
    }

    @Override
    public void prepare(Channel channel) {
        Settings settings = settings(channel);
        CallParameters.check(settings);
        JsonMapping.check(settings);
        if (!settings.text(ODataParameters.ENTITY_SET).matches("[\\w.$()=',-]+(/[\\w.]+)*")) {
            throw new IllegalArgumentException("The entity set has to be a name");
        }
        if (channel.direction() == Direction.INBOUND) {
            if (settings.text(ODataParameters.CHANGES).equals("FIELD")) {
                settings.text(ODataParameters.CHANGED_FIELD);
            }
            ODataSource.first(settings, null);
            pickup.startAnew(channel);
        }
    }

    private void poll(Channel channel) {
        Settings settings = settings(channel);
        pickup.poll(channel, settings, position -> new ODataSource(calls, channel, settings, position));
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        return writer.write(channel, settings(channel), transmission);
    }

    /** Asks for the service document, which every service has (OData 4.01 Part 1, section 11.1.1). */
    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = settings(channel);
        test.ask(channel, settings, ODataSource.root(settings), Map.of("Accept", "application/json"), steps);
    }

    private static Settings settings(Channel channel) {
        return Settings.of(ODataParameters.DESCRIPTION, channel);
    }
}
