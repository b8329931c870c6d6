package io.tradelane.adapters.as2.message;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Two companies with their keys, and a stranger. */
public final class Peers {
    public static final Instant NOW = Instant.now();
    public static final Identity BUYER = Identities.selfSigned("Buyer AS2", NOW.minusSeconds(3600), Duration.ofDays(30));
    public static final Identity HUB = Identities.selfSigned("Hub AS2", NOW.minusSeconds(3600), Duration.ofDays(30));
    public static final Identity STRANGER = Identities.selfSigned("Stranger", NOW.minusSeconds(3600), Duration.ofDays(30));
    public static final byte[] ORDERS = ("UNB+UNOC:3+4012345500004:14+4098765000010:14+260304:1015+R1'UNH+1+ORDERS:D:96A:UN'"
            + "BGM+220+PO-1+9'UNT+3+1'UNZ+1+R1'").getBytes(StandardCharsets.ISO_8859_1);

    private Peers() {}

    public static Policy hubExpects(boolean signed, boolean encrypted, X509Certificate... partners) {
        return new Policy(signed, encrypted, List.of(HUB), List.of(partners), 100L * 1024 * 1024, NOW);
    }

    static Entity orders() {
        return MessageWriter.payload(ORDERS, "application/EDIFACT", "orders.edi");
    }
}
