package io.tradelane.adapters.http;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.HeldBody;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Transmitter;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.adapters.calling.MappedArrival;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A partner's own address. Who posts here is known by the signature, over the bytes as they came; the time stamp keeps old requests out,
 * and one that comes again within the tolerance is known by its id and answered like the first.
 */
@RestController
class WebhookEndpoint {
    private static final long FUTURE_SECONDS = 60;
    private final Transmitter transmitter;
    private final Intake intake;
    private final RunningChannels running;
    private final Clock clock;

    WebhookEndpoint(Transmitter transmitter, Intake intake, RunningChannels running, Clock clock) {
        this.transmitter = transmitter;
        this.intake = intake;
        this.running = running;
        this.clock = clock;
    }

    /** @param status {@code RECEIVED} */
    record Accepted(UUID id, String status, boolean duplicate) {}

    @PostMapping(path = "/api/v1/webhooks/{channel}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> receive(@PathVariable UUID channel, HttpServletRequest request,
            @RequestHeader(name = "Content-Type", required = false) @Nullable String contentType,
            @RequestHeader(name = WebhookSignature.ID, required = false) @Nullable String id,
            @RequestHeader(name = WebhookSignature.TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestHeader(name = WebhookSignature.SIGNATURE, required = false) @Nullable String signature) throws IOException {
        Channel open = running.find(channel).filter(c -> c.door().equals(WebhookParameters.NAME) && c.direction() == Direction.INBOUND)
                .orElseThrow(() -> new BadRequest(404, "not-found", "There is no such webhook"));
        Settings settings = Settings.of(WebhookParameters.DESCRIPTION, open);
        if (id == null || timestamp == null || signature == null || !id.matches("[!-~]{1,255}")) {
            throw new BadRequest(401, "signature-required", "webhook-id, webhook-timestamp and webhook-signature are required");
        }
        checkAge(timestamp, settings.number(WebhookParameters.TOLERANCE_SECONDS));
        List<WebhookSignature> expected = WebhookDoor.secrets(settings).map(secret -> new WebhookSignature(secret, id, timestamp)).toList();
        try (HeldBody body = HeldBody.read(request.getInputStream(), settings.number(WebhookParameters.MAX_BYTES), expected)) {
            if (expected.stream().filter(one -> one.isIn(signature)).count() == 0) {
                throw new BadRequest(401, "wrong-signature", "The signature does not fit");
            }
            if (body.size() == 0) {
                throw new BadRequest(400, "empty-body", "The request has no body");
            }
            Receipt receipt = store(open, settings, id, InterchangeEndpoint.mediaType(contentType), body);
            CrashPoint.reach("webhook.stored");
            return ResponseEntity.accepted().location(URI.create("/api/v1/interchanges/" + receipt.interchange()))
                    .body(new Accepted(receipt.interchange(), "RECEIVED", receipt.duplicateTransport()));
        }
    }

    private void checkAge(String timestamp, long tolerance) {
        long age = timestamp.matches("\\d{1,12}") ? clock.instant().getEpochSecond() - Long.parseLong(timestamp) : Long.MAX_VALUE;
        if (age > tolerance || age < -FUTURE_SECONDS) {
            throw new BadRequest(401, "stale-timestamp", "The time stamp is not within " + tolerance + " seconds");
        }
    }

    private Receipt store(Channel channel, Settings settings, String id, String mediaType, HeldBody body) throws IOException {
        var reception = new Reception(channel.organisation(), channel.id(), WebhookParameters.NAME, id, mediaType, null, Map.of());
        Receipt receipt;
        long maxBytes = settings.number(WebhookParameters.MAX_BYTES);
        try (InputStream bytes = body.open()) {
            receipt = transmitter.receive(channel, settings.find(JsonMapping.MAPPING).isEmpty() ? new Arrival(reception, channel.name(), maxBytes, bytes)
                    : MappedArrival.of(reception, settings, channel.name(), maxBytes, bytes.readAllBytes()));
        }
        if (settings.find(JsonMapping.MAPPING).isEmpty() && receipt.duplicateTransport() && !MessageDigest.isEqual(body.sha256(), intake.kept(receipt.interchange()).sha256())) {
            throw new BadRequest(409, "webhook-id-reused", "This webhook-id came before with another document");
        }
        return receipt;
    }
}
