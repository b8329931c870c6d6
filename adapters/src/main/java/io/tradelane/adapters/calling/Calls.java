package io.tradelane.adapters.calling;

import io.tradelane.adapters.LimitedStream;
import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One call of a partner's web service under the settings of a channel. Redirects are not followed. */
@Component
public class Calls {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private final OutboundTargets targets;
    private final ServerSightings sightings;
    private final TokenCache tokens = new TokenCache(this);
    private final Map<UUID, Known> clients = new ConcurrentHashMap<>();

    Calls(OutboundTargets targets, ServerSightings sightings) {
        this.sightings = sightings;
        this.targets = targets;
    }

    private record Known(long revision, HttpClient client) {}

    /**
     * @param headers beside those of the authentication
     * @param body null: none
     * @param maxBytes of the answer: a larger one to a GET is refused, of others the rest is left
     */
    public record Call(String method, URI target, Map<String, String> headers, byte @Nullable [] body, long maxBytes) {
        public static Call get(URI target, Map<String, String> headers, long maxBytes) {
            return new Call("GET", target, headers, null, maxBytes);
        }
    }

    /**
     * Says who it is as the channel tells. A token that is not taken is fetched anew, once.
     *
     * @throws io.tradelane.trading.exchange.PayloadTooLarge when the answer is larger
     * @throws IOException when there is no answer, or the target may not be called
     */
    public CallAnswer send(Channel channel, Settings settings, Call call) throws IOException {
        CallAnswer answer = plain(channel, settings, call, authorisation(channel, settings));
        if (answer.status() != 401 || CallParameters.auth(settings) != CallParameters.Auth.OAUTH2) {
            return answer;
        }
        tokens.forget(channel);
        return plain(channel, settings, call, authorisation(channel, settings));
    }

    /** Headers that say who calls. @throws IOException when no token is given for them */
    public Map<String, String> authorisation(Channel channel, Settings settings) throws IOException {
        return CallParameters.auth(settings) == CallParameters.Auth.OAUTH2 ? Map.of("Authorization", "Bearer " + tokens.get(channel, settings)) : authorisation(settings);
    }

    /** @throws IOException when this address may not be called */
    public void check(URI target) throws IOException {
        targets.check(target);
    }

    /** Fetches a token if the channel works with them. @return whether it does */
    boolean authenticate(Channel channel, Settings settings) throws IOException {
        if (!settings.declares(CallParameters.AUTH) || CallParameters.auth(settings) != CallParameters.Auth.OAUTH2) {
            return false;
        }
        tokens.forget(channel);
        tokens.get(channel, settings);
        return true;
    }

    /** As {@link #send}, without authentication but what is given. */
    public CallAnswer plain(Channel channel, Settings settings, Call call, Map<String, String> authorisation) throws IOException {
        targets.check(call.target);
        byte[] body = call.body;
        var request = HttpRequest.newBuilder(call.target).timeout(WHOLE)
                .method(call.method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        call.headers.forEach(request::setHeader);
        authorisation.forEach(request::setHeader);
        try {
            HttpResponse<InputStream> answer = client(channel, settings).send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            sightings.of(channel).seen(answer.sslSession().orElse(null));
            if (!call.method.equals("GET")) {
                return new CallAnswer(answer.statusCode(), answer.headers(), AnswerBody.read(answer.body(), call.maxBytes));
            }
            try (InputStream bytes = new LimitedStream(answer.body(), call.maxBytes)) {
                return new CallAnswer(answer.statusCode(), answer.headers(), bytes.readAllBytes());
            }
        } catch (SSLException failed) {
            sightings.of(channel).failed(failed);
            throw failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for " + call.target.getHost());
        }
    }

    private HttpClient client(Channel channel, Settings settings) {
        return Objects.requireNonNull(clients.compute(channel.id(), (id, known) -> known != null && known.revision == channel.revision() ? known
                : new Known(channel.revision(), HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER).sslContext(TlsContexts.of(settings)).build()))).client;
    }

    private static Map<String, String> authorisation(Settings settings) {
        return switch (CallParameters.auth(settings)) {
            case BASIC -> Map.of("Authorization", basic(settings.text(CallParameters.USER), settings.find(CallParameters.PASSWORD).orElse("")));
            case BEARER -> settings.find(CallParameters.TOKEN).map(token -> Map.of("Authorization", "Bearer " + token)).orElse(Map.of());
            case HEADER -> Map.of(settings.text(CallParameters.HEADER), settings.text(CallParameters.TOKEN));
            case NONE, OAUTH2 -> Map.of();
        };
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
