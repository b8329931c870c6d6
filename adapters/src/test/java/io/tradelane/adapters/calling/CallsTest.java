package io.tradelane.adapters.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.tradelane.adapters.ChannelRows;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.calling.CallParameters.Auth;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.trading.exchange.ServerIdentities;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.ssl.pem.PemContent;

class CallsTest {
    private static final DoorDescription DOOR = new DoorDescription("test", new Text("测", "Test"), new Text("测", "Test"), List.of(), CallParameters.all(Auth.NONE, List.of()));
    private final ChannelRows rows = new ChannelRows();
    private final Calls calls = new Calls(new OutboundTargets(List.of(), List.of("169.254.0.0/16")), new ServerSightings(Mockito.mock(ServerIdentities.class)));
    private final List<String> authorisations = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile String good = "token-1";
    private volatile int lifetime = 3600;
    private HttpServer partner;

    @BeforeEach
    void startPartner() throws IOException {
        partner = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        partner.createContext("/token", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "{\"access_token\":\"" + good + "\",\"expires_in\":" + lifetime + "}");
        });
        partner.createContext("/api", exchange -> {
            String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            authorisations.add(shown + " " + exchange.getRequestHeaders().getFirst("X-API-Key"));
            answer(exchange, shown.equals("Bearer " + good) || !shown.startsWith("Bearer") ? 200 : 401, "{}");
        });
        partner.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
            answer(exchange, 302, "");
        });
        partner.start();
    }

    @AfterEach
    void stopPartner() {
        partner.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + partner.getAddress().getPort() + path);
    }

    private int call(Channel channel, URI target) throws IOException {
        Settings settings = Settings.of(DOOR, channel);
        CallParameters.check(settings);
        return calls.send(channel, settings, Call.get(target, Map.of(), 1000)).status();
    }

    private Channel channel(Map<String, String> parameters, Map<String, String> secrets) {
        return rows.add("test", Direction.OUTBOUND, parameters, secrets);
    }

    @Test
    void eachWayOfSayingWhoCalls() throws IOException {
        call(channel(Map.of(), Map.of()), url("/api"));
        call(channel(Map.of("auth", "BASIC", "user", "u"), Map.of("password", "p")), url("/api"));
        call(channel(Map.of("auth", "HEADER"), Map.of("token", "k")), url("/api"));
        call(channel(Map.of("auth", "BEARER"), Map.of("token", good)), url("/api"));
        assertThat(authorisations).containsExactly("null null", "Basic dTpw null", "null k", "Bearer token-1 null");
        assertThatThrownBy(() -> call(channel(Map.of("auth", "HEADER", "header", "X Y"), Map.of("token", "k")), url("/api"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call(channel(Map.of("auth", "OAUTH2"), Map.of()), url("/api"))).hasMessageContaining("tokenUrl");
    }

    @Test
    void oneTokenServesUntilItIsRefusedOrNearlyOver() throws IOException {
        Channel channel = channel(Map.of("auth", "OAUTH2", "tokenUrl", url("/token").toString(), "clientId", "a b", "scope", "x y"), Map.of("clientSecret", "s:/"));
        assertThat(call(channel, url("/api"))).isEqualTo(200);
        assertThat(call(channel, url("/api"))).isEqualTo(200);
        assertThat(asked).hasSize(1).first().asString().startsWith("Basic YStiOnMlM0ElMkY=").endsWith("grant_type=client_credentials&scope=x+y");
        good = "token-2";
        assertThat(call(channel, url("/api"))).as("after the first was refused").isEqualTo(200);
        assertThat(asked).hasSize(2);
        lifetime = 20;
        good = "token-3";
        call(channel, url("/api"));
        call(channel, url("/api"));
        assertThat(asked).as("one that is nearly over is not kept").hasSize(4);
    }

    @Test
    void whyThereIsNoTokenIsSaidOfTheServerThatGaveNone() {
        partner.createContext("/refusing", exchange -> answer(exchange, 401, "{\"error\":\"invalid_client\",\"error_description\":\"Unknown client\"}"));
        partner.createContext("/page", exchange -> answer(exchange, 200, "<html>maintenance</html>"));
        assertThatThrownBy(() -> call(ofTokensFrom("/refusing"), url("/api"))).isInstanceOf(IOException.class)
                .hasMessage("No access token from " + url("/refusing") + ": HTTP 401 invalid_client Unknown client");
        assertThatThrownBy(() -> call(ofTokensFrom("/page"), url("/api"))).isInstanceOf(IOException.class)
                .hasMessage("No access token from " + url("/page") + ": HTTP 200, no JSON");
        Channel dead = ofTokensFrom("/token");
        partner.stop(0);
        assertThatThrownBy(() -> call(dead, url("/api"))).isInstanceOf(IOException.class).hasMessageStartingWith("No access token from " + url("/token") + ": ");
    }

    private Channel ofTokensFrom(String path) {
        return channel(Map.of("auth", "OAUTH2", "tokenUrl", url(path).toString(), "clientId", "c"), Map.of("clientSecret", "s"));
    }

    @Test
    void aClientMayBeShownInTheForm() throws IOException {
        call(channel(Map.of("auth", "OAUTH2", "tokenUrl", url("/token").toString(), "clientId", "c", "clientAuth", "FORM"), Map.of("clientSecret", "s")), url("/api"));
        assertThat(asked).containsExactly("null grant_type=client_credentials&client_id=c&client_secret=s");
    }

    @Test
    void noCallGoesWhereNoneMayAndNoRedirectIsFollowed() throws IOException {
        Channel channel = channel(Map.of(), Map.of());
        assertThatThrownBy(() -> call(channel, URI.create("http://169.254.169.254/"))).isInstanceOf(IOException.class).hasMessageContaining("refused-networks");
        assertThat(call(channel, url("/away"))).isEqualTo(302);
        Channel token = channel(Map.of("auth", "OAUTH2", "tokenUrl", "http://169.254.169.254/token", "clientId", "c"), Map.of());
        assertThatThrownBy(() -> call(token, url("/api"))).hasMessageContaining("refused-networks");
    }

    @Test
    void aServerThatWantsACertificateSeesTheOneOfTheChannel() throws Exception {
        Identity identity = Identities.selfSigned("localhost", Instant.now().minusSeconds(60), Duration.ofDays(1));
        String certificate = pem("CERTIFICATE", identity.certificate().getEncoded());
        String key = pem("PRIVATE KEY", identity.key().getEncoded()) + certificate;
        PemContent keys = PemContent.of(key);
        var seen = new ArrayList<String>();
        HttpsServer server = tls(keys, seen);
        try {
            URI target = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
            Channel channel = channel(Map.of("serverCertificate", certificate), Map.of("clientKey", key));
            assertThat(call(channel, target)).isEqualTo(200);
            assertThat(seen).containsExactly("CN=localhost");
            assertThatThrownBy(() -> call(channel(Map.of("serverCertificate", certificate), Map.of()), target)).as("without a key").isInstanceOf(IOException.class);
            assertThatThrownBy(() -> call(channel(Map.of(), Map.of("clientKey", key)), target)).as("a server that is not trusted").isInstanceOf(IOException.class);
            assertThatThrownBy(() -> call(channel(Map.of(), Map.of("clientKey", "nonsense")), target)).isInstanceOf(IllegalArgumentException.class);
        } finally {
            server.stop(0);
        }
    }

    /** Server and client have the same key: the test asks whether it is shown, not whose it is. */
    private static HttpsServer tls(PemContent keys, List<String> seen) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", keys.getPrivateKey(), new char[0], keys.getCertificates().toArray(Certificate[]::new));
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(store, new char[0]);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", keys.getCertificates().getFirst());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        HttpsServer server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            var session = ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession();
            seen.add(((X509Certificate) session.getPeerCertificates()[0]).getSubjectX500Principal().getName());
            answer(exchange, 200, "{}");
        });
        server.start();
        return server;
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }
}
