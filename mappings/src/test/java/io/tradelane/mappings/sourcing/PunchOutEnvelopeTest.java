package io.tradelane.mappings.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PunchOutEnvelopeTest {

    private static Optional<String> secret(String header) {
        return PunchOutEnvelope.sharedSecret(("<cXML payloadID=\"1\"><Header>" + header + "</Header><Request><SharedSecret>late</SharedSecret></Request></cXML>")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheSendersSecretAndNoOther() {
        assertThat(secret("<Sender><Credential domain=\"D\"><Identity>x</Identity><SharedSecret> s&amp;cret </SharedSecret></Credential></Sender>")).contains("s&cret");
        assertThat(secret("<From><Credential domain=\"D\"><SharedSecret>other</SharedSecret></Credential></From>")).isEmpty();
        assertThat(secret("<Sender><Credential><SharedSecret>" + "x".repeat(300) + "</SharedSecret></Credential></Sender>")).isEmpty();
        assertThat(PunchOutEnvelope.sharedSecret("<cXML><Header>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(PunchOutEnvelope.sharedSecret("<!DOCTYPE cXML [<!ENTITY a \"b\">]><cXML><Header/></cXML>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void answersWithTheStartPageOrWithAStatus() {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-27T10:00:00Z");
        assertThat(new String(PunchOutEnvelope.response("1@x", at, 200, "success", null, "https://hub.example/shop/start?link=a&b"), StandardCharsets.UTF_8))
                .contains("<Status code=\"200\" text=\"success\"/>").contains("<StartPage><URL>https://hub.example/shop/start?link=a&amp;b</URL></StartPage>");
        assertThat(new String(PunchOutEnvelope.response("1@x", at, 401, "Unauthorized", "no", null), StandardCharsets.UTF_8))
                .contains("<Status code=\"401\" text=\"Unauthorized\">no</Status>").doesNotContain("StartPage");
    }
}
