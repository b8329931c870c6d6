package io.tradelane.adapters.as2;

import io.tradelane.adapters.ChannelKeys;
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
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.ReceiptRequest;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Sends a document by AS2 and judges the receipt that comes back in the answer. */
@Component
class As2Door implements Door, OutboundDoor, ConnectionTest {
    static final String NAME = "as2";

    private final As2Http http;
    private final ServerSightings sightings;
    private final Packing packing;
    private final ChannelKeys keys;
    private final Intake intake;
    private final RunningChannels running;
    private final Clock clock;

    As2Door(As2Http http, ServerSightings sightings, ChannelKeys keys, Intake intake, RunningChannels running, Clock clock) {
        this.http = http;
        this.sightings = sightings;
        this.packing = new Packing(keys);
        this.keys = keys;
        this.intake = intake;
        this.running = running;
        this.clock = clock;
    }

    @Override
    public String door() {
        return NAME;
    }

    @Override
    public DoorDescription description() {
        return As2Parameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(NAME, intake, this, running);
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = Settings.of(As2Parameters.DESCRIPTION, channel);
        try {
            var outgoing = packing.pack(channel, settings, transmission);
            String messageId = Packing.messageId(transmission.messageId());
            Entity request = Entity.of(headers(settings, messageId, outgoing.wire().headers()), outgoing.wire().body());
            As2Http.Answer answer = http.post(URI.create(settings.text(As2Parameters.URL)), request, sightings.of(channel));
            failIfWorthRepeating(answer);
            if (answer.status() / 100 != 2) {
                return new DeliveryReceipt.Refused("The partner answered HTTP " + answer.status(), evidence(answer));
            }
            if (settings.text(As2Parameters.RECEIPT).equals(As2Parameters.NONE)) {
                return new DeliveryReceipt.Delivered(evidence(answer));
            }
            if (settings.find(As2Parameters.RECEIPT_URL).isPresent()) {
                return new DeliveryReceipt.AwaitingReceipt(transmission.messageId());
            }
            if (answer.entity().body().length == 0) {
                throw new TransientFailure("The partner answered without the receipt asked for");
            }
            return new ReceiptCheck(messageId, settings.text(As2Parameters.RECEIPT).equals("SIGNED"), keys.partnerSigning(channel),
                    Packing.acceptableMics(transmission), clock.instant()).judge(answer.entity());
        } catch (IOException noAnswer) {
            throw new TransientFailure("No answer from " + settings.text(As2Parameters.URL) + ": " + noAnswer.getMessage(), noAnswer);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        String url = Settings.of(As2Parameters.DESCRIPTION, channel).text(As2Parameters.URL);
        try {
            http.check(URI.create(url));
            ServerProbe.test(url, steps);
        } catch (IOException refused) {
            steps.failed(ConnectionSteps.Step.RESOLVED, refused.getMessage());
        }
    }

    private Headers headers(Settings settings, String messageId, Headers content) {
        Headers headers = Receipts.header(clock, settings.text(As2Parameters.HUB_NAME), settings.text(As2Parameters.PARTNER_NAME), messageId)
                .with("Subject", settings.text(As2Parameters.SUBJECT)).with("User-Agent", "Tradelane");
        if (!settings.text(As2Parameters.RECEIPT).equals(As2Parameters.NONE)) {
            var request = new ReceiptRequest(settings.text(As2Parameters.RECEIPT).equals("SIGNED"), Packing.digest(settings),
                    settings.find(As2Parameters.RECEIPT_URL).orElse(null));
            for (Headers.Field field : request.headers(settings.text(As2Parameters.HUB_NAME)).fields()) {
                headers = headers.with(field.name(), field.value());
            }
        }
        for (Headers.Field field : content.fields()) {
            headers = headers.with(field.name(), field.value());
        }
        return headers;
    }

    /** RFC 4130 leaves a repeat to the sender; these answers say that one may succeed. */
    private static void failIfWorthRepeating(As2Http.Answer answer) {
        int status = answer.status();
        if (status == 408 || status == 425 || status == 429 || status / 100 == 5) {
            byte[] body = answer.entity().body();
            String text = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
            throw new TransientFailure("The partner answered HTTP " + status + ": " + text);
        }
    }

    private static DeliveryReceipt.Evidence evidence(As2Http.Answer answer) {
        return new DeliveryReceipt.Evidence(answer.entity().contentType().mediaType(), answer.entity().bytes(),
                Map.of("http.status", Integer.toString(answer.status())));
    }
}
