package io.tradelane.adapters;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.stream.Stream;

/** A process in which a name gets another address after it was checked. It tells where connections went. */
public final class Rebinding extends InetAddressResolverProvider {
    private static final String NAME = "partner.test";
    private static volatile String means = "127.0.0.1";

    /** The hub's own look-up, on a name server that changes its mind. */
    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver platform = configuration.builtinResolver();
        var changing = new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.equals(NAME) ? Stream.of(InetAddress.getByName(means)) : platform.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return platform.lookupByAddress(address);
            }
        };
        return PinnedAddressesProvider.over(changing);
    }

    @Override
    public String name() {
        return "rebinding";
    }

    public static void main(String[] arguments) throws Exception {
        HttpServer good = answering("127.0.0.1", 0);
        int port = good.getAddress().getPort();
        HttpServer bad = answering("127.0.0.2", port);
        var targets = new OutboundTargets(List.of(), List.of("127.0.0.2/32"));
        targets.check(URI.create("http://" + NAME + ":" + port + "/"));
        means = "127.0.0.2";
        System.out.println("HTTP " + HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + NAME + ":" + port + "/")).build(), BodyHandlers.ofString())
                .body());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(NAME, port));
            System.out.println("socket " + socket.getInetAddress().getHostAddress());
        }
        try {
            targets.check(NAME);
            System.out.println("not refused");
        } catch (IOException refused) {
            System.out.println("refused");
        }
        good.stop(0);
        bad.stop(0);
        System.exit(0);
    }

    private static HttpServer answering(String address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 5);
        server.createContext("/", exchange -> {
            byte[] answer = address.getBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
