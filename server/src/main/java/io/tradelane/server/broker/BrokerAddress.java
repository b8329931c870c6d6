package io.tradelane.server.broker;

import org.jspecify.annotations.Nullable;

/**
 * Where other programs reach the broker.
 *
 * @param url for a client outside this process, for example {@code tcp://127.0.0.1:61616}
 */
public record BrokerAddress(
        String url, String user, @Nullable String password) {
    @Override
    public String toString() {
        return url;
    }
}
