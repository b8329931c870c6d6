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
import io.tradelane.adapters.calling.CallTest;
import io.tradelane.adapters.calling.Calls;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.adapters.calling.TlsContexts;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Posts a document signed. The id stays the same on every try, the time stamp is that of the try. */
@Component
class WebhookDoor implements Door, OutboundDoor, ConnectionTest {
    private final Calls calls;
    private final CallTest test;
    private final Intake intake;
    private final RunningChannels running;
    private final Clock clock;

    WebhookDoor(Calls calls, CallTest test, Intake intake, RunningChannels running, Clock clock) {
        this.calls = calls;
        this.test = test;
        this.intake = intake;
        this.running = running;
        this.clock = clock;
    }

    @Override
    public String door() {
        return WebhookParameters.NAME;
    }

    @Override
    public DoorDescription description() {
        return WebhookParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(WebhookParameters.NAME, intake, this, running);
    }

    @Override
    public void prepare(Channel channel) {
        Settings settings = Settings.of(WebhookParameters.DESCRIPTION, channel);
        secrets(settings).forEach(WebhookSignature::key);
        if (channel.direction() == Direction.INBOUND) {
            JsonMapping.check(settings);
        } else {
            TlsContexts.of(settings);
        }
    }

    static Stream<String> secrets(Settings settings) {
        return Stream.of(WebhookParameters.SECRET, WebhookParameters.PREVIOUS_SECRET).map(settings::find).flatMap(Optional::stream);
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = Settings.of(WebhookParameters.DESCRIPTION, channel);
        String url = settings.text(WebhookParameters.URL);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        try {
            byte[] body = transmission.bytes().all();
            String signatures = secrets(settings).map(secret -> {
                var signature = new WebhookSignature(secret, transmission.messageId(), timestamp);
                signature.update(body, 0, body.length);
                return signature.value();
            }).collect(Collectors.joining(" "));
            return calls.plain(channel, settings, Posting.of(url, transmission, body, Map.of()), Map.of(WebhookSignature.ID, transmission.messageId(),
                    WebhookSignature.TIMESTAMP, timestamp, WebhookSignature.SIGNATURE, signatures)).receipt(Map.of());
        } catch (IOException noAnswer) {
            throw new TransientFailure("No answer from " + url + ": " + noAnswer, noAnswer);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = Settings.of(WebhookParameters.DESCRIPTION, channel);
        test.reach(channel, settings, URI.create(settings.text(WebhookParameters.URL)), steps);
    }
}
