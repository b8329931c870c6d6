package io.tradelane.adapters.as2;

import io.tradelane.adapters.Settings;
import io.tradelane.adapters.as2.message.Entity;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends asynchronous receipts, a few times if need be. A sender that still gets none sends its message again and is given the same
 * receipt, so one that is lost with this process does no harm.
 */
@Component
class ReceiptSender implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptSender.class);
    private static final List<Integer> WAIT_SECONDS = List.of(0, 5, 30, 120, 600);

    private final As2Http http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("as2-receipts").daemon().factory());

    ReceiptSender(As2Http http) {
        this.http = http;
    }

    /** Only addresses that the channel names: a stranger must not make the hub call whom he likes. */
    static boolean allowed(Settings settings, String url) {
        return settings.find(As2Parameters.RECEIPT_URLS).stream().flatMap(list -> Arrays.stream(list.split("\\s+")))
                .anyMatch(prefix -> below(prefix, url));
    }

    private static boolean below(String prefix, String url) {
        try {
            URI allowed = URI.create(prefix);
            URI asked = URI.create(url).normalize();
            return allowed.getScheme() != null && allowed.getHost() != null && allowed.getScheme().equalsIgnoreCase(asked.getScheme())
                    && allowed.getHost().equalsIgnoreCase(asked.getHost()) && allowed.getPort() == asked.getPort()
                    && asked.getUserInfo() == null && asked.getPath().startsWith(allowed.getPath());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    void send(String url, Entity receipt) {
        attempt(url, receipt, 0);
    }

    private void attempt(String url, Entity receipt, int number) {
        if (number >= WAIT_SECONDS.size()) {
            LOG.warn("A receipt could not be sent to {}", url);
            return;
        }
        clock.schedule(() -> Thread.ofVirtual().name("as2-receipt").start(() -> {
            if (!taken(url, receipt)) {
                attempt(url, receipt, number + 1);
            }
        }), WAIT_SECONDS.get(number), TimeUnit.SECONDS);
    }

    private boolean taken(String url, Entity receipt) {
        try {
            return http.post(URI.create(url), receipt, null).status() / 100 == 2;
        } catch (IOException noAnswer) {
            LOG.info("No answer to a receipt from {}: {}", url, noAnswer.getMessage());
            return false;
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
