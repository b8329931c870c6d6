package io.tradelane.adapters;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts whom another trusts, and tells which certificate a server showed: for clients that do not say it themselves. */
public final class WatchedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private final ServerSightings.Of server;

    private WatchedTrust(X509ExtendedTrustManager trust, ServerSightings.Of server) {
        this.trust = trust;
        this.server = server;
    }

    /** @param trusted null: those of Java */
    public static SSLContext context(KeyManager @Nullable [] keys, @Nullable KeyStore trusted, ServerSightings.Of server) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        TrustManager[] watched = Arrays.stream(factory.getTrustManagers()).map(X509ExtendedTrustManager.class::cast)
                .map(trust -> new WatchedTrust(trust, server)).toArray(TrustManager[]::new);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, watched, null);
        return context;
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private void watch(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException refused) {
            server.refused(ServerSightings.certificate(chain[0]));
            throw refused;
        }
        server.accepted(ServerSightings.certificate(chain[0]));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        watch(chain, () -> trust.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        watch(chain, () -> trust.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        watch(chain, () -> trust.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
