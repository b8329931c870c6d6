package io.tradelane.adapters;

import io.tradelane.trading.shared.SourceNetwork;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps an address out for a while that fails to sign in again and again: after ten failures a minute, then twice as long for each further
 * one, at most an hour. By address (IPv6: by network) and not by user name, so that no stranger can lock a partner out; who signs in makes only its own failures
 * forgotten. Forgotten by restart, and after an hour.
 */
public final class GuessThrottle {
    private static final int ALLOWED = 10;
    private static final int ADDRESSES = 10_000;
    private static final long FIRST = Duration.ofMinutes(1).toNanos();
    private static final long LONGEST = Duration.ofHours(1).toNanos();

    /** @param user whose name was tried, empty: several names */
    private record Failures(int count, long last, String user) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ADDRESSES;
        }
    };

    public synchronized boolean keepsOut(String from) {
        String address = SourceNetwork.of(from);
        Failures known = failures.get(address);
        if (known == null) {
            return false;
        }
        long passed = System.nanoTime() - known.last;
        if (passed > LONGEST) {
            failures.remove(address);
            return false;
        }
        return known.count >= ALLOWED && passed < Math.min(LONGEST, FIRST << Math.min(10, known.count - ALLOWED));
    }

    public synchronized void failed(String from, String user) {
        String address = SourceNetwork.of(from);
        Failures known = failures.remove(address);
        failures.put(address, new Failures(known == null ? 1 : known.count + 1, System.nanoTime(), known == null || known.user.equals(user) ? user : ""));
    }

    public synchronized void succeeded(String from, String user) {
        String address = SourceNetwork.of(from);
        Failures known = failures.get(address);
        if (known != null && known.user.equals(user)) {
            failures.remove(address);
        }
    }
}
