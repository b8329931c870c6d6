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
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Posts a document to the partner. {@code Message-Id} and {@code Idempotency-Key} carry the message id, so the partner can tell a repeat. */
@Component
class HttpDoor implements Door, OutboundDoor, ConnectionTest {
    static final String NAME = "http";

    private final Posting posting;
    private final Intake intake;
    private final RunningChannels running;

    HttpDoor(Posting posting, Intake intake, RunningChannels running) {
        this.posting = posting;
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
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = Settings.of(HttpParameters.DESCRIPTION, channel);
        var headers = new HashMap<>(Map.of("Message-Id", transmission.messageId(), "Idempotency-Key", '"' + transmission.messageId() + '"'));
        settings.find(HttpParameters.TOKEN).ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        try {
            return posting.post(settings.text(HttpParameters.URL), transmission, transmission.bytes().all(), headers);
        } catch (IOException unreadable) {
            throw new TransientFailure("The document cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        ServerProbe.test(Settings.of(HttpParameters.DESCRIPTION, channel).text(HttpParameters.URL), steps);
    }
}
