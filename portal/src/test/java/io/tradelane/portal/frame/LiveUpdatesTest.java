package io.tradelane.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.portal.Browser;
import io.tradelane.portal.PortalTest;
import io.tradelane.portal.SampleTrade;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A change is told within two seconds, to those it concerns. */
class LiveUpdatesTest extends PortalTest {
    @LocalServerPort
    private int port;

    @Test
    void tellsTheBuyerButNotAStranger() throws Exception {
        Queue<String> buyer = listen("buyer@example.com");
        Queue<String> stranger = listen("other@example.com");
        await().atMost(Duration.ofSeconds(5)).until(() -> !buyer.isEmpty() && !stranger.isEmpty());
        // The first look at the journal only remembers where it stands.
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        trade.newOrder("PO-LIVE-1", 1);
        await().atMost(Duration.ofSeconds(4)).until(() -> buyer.stream().anyMatch(line -> line.startsWith("data:") && line.contains("PURCHASE_ORDER")));
        assertThat(stranger).noneMatch(line -> line.contains("PURCHASE_ORDER"));
    }

    private Queue<String> listen(String email) throws Exception {
        Browser browser = new Browser(port);
        browser.signIn(email, SampleTrade.PASSWORD);
        var stream = browser.stream("/events");
        assertThat(stream.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Thread.ofVirtual().start(() -> new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8)).lines().forEach(lines::add));
        return lines;
    }
}
