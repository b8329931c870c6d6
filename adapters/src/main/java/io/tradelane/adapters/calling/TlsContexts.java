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
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.ssl.pem.PemContent;

/** The keys of one channel for TLS. */
public final class TlsContexts {

    private TlsContexts() {}

    /** Java's own where the channel has none. @throws IllegalArgumentException when a key or certificate cannot be read */
    public static SSLContext of(Settings settings) {
        Optional<String> key = settings.find(CallParameters.CLIENT_KEY);
        Optional<String> trusted = settings.find(CallParameters.SERVER_CERTIFICATE);
        try {
            if (key.isEmpty() && trusted.isEmpty()) {
                return SSLContext.getDefault();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(key.isEmpty() ? null : keys(key.get()).getKeyManagers(), trusted.isEmpty() ? null : trust(trusted.get()).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException | IllegalStateException unreadable) {
            throw new IllegalArgumentException("The client key or the server certificate cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** As {@link #of(Settings)}, for a client that does not say which certificate the server showed. */
    public static SSLContext of(Settings settings, ServerSightings.Of server) {
        Optional<String> key = settings.find(CallParameters.CLIENT_KEY);
        Optional<String> trusted = settings.find(CallParameters.SERVER_CERTIFICATE);
        try {
            return WatchedTrust.context(key.isEmpty() ? null : keys(key.get()).getKeyManagers(), trusted.isEmpty() ? null : certificates(trusted.get()), server);
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

    private static TrustManagerFactory trust(String pem) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(certificates(pem));
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
