package io.tradelane.adapters.http;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReceipt.Evidence;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** One POST of a document, and what its answer means. Redirects are not followed. */
@Component
class Posting {
    private static final int MAX_ANSWER = 64 * 1024;
    /** For the body of the answer, after its status has come. */
    private static final int ANSWER_SECONDS = 5;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    /** @throws TransientFailure when another try may succeed */
    DeliveryReceipt post(String url, OutboundTransmission transmission, byte[] body, Map<String, String> headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30))
                    .header("Content-Type", transmission.mediaType())
                    .header("Content-Disposition", "attachment; filename=\"" + asciiName(transmission.fileName()) + '"')
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            return judge(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException noAnswer) {
            throw new TransientFailure("No answer from " + url + ": " + noAnswer, noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while waiting for " + url, interrupted);
        }
    }

    private static DeliveryReceipt judge(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        byte[] body = body(answer.body());
        if (status == 408 || status == 425 || status == 429 || status / 100 == 5) {
            throw new TransientFailure("The partner answered HTTP " + status);
        }
        var evidence = new Evidence(answer.headers().firstValue("Content-Type").orElse("application/octet-stream"), body,
                Map.of("http.status", Integer.toString(status)));
        return status / 100 == 2 ? new DeliveryReceipt.Delivered(evidence)
                : new DeliveryReceipt.Refused("The partner answered HTTP " + status, evidence);
    }

    /** As much as comes in a few seconds: what the status says holds, however slowly the rest trickles in. */
    private static byte[] body(InputStream answer) {
        var body = new ByteArrayOutputStream();
        var end = CompletableFuture.runAsync(() -> close(answer), CompletableFuture.delayedExecutor(ANSWER_SECONDS, TimeUnit.SECONDS));
        try {
            byte[] buffer = new byte[8 * 1024];
            for (int n = answer.read(buffer); n >= 0 && body.size() + n <= MAX_ANSWER; n = answer.read(buffer)) {
                body.write(buffer, 0, n);
            }
        } catch (IOException cutOff) {
            // What came is kept.
        } finally {
            end.cancel(false);
            close(answer);
        }
        return body.toByteArray();
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException closedAnyway) {
            // Nobody reads it any more.
        }
    }

    private static String asciiName(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
