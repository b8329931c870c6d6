package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A supplier on its way in, whose system speaks to its sandbox with a key of it. */
record NewPartner(DemoHub hub, String onboarding, String key) {
    private static final AtomicLong NUMBERS = new AtomicLong(Instant.now().toEpochMilli() % 1_000_000_000L);

    /** A GLN that nobody had before. */
    static String gln() {
        String digits = "403%09d".formatted(NUMBERS.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    JsonNode stands() throws Exception {
        return hub.get(path(""), key);
    }

    /** What is still to be seen. */
    List<String> open() throws Exception {
        List<String> open = new ArrayList<>();
        for (JsonNode check : stands().get("checks")) {
            if (check.path("seenAt").isMissingNode() || check.get("seenAt").isNull()) {
                open.add(check.get("type").asText() + " " + check.get("scenario").asText());
            }
        }
        return open;
    }

    void awaitCertified() {
        hub.await(path(""), key, found -> found.get("certified").asBoolean());
    }

    String begin(String type) throws Exception {
        return hub.post(path("/test-orders?type=" + type), key, "").get("number").asText();
    }

    /** Sends a right one, the same again, and a wrong one, as the hub writes them for trying. */
    void send(String type) throws Exception {
        byte[] good = hub.bytes(path("/samples/" + type), key);
        byte[] wrong = hub.bytes(path("/samples/" + type + "?wrong=true"), key);
        assertThat(sent(good)).as(new String(good, StandardCharsets.ISO_8859_1)).isEqualTo("PROCESSED");
        assertThat(sent(good)).isEqualTo("DUPLICATE");
        assertThat(sent(wrong)).as(new String(wrong, StandardCharsets.ISO_8859_1)).isIn("REJECTED", "PROCESSED_WITH_ERRORS");
    }

    private String sent(byte[] bytes) throws Exception {
        return hub.processed(key, BodyPublishers.ofByteArray(bytes)).get("status").asText();
    }

    private String path(String below) {
        return "/api/v1/onboardings/" + onboarding + below;
    }
}
