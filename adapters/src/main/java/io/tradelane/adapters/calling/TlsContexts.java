package io.tradelane.adapters.calling;

import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.WatchedTrust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** The keys of one channel for TLS. */
public final class TlsContexts {

    private TlsContexts() {}

    /** Java's own where the channel has none. @throws IllegalArgumentException when a key or certificate cannot be read */
    public static SSLContext of(Settings settings) {
        return made(settings, (keys, trusted) -> {
            if (keys == null && trusted == null) {
                return SSLContext.getDefault();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(keys, trusted == null ? null : trust(trusted).getTrustManagers(), null);
            return context;
        });
    }

    /** As {@link #of(Settings)}, for a client that does not say which certificate the server showed. */
    public static SSLContext of(Settings settings, ServerSightings.Of server) {
        return made(settings, (keys, trusted) -> WatchedTrust.context(keys, trusted, server));
    }

    private interface Making {
        SSLContext of(KeyManager @Nullable [] keys, @Nullable KeyStore trusted) throws GeneralSecurityException;
    }

    private static SSLContext made(Settings settings, Making making) {
        Optional<String> key = settings.find(CallParameters.CLIENT_KEY);
        Optional<String> trusted = settings.find(CallParameters.SERVER_CERTIFICATE);
        try {
            return making.of(key.isEmpty() ? null : keys(key.get()).getKeyManagers(), trusted.isEmpty() ? null : certificates(trusted.get()));
        } catch (GeneralSecurityException | IOException | IllegalStateException unreadable) {
            throw new IllegalArgumentException("The client key or the server certificate cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static KeyManagerFactory keys(String pem) throws GeneralSecurityException, IOException {
        PemContent content = PemContent.of(pem);
        PrivateKey key = content.getPrivateKey();
        List<X509Certificate> chain = content.getCertificates();
        KeyStore store = empty();
        store.setKeyEntry("client", key, new char[0], chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory;
    }

    private static TrustManagerFactory trust(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }

    private static KeyStore certificates(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (X509Certificate certificate : PemContent.of(pem).getCertificates()) {
            store.setCertificateEntry(Integer.toString(store.size()), certificate);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
