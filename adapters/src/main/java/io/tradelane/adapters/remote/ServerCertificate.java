package io.tradelane.adapters.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server's certificate is the one expected, and the one it showed. A certificate of the channel may be the server's own: that one
 * is trusted whatever name it bears. Else it names who may have issued it, and the name has to be right (RFC 2818).
 */
final class ServerCertificate implements X509TrustManager {
    private static final HostnameVerifier NAMES = new DefaultHostnameVerifier();

    private final X509TrustManager authorities;
    private final List<Certificate> given;
    private volatile @Nullable X509Certificate shown;

    /** @param pem null: the authorities that the Java platform trusts */
    ServerCertificate(@Nullable String pem) throws IOException {
        try {
            KeyStore store = null;
            given = pem == null ? List.of() : read(pem);
            if (!given.isEmpty()) {
                store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(null, null);
                for (int i = 0; i < given.size(); i++) {
                    store.setCertificateEntry("given-" + i, given.get(i));
                }
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            authorities = Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast).findFirst().orElseThrow();
        } catch (GeneralSecurityException wrong) {
            throw new IOException("The certificate of the channel cannot be read", wrong);
        }
    }

    private static List<Certificate> read(String pem) throws CertificateException {
        return List.copyOf(CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
    }

    TrustManager[] asManagers() {
        return new TrustManager[] {this};
    }

    /** Whether the server of this name may show it: the very certificate that was given may be shown by any. */
    boolean fits(String host, SSLSession session) {
        try {
            return given.contains(session.getPeerCertificates()[0]) || NAMES.verify(host, session);
        } catch (SSLPeerUnverifiedException none) {
            return false;
        }
    }

    /** Whose it is and until when; null as long as the server has shown none. */
    @Nullable String shown() {
        X509Certificate certificate = shown;
        return certificate == null ? null
                : certificate.getSubjectX500Principal().getName() + ", " + certificate.getNotAfter().toInstant();
    }

    /** The one it showed; null as long as it has shown none. */
    @Nullable X509Certificate certificate() {
        return shown;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String algorithm) throws CertificateException {
        shown = chain[0];
        if (given.contains(chain[0])) {
            chain[0].checkValidity();
            return;
        }
        authorities.checkServerTrusted(chain, algorithm);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String algorithm) throws CertificateException {
        throw new CertificateException("This is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
