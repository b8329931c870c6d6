package io.tradelane.adapters.idoc;

import io.tradelane.adapters.Arrival;
import io.tradelane.adapters.HeldBody;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Transmitter;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where an SAP system's port of type XML HTTP posts. SAP takes 200 as taken and repeats everything else, so 200 comes when the IDocs are on
 * disk; a repeat is known by its bytes, which hold the numbers of the IDocs. Answers are text, which SAP shows in its log.
 */
@RestController
class IdocEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(IdocEndpoint.class);
    private static final int SHORTEST_PASSWORD = 12;

    private final Transmitter transmitter;
    private final RunningChannels running;

    IdocEndpoint(Transmitter transmitter, RunningChannels running) {
        this.transmitter = transmitter;
        this.running = running;
    }

    static void check(Settings settings) {
        if (settings.find(IdocParameters.USER).isPresent() && settings.find(IdocParameters.PASSWORD).filter(p -> p.length() >= SHORTEST_PASSWORD).isEmpty()) {
            throw new IllegalArgumentException("The password has to have at least " + SHORTEST_PASSWORD + " characters");
        }
    }

    @PostMapping(path = "/api/v1/idocs/{channel}")
    ResponseEntity<String> receive(@PathVariable UUID channel, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Optional<Channel> open = running.find(channel).filter(c -> c.door().equals(IdocParameters.NAME) && c.direction() == Direction.INBOUND);
        if (open.isEmpty() || !mayPost(open.get(), authorization)) {
            return ResponseEntity.status(401).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tradelane\"").body("The user or password does not fit");
        }
        Settings settings = Settings.of(IdocParameters.DESCRIPTION, open.get());
        try (HeldBody body = HeldBody.read(request.getInputStream(), settings.number(IdocParameters.MAX_BYTES), List.of())) {
            if (body.size() == 0) {
                return text(400, "The request has no body");
            }
            Receipt receipt = store(open.get(), settings, contentType, body);
            CrashPoint.reach("idoc.stored");
            return text(200, (receipt.duplicateTransport() ? "Received before as " : "Received as ") + receipt.interchange());
        } catch (PayloadTooLarge tooLarge) {
            return text(413, "The body is larger than " + tooLarge.limit() + " bytes");
        } catch (Busy busy) {
            return ResponseEntity.status(busy.reason().status()).header(HttpHeaders.RETRY_AFTER, Long.toString(busy.retryAfterSeconds()))
                    .contentType(MediaType.TEXT_PLAIN).body(busy.getMessage());
        } catch (IOException cutOff) {
            return text(400, "The body did not arrive completely");
        } catch (RuntimeException failure) {
            LOG.error("IDocs could not be stored", failure);
            return text(503, "The IDocs could not be stored, please repeat them later");
        }
    }

    private Receipt store(Channel channel, Settings settings, @Nullable String contentType, HeldBody body) throws IOException {
        String mediaType = contentType == null || contentType.isBlank() || contentType.length() > 200 ? "text/xml" : contentType;
        var reception = new Reception(channel.organisation(), channel.id(), IdocParameters.NAME, HexFormat.of().formatHex(body.sha256()), mediaType, null, Map.of());
        try (InputStream bytes = body.open()) {
            return transmitter.receive(channel, new Arrival(reception, channel.name(), settings.number(IdocParameters.MAX_BYTES), bytes));
        }
    }

    /** By the channel's user and password, or as a machine of the channel's organisation. */
    private static boolean mayPost(Channel channel, @Nullable String authorization) {
        Settings settings = Settings.of(IdocParameters.DESCRIPTION, channel);
        Optional<String> user = settings.find(IdocParameters.USER);
        if (user.isPresent() && authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            byte[] expected = (user.get() + ":" + settings.text(IdocParameters.PASSWORD)).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, decoded(authorization.substring(6).strip()));
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ApiClient client && client.organisation().equals(channel.organisation())
                && client.maySubmit();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static ResponseEntity<String> text(int status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
