package io.tradelane.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the ports nobody cares to choose, and keeps them in {@code HOME/ports.properties}, so that what was noted
 * once (a firewall rule, an ERP's broker address) stays right after a restart.
 */
public final class Ports {

    private static final Logger log = LoggerFactory.getLogger(Ports.class);

    private final Path file;

    public Ports(Home home) {
        this.file = home.file("ports.properties");
    }

    /**
     * @param preferred tried the first time; 0 for any
     * @return the kept port if it is free, else the preferred one if it is free, else one the system picks
     */
    public synchronized int choose(String name, int preferred) {
        try {
            Map<String, Integer> kept = read();
            int chosen = choose(kept.getOrDefault(name, 0), preferred);
            if (kept.containsKey(name) && kept.get(name) != chosen) {
                log.warn("Port {} kept for {} is taken; using {} from now on", kept.get(name), name, chosen);
            }
            keep(kept, name, chosen);
            return chosen;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot choose a port for " + name, e);
        }
    }

    private static int choose(int kept, int preferred) throws IOException {
        for (int candidate : List.of(kept, preferred)) {
            if (candidate != 0 && isFree(candidate)) {
                return candidate;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void keep(Map<String, Integer> kept, String name, int port) throws IOException {
        Integer before = kept.put(name, port);
        if (before == null || before != port) {
            PrivateFiles.write(
                    file,
                    kept.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    private Map<String, Integer> read() throws IOException {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.matches("\\w+=\\d{1,5}"))
                .map(line -> line.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1]), (a, b) -> b, TreeMap::new));
    }
}
