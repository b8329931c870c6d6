package io.tradelane.server.tls;

import java.util.Locale;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfig.CertificateVerification;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lets the web server ask for client certificates, and take any: a connection proves the key, the table of keys says whose it is. */
@Component
class ClientCertificateTls implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final TlsSettings settings;

    ClientCertificateTls(TlsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.clientCertificates()) {
            factory.addConnectorCustomizers(ClientCertificateTls::ask);
        }
    }

    private static void ask(Connector connector) {
        for (SSLHostConfig host : connector.findSslHostConfigs()) {
            host.setCertificateVerification(CertificateVerification.OPTIONAL.name().toLowerCase(Locale.ROOT));
            host.setTrustManagerClassName(AnyClient.class.getName());
        }
    }
}
