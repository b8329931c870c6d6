package io.tradelane.adapters.http;

import io.tradelane.adapters.ChannelTemplates;
import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.CallTest;
import io.tradelane.adapters.calling.Calls;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Posts a document to the partner. {@code Message-Id} and {@code Idempotency-Key} carry the message id, so the partner can tell a repeat. */
@Component
class HttpDoor implements Door, OutboundDoor, ConnectionTest {
    static final String NAME = "http";

    private final Calls calls;
    private final CallTest test;
    private final Intake intake;
    private final RunningChannels running;

    HttpDoor(Calls calls, CallTest test, Intake intake, RunningChannels running) {
        this.calls = calls;
        this.test = test;
        this.intake = intake;
        this.running = running;
    }

    @Override
    public String door() {
        return NAME;
    }

    @Override
    public DoorDescription description() {
        return HttpParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(NAME, intake, this, running);
    }

    @Override
    public void prepare(Channel channel) {
        if (channel.direction() == Direction.OUTBOUND) {
            CallParameters.check(Settings.of(HttpParameters.DESCRIPTION, channel));
        }
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = Settings.of(HttpParameters.DESCRIPTION, channel);
        Map<String, String> headers = Map.of("Message-Id", transmission.messageId(), "Idempotency-Key", '"' + transmission.messageId() + '"');
        String url = settings.text(HttpParameters.URL);
        try {
            return calls.send(channel, settings, Posting.of(url, transmission, transmission.bytes().all(), headers)).receipt(Map.of());
        } catch (IOException noAnswer) {
            throw new TransientFailure("No answer from " + url + ": " + noAnswer, noAnswer);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = Settings.of(HttpParameters.DESCRIPTION, channel);
        test.reach(channel, settings, URI.create(settings.text(HttpParameters.URL)), steps);
    }
}
