package io.tradelane.server.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where partners reach the embedded broker: by TLS only. */
record PartnerAcceptor(String address, int port, Path keyStore, @Nullable String password) {

    /** Null where partners have no address of their own. */
    static @Nullable PartnerAcceptor of(BrokerSettings settings) {
        if (settings.partnerPort() == 0) {
            return null;
        }
        Path keyStore = settings.partnerKeyStore();
        if (keyStore == null) {
            throw new IllegalArgumentException("tradelane.broker.partner-port needs tradelane.broker.partner-key-store");
        }
        return new PartnerAcceptor(settings.partnerAddress(), settings.partnerPort(), keyStore.toAbsolutePath(), settings.partnerKeyStorePassword());
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(EmbeddedBroker.acceptor(address, port));
        boolean pem = keyStore.toString().toLowerCase(Locale.ROOT).endsWith(".pem");
        parameters.putAll(Map.of("sslEnabled", true, "keyStorePath", keyStore.toString(), "keyStoreType", pem ? "PEM" : "PKCS12",
                "enabledProtocols", "TLSv1.3,TLSv1.2"));
        if (password != null) {
            parameters.put("keyStorePassword", password);
        }
        return parameters;
    }
}
