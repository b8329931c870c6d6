package io.tradelane.adapters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where doors may go when they call out. Before every connection its host is looked up and each address compared; the connection is then
 * made to one of these, even if the name means another address by then ({@link PinnedAddresses}).
 */
@Component
public class OutboundTargets {
    /** An address and no name. */
    private static final Pattern LITERAL = Pattern.compile(".*:.*|[0-9]+(\\.[0-9]+){0,3}");
    private final List<String> hosts;
    private final List<Network> refused;

    /**
     * @param hosts names that may be called, {@code .example.com} for all below; empty: every name
     * @param refused networks in which nothing may be called, as {@code address/bits}
     */
    public OutboundTargets(@Value("${tradelane.doors.outbound.hosts:}") List<String> hosts,
            @Value("${tradelane.doors.outbound.refused-networks:169.254.0.0/16,fe80::/10,0.0.0.0/8,224.0.0.0/4,ff00::/8}") List<String> refused) {
        this.hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).filter(host -> !host.isEmpty()).toList();
        this.refused = refused.stream().map(String::strip).filter(network -> !network.isEmpty()).map(Network::of).toList();
    }

    /** @throws IOException when this address may not be called, or is not known */
    public void check(URI target) throws IOException {
        String host = target.getHost();
        if (host == null || target.getUserInfo() != null || !List.of("http", "https").contains(String.valueOf(target.getScheme()))) {
            throw new IOException("This is no address that can be called: " + target);
        }
        check(host);
    }

    /** @return where it is @throws IOException when this host may not be called, or is not known */
    public InetAddress check(String host) throws IOException {
        String name = host.toLowerCase(Locale.ROOT);
        if (!hosts.isEmpty() && hosts.stream().noneMatch(allowed -> allowed.startsWith(".") ? name.endsWith(allowed) : name.equals(allowed))) {
            throw new IOException("The host " + host + " is not among those that may be called (tradelane.doors.outbound.hosts)");
        }
        PinnedAddresses pinned = LITERAL.matcher(host).matches() ? null : PinnedAddressesProvider.installed();
        List<InetAddress> addresses = pinned == null ? List.of(InetAddress.getAllByName(host)) : pinned.ask(host);
        for (InetAddress address : addresses) {
            if (refused.stream().anyMatch(network -> network.contains(address))) {
                throw new IOException(host + " is " + address.getHostAddress() + ", which may not be called (tradelane.doors.outbound.refused-networks)");
            }
        }
        if (pinned != null) {
            pinned.pin(host, addresses);
        }
        return addresses.getFirst();
    }

    /** Several addresses of one kind: the first {@code bits} are the same. */
    private record Network(byte[] address, int bits) {

        static Network of(String text) {
            String[] halves = text.split("/");
            try {
                if (!halves[0].matches("[0-9a-fA-F:.]+")) {
                    throw new IllegalArgumentException("a name is no address");
                }
                byte[] address = InetAddress.getByName(halves[0]).getAddress();
                return new Network(address, halves.length > 1 ? Integer.parseInt(halves[1]) : address.length * 8);
            } catch (UnknownHostException | IllegalArgumentException malformed) {
                throw new IllegalArgumentException("Not a network: " + text, malformed);
            }
        }

        /** An IPv4 address written as IPv6 is the IPv4 address: Java reads it so. */
        boolean contains(InetAddress other) {
            byte[] there = other.getAddress();
            if (there.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            return Arrays.equals(there, 0, whole, address, 0, whole)
                    && (rest == 0 || ((there[whole] ^ address[whole]) & 0xff) >> (8 - rest) == 0);
        }
    }
}
