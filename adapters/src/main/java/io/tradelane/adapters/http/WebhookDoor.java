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
import io.tradelane.adapters.ServerProbe;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
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
    private final Posting posting;
    private final Intake intake;
    private final RunningChannels running;
    private final Clock clock;

    WebhookDoor(Posting posting, Intake intake, RunningChannels running, Clock clock) {
        this.posting = posting;
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
        secrets(Settings.of(WebhookParameters.DESCRIPTION, channel)).forEach(WebhookSignature::key);
    }

    static Stream<String> secrets(Settings settings) {
        return Stream.of(WebhookParameters.SECRET, WebhookParameters.PREVIOUS_SECRET).map(settings::find).flatMap(Optional::stream);
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = Settings.of(WebhookParameters.DESCRIPTION, channel);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        try {
            byte[] body = transmission.bytes().all();
            String signatures = secrets(settings).map(secret -> {
                var signature = new WebhookSignature(secret, transmission.messageId(), timestamp);
                signature.update(body, 0, body.length);
                return signature.value();
            }).collect(Collectors.joining(" "));
            return posting.post(settings.text(WebhookParameters.URL), transmission, body, Map.of(WebhookSignature.ID, transmission.messageId(),
                    WebhookSignature.TIMESTAMP, timestamp, WebhookSignature.SIGNATURE, signatures));
        } catch (IOException unreadable) {
            throw new TransientFailure("The document cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        ServerProbe.test(Settings.of(WebhookParameters.DESCRIPTION, channel).text(WebhookParameters.URL), steps);
    }
}
