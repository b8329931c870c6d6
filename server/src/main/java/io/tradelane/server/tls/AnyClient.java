package io.tradelane.server.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Takes every client certificate that holds today; it trusts no server. Made by Tomcat, by name. */
public final class AnyClient implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("This is for clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
