package io.tradelane.portal.contract;

import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Asks the time-stamp authority by which signatures are dated (RFC 3161 over HTTP). */
@Component
@EnableConfigurationProperties(ContractSettings.class)
public class TimeStamps {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 100_000;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile @Nullable URI address;

    TimeStamps(ContractSettings settings) {
        this.address = settings.timeStampUrl().isBlank() ? null : URI.create(settings.timeStampUrl());
    }

    /** From now on this one, as the demo does, whose authority gets its port only when it starts. */
    public void use(URI authority) {
        address = authority;
    }

    boolean configured() {
        return address != null;
    }

    /**
     * Over the SHA-256 of {@code bytes}.
     *
     * @throws TransientFailure if the authority gives none now
     */
    TimeStampToken of(byte[] bytes) {
        URI authority = address;
        if (authority == null) {
            throw new IllegalStateException("no time-stamp authority");
        }
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, MessageDigest.getInstance("SHA-256").digest(bytes), new BigInteger(64, new SecureRandom()));
            HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(authority).timeout(PATIENCE).header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded())).build(), HttpResponse.BodyHandlers.ofInputStream());
            byte[] body;
            try (InputStream in = answer.body()) {
                body = in.readNBytes(LARGEST_ANSWER);
            }
            if (answer.statusCode() != 200) {
                throw new TransientFailure("the time-stamp authority answered HTTP " + answer.statusCode());
            }
            TimeStampResponse response = new TimeStampResponse(body);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new TransientFailure("the time-stamp authority refused: " + response.getStatusString());
            }
            return response.getTimeStampToken();
        } catch (IOException | TSPException failure) {
            throw new TransientFailure("the time-stamp authority gives no time-stamp", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted while waiting for a time-stamp", interrupted);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
