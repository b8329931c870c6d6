package io.tradelane.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.simulators.authority.DemoAuthority;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

class ClientCertificateTlsTest {
    private static final Instant NOW = Instant.now();
    private static final char[] NONE = new char[0];

    @Test
    void theConnectionShowsTheCertificateOfTheClientThoughNoAuthorityKnowsIt() throws Exception {
        Identity server = new DemoAuthority(NOW).issue("server");
        Identity client = new DemoAuthority(NOW).issue("partner");
        var factory = new TomcatServletWebServerFactory(0);
        factory.setSslBundles(bundles(server));
        factory.setSsl(Ssl.forBundle("hub"));
        new ClientCertificateTls(new TlsSettings(true, "")).customize(factory);
        var web = factory.getWebServer(context -> context.addServlet("who", new Who()).addMapping("/who"));
        web.start();
        try {
            assertThat(ask(web.getPort(), key(client))).isEqualTo(client.certificate().getSubjectX500Principal().getName());
            assertThat(ask(web.getPort(), null)).isEqualTo("nobody");
            Identity old = new DemoAuthority(NOW.minus(Duration.ofDays(1000))).issue("late partner");
            assertThatThrownBy(() -> ask(web.getPort(), key(old))).isInstanceOf(IOException.class);
        } finally {
            web.stop();
            web.destroy();
        }
    }

    private static DefaultSslBundleRegistry bundles(Identity server) throws Exception {
        return new DefaultSslBundleRegistry("hub", SslBundle.of(SslStoreBundle.of(store(server), "", null), SslBundleKey.of("")));
    }

    private static KeyStore store(Identity identity) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", identity.key(), NONE, new Certificate[] {identity.certificate()});
        return store;
    }

    private static KeyManager[] key(Identity identity) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(identity), NONE);
        return factory.getKeyManagers();
    }

    private static String ask(int port, KeyManager[] keys) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {new AnyServer()}, new SecureRandom());
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/who")).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).body();
        }
    }

    private static final class Who extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                    ? chain[0].getSubjectX500Principal().getName() : "nobody");
        }
    }

    /** The test asks about the client. */
    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
