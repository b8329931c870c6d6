package io.tradelane.adapters;

import io.tradelane.adapters.ConnectionSteps.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Looks whether a web server can be reached, shows a certificate that is trusted, and answers. It asks for OPTIONS at most, which has no
 * effect (RFC 9110, 9.2.1); whatever the answer is, it is one.
 */
public final class ServerProbe {
    private static final int CONNECT = 10_000;
    private static final int ANSWER = 10_000;
    /** As long as what tells that it is HTTP: {@code HTTP/1.1 200}. */
    private static final int STATUS_LINE = 12;
    private static final Pattern HTTP = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    private ServerProbe() {}

    public static void test(String url, ConnectionSteps steps) {
        try {
            test(url, SSLContext.getDefault(), true, steps);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param keys what is shown and trusted @param ask whether it is to answer too */
    public static void test(String url, SSLContext keys, boolean ask, ConnectionSteps steps) {
        URI uri = URI.create(url);
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        Step next = Step.RESOLVED;
        try (Socket socket = new Socket()) {
            InetAddress address = InetAddress.getByName(uri.getHost());
            steps.reached(Step.RESOLVED, address.getHostAddress());
            next = Step.CONNECTED;
            socket.connect(new InetSocketAddress(address, port), CONNECT);
            steps.reached(Step.CONNECTED, address.getHostAddress() + ":" + port);
            next = Step.CERTIFICATE;
            socket.setSoTimeout(ANSWER);
            try (Socket server = tls ? handshake(socket, keys, uri.getHost(), port, steps) : socket) {
                next = Step.ANSWERED;
                if (ask) {
                    answer(server, uri, steps);
                }
            }
        } catch (UnknownHostException unknown) {
            steps.failed(Step.RESOLVED, uri.getHost());
        } catch (SocketTimeoutException silent) {
            steps.failed(next, next == Step.CONNECTED ? silent.getMessage() : "timeout, " + ANSWER / 1000 + " s");
        } catch (IOException failed) {
            steps.failed(next, failed.getMessage());
        }
    }

    private static void answer(Socket server, URI uri, ConnectionSteps steps) throws IOException {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        server.getOutputStream().write("OPTIONS %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: Tradelane\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(path, uri.getRawAuthority()).getBytes(StandardCharsets.US_ASCII));
        server.getOutputStream().flush();
        String line = new String(server.getInputStream().readNBytes(STATUS_LINE), StandardCharsets.US_ASCII);
        Matcher status = HTTP.matcher(line);
        if (status.matches()) {
            steps.reached(Step.ANSWERED, "OPTIONS: HTTP " + status.group(1));
        } else {
            steps.failed(Step.ANSWERED, "OPTIONS: " + (line.isEmpty() ? "–" : line.replaceAll("[^ -~]", "?")));
        }
    }

    private static SSLSocket handshake(Socket socket, SSLContext keys, String host, int port, ConnectionSteps steps) throws IOException {
        SSLSocket secure = (SSLSocket) keys.getSocketFactory().createSocket(socket, host, port, false);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        if (secure.getSession().getPeerCertificates()[0] instanceof X509Certificate shown) {
            steps.reached(Step.CERTIFICATE, shown.getSubjectX500Principal().getName() + ", " + shown.getNotAfter().toInstant());
        }
        return secure;
    }
}
