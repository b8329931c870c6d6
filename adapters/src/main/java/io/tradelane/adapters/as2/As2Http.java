package io.tradelane.adapters.as2;

import io.tradelane.adapters.LimitedStream;
import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.trading.exchange.PayloadTooLarge;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts an entity, its header fields as HTTP header fields, and reads the answer up to a limit. */
@Component
class As2Http {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long MAX_ANSWER = 1024 * 1024;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    private final OutboundTargets targets;

    As2Http(OutboundTargets targets) {
        this.targets = targets;
    }

    /** @param entity only the fields about its content, as a receipt may be read from it */
    record Answer(int status, Entity entity) {}

    /** @throws IOException when this address may not be called */
    void check(URI url) throws IOException {
        targets.check(url);
    }

    /** @param server told what certificate the server shows; null where it does not matter */
    Answer post(URI url, Entity entity, ServerSightings.@Nullable Of server) throws IOException {
        targets.check(url);
        var request = HttpRequest.newBuilder(url).timeout(ANSWER).POST(HttpRequest.BodyPublishers.ofByteArray(entity.body()));
        entity.headers().fields().forEach(f -> request.header(f.name(), f.value()));
        try {
            HttpResponse<java.io.InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (server != null) {
                server.seen(response.sslSession().orElse(null));
            }
            var fields = new ArrayList<Headers.Field>();
            response.headers().map().forEach((name, values) -> {
                if (name.regionMatches(true, 0, "content-", 0, 8)) {
                    fields.add(new Headers.Field(name, values.getFirst()));
                }
            });
            try (var body = new LimitedStream(response.body(), MAX_ANSWER)) {
                return new Answer(response.statusCode(), Entity.of(new Headers(fields), body.readAllBytes()));
            }
        } catch (PayloadTooLarge tooLarge) {
            throw new IOException("The answer is too large", tooLarge);
        } catch (SSLException failed) {
            if (server != null) {
                server.failed(failed);
            }
            throw failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", interrupted);
        }
    }
}
