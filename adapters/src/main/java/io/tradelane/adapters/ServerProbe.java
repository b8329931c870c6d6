package io.tradelane.adapters;

import io.tradelane.adapters.ConnectionSteps.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Looks whether a web server can be reached and shows a certificate that is trusted. It asks for nothing: a POST could have an effect. */
public final class ServerProbe {
    private static final int CONNECT = 10_000;

    private ServerProbe() {}

    public static void test(String url, ConnectionSteps steps) {
        try {
            test(url, SSLContext.getDefault(), steps);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param keys what is shown and trusted */
    public static void test(String url, SSLContext keys, ConnectionSteps steps) {
        URI uri = URI.create(url);
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        try (Socket socket = new Socket()) {
            InetAddress address = InetAddress.getByName(uri.getHost());
            steps.reached(Step.RESOLVED, address.getHostAddress());
            socket.connect(new InetSocketAddress(address, port), CONNECT);
            steps.reached(Step.CONNECTED, address.getHostAddress() + ":" + port);
            if (tls) {
                handshake(socket, keys, uri.getHost(), port, steps);
            }
        } catch (UnknownHostException unknown) {
            steps.failed(Step.RESOLVED, uri.getHost());
        } catch (IOException failed) {
            steps.failed(steps.results().size() < 2 ? Step.CONNECTED : Step.CERTIFICATE, failed.getMessage());
        }
    }

    private static void handshake(Socket socket, SSLContext keys, String host, int port, ConnectionSteps steps) throws IOException {
        socket.setSoTimeout(CONNECT);
        try (SSLSocket secure = (SSLSocket) keys.getSocketFactory().createSocket(socket, host, port, false)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            if (secure.getSession().getPeerCertificates()[0] instanceof X509Certificate shown) {
                steps.reached(Step.CERTIFICATE, shown.getSubjectX500Principal().getName() + ", " + shown.getNotAfter().toInstant());
            }
        }
    }
}
