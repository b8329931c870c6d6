package io.tradelane.server.broker;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.artemis.autoconfigure.ArtemisConnectionDetails;
import org.springframework.boot.artemis.autoconfigure.ArtemisMode;

/** Tells Spring's JMS where the broker is: whichever it is, it is already running and reached by a URL. */
record BrokerConnection(String url, String user, @Nullable String password) implements ArtemisConnectionDetails {

    @Override
    public ArtemisMode getMode() {
        return ArtemisMode.NATIVE;
    }

    @Override
    public String getBrokerUrl() {
        return url;
    }

    @Override
    public String getUser() {
        return user;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }
}
