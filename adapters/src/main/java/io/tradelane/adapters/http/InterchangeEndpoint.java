package io.tradelane.adapters.http;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Sha256;
import io.tradelane.adapters.Transmitter;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Channel;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes documents of every format over HTTP (RFC 1767 names the media types of EDI). The body is streamed to the store; the answer comes
 * when it is on disk. An {@code Idempotency-Key} makes a repeat harmless: it is answered with the first one's id.
 */
@RestController
class InterchangeEndpoint {
    private static final int MAX_KEY = 255;
    private static final Pattern NO_DOCUMENT = Pattern.compile("\\s*(multipart|image|audio|video|font)/", Pattern.CASE_INSENSITIVE);

    private final Transmitter transmitter;
    private final Intake intake;
    private final RunningChannels running;

    InterchangeEndpoint(Transmitter transmitter, Intake intake, RunningChannels running) {
        this.intake = intake;
        this.transmitter = transmitter;
        this.running = running;
    }

    /** @param status {@code RECEIVED}; how it goes on is read at the address in {@code Location} */
    record Accepted(UUID id, String status, boolean duplicate) {}

    @PostMapping(path = "/api/v1/interchanges", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> receive(HttpServletRequest request,
            @RequestHeader(name = "Content-Type", required = false) @Nullable String contentType,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) throws IOException {
        ApiClient client = client();
        String mediaType = mediaType(contentType);
        var bytes = new PushbackInputStream(request.getInputStream());
        int first = bytes.read();
        if (first < 0) {
            throw new BadRequest(400, "empty-body", "The request has no body");
        }
        bytes.unread(first);
        var hashed = new DigestInputStream(bytes, Sha256.digest());
        Receipt receipt = store(client, mediaType, key(idempotencyKey), hashed);
        if (receipt.duplicateTransport()
                && !MessageDigest.isEqual(hashed.getMessageDigest().digest(), intake.kept(receipt.interchange()).sha256())) {
            throw new BadRequest(422, "idempotency-key-reused", "This Idempotency-Key came before with another document");
        }
        CrashPoint.reach("http.stored");
        return ResponseEntity.accepted().location(URI.create("/api/v1/interchanges/" + receipt.interchange()))
                .body(new Accepted(receipt.interchange(), "RECEIVED", receipt.duplicateTransport()));
    }

    private Receipt store(ApiClient client, String mediaType, @Nullable String key, InputStream bytes) throws IOException {
        Optional<Channel> channel = running.inbound(HttpDoor.NAME, client.organisation());
        long maxBytes = channel.map(c -> Settings.of(HttpParameters.DESCRIPTION, c).number(HttpParameters.MAX_BYTES))
                .orElse(HttpParameters.DEFAULT_MAX_BYTES);
        var reception = new Reception(client.organisation(), channel.map(Channel::id).orElse(null), HttpDoor.NAME, key, mediaType,
                null, Map.of("http.client", client.name()));
        return transmitter.receive(channel, new Arrival(reception, client.name(), maxBytes, bytes));
    }

    private static ApiClient client() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ApiClient client) {
            return client;
        }
        throw new BadRequest(401, "api-key-required", "A valid API key is required: Authorization: Bearer …");
    }

    static String mediaType(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
        if (contentType.length() > 200 || NO_DOCUMENT.matcher(contentType).lookingAt()) {
            throw new BadRequest(415, "unsupported-media-type", "Send the document itself as the body, not a form or a picture; for EDIFACT as application/EDIFACT");
        }
        return contentType;
    }

    private static @Nullable String key(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String key = header.strip().replaceAll("^\"|\"$", "");
        if (key.isEmpty() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 31 && c < 127)) {
            throw new BadRequest(400, "invalid-idempotency-key", "Idempotency-Key must be 1 to 255 printable ASCII characters");
        }
        return key;
    }
}
