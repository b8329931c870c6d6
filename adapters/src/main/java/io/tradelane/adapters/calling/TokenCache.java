package io.tradelane.adapters.calling;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of partners' servers (RFC 6749, section 4.4), kept until shortly before they end. One channel fetches one at a time. */
final class TokenCache {
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(30);
    private static final long USUAL_SECONDS = 60;
    private static final int LARGEST = 64 * 1024;

    private static final int LONGEST_REASON = 300;
    private final Calls calls;
    private final Map<UUID, Token> tokens = new ConcurrentHashMap<>();

    TokenCache(Calls calls) {
        this.calls = calls;
    }

    private record Token(long revision, String value, long until) {
        boolean holds(Channel channel) {
            return revision == channel.revision() && System.nanoTime() - until < 0;
        }
    }

    String get(Channel channel, Settings settings) throws IOException {
        try {
            return Objects.requireNonNull(tokens.compute(channel.id(), (id, known) -> {
                if (known != null && known.holds(channel)) {
                    return known;
                }
                try {
                    return fetch(channel, settings);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            })).value;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    void forget(Channel channel) {
        tokens.remove(channel.id());
    }

    private Token fetch(Channel channel, Settings settings) throws IOException {
        String id = settings.text(CallParameters.CLIENT_ID);
        String secret = settings.find(CallParameters.CLIENT_SECRET).orElse("");
        var form = new StringBuilder("grant_type=client_credentials");
        settings.find(CallParameters.SCOPE).ifPresent(scope -> form.append("&scope=").append(encoded(scope)));
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"));
        if (settings.text(CallParameters.CLIENT_AUTH).equals("BASIC")) {
            headers.put("Authorization", Calls.basic(encoded(id), encoded(secret)));
        } else {
            form.append("&client_id=").append(encoded(id));
            form.append(secret.isEmpty() ? "" : "&client_secret=" + encoded(secret));
        }
        URI server = URI.create(settings.text(CallParameters.TOKEN_URL));
        JsonNode body;
        try {
            CallAnswer answer = calls.plain(channel, settings, new Call("POST", server, headers, form.toString().getBytes(StandardCharsets.US_ASCII), LARGEST), Map.of());
            body = given(answer);
        } catch (IOException failed) {
            throw new IOException("No access token from " + server + ": " + Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getSimpleName()), failed);
        }
        String value = body.path("access_token").asText();
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(USUAL_SECONDS)).minus(BEFORE_THE_END);
        return new Token(channel.revision(), value, System.nanoTime() + life.toNanos());
    }

    /** @throws IOException if it holds no token: it says why (RFC 6749, 5.2), or is something else, such as a page */
    private static JsonNode given(CallAnswer answer) throws IOException {
        JsonNode body;
        try {
            body = Json.read(answer.body());
        } catch (IOException otherThanJson) {
            throw new IOException("HTTP " + answer.status() + ", no JSON", otherThanJson);
        }
        if (!answer.good() || body.path("access_token").asText("").isEmpty()) {
            String why = (body.path("error").asText("") + " " + body.path("error_description").asText("")).strip();
            throw new IOException("HTTP " + answer.status() + " " + why.substring(0, Math.min(why.length(), LONGEST_REASON)));
        }
        return body;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
