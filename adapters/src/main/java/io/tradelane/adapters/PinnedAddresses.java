package io.tradelane.adapters;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Looks names up for the whole process. A name whose addresses were found good has these for two minutes, whatever its name server says
 * meanwhile: so a library that is told a name connects to an address that was checked, and goes on checking certificates by the name.
 */
final class PinnedAddresses implements InetAddressResolver {
    private static final long HOLDS = Duration.ofMinutes(2).toNanos();
    private static final int MANY = 1_000;
    private final InetAddressResolver platform;
    private final LongSupplier nanos;
    private final Map<String, Pin> pins = new ConcurrentHashMap<>();

    private record Pin(List<InetAddress> addresses, long since) {}

    PinnedAddresses(InetAddressResolver platform, LongSupplier nanos) {
        this.platform = platform;
        this.nanos = nanos;
    }

    /** What the name server says now, past all that is kept. */
    List<InetAddress> ask(String host) throws UnknownHostException {
        return platform.lookupByName(host, LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6 | LookupPolicy.IPV4_FIRST)).toList();
    }

    void pin(String host, List<InetAddress> good) {
        if (pins.size() > MANY) {
            pins.values().removeIf(this::isOver);
        }
        pins.put(host.toLowerCase(Locale.ROOT), new Pin(good, nanos.getAsLong()));
    }

    private boolean isOver(Pin pin) {
        return nanos.getAsLong() - pin.since > HOLDS;
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        Pin pin = pins.get(host.toLowerCase(Locale.ROOT));
        return pin == null || isOver(pin) ? platform.lookupByName(host, policy) : pin.addresses.stream()
                .filter(address -> (policy.characteristics() & (address instanceof Inet6Address ? LookupPolicy.IPV6 : LookupPolicy.IPV4)) != 0);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return platform.lookupByAddress(address);
    }
}
