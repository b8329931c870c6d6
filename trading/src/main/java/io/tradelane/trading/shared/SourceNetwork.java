package io.tradelane.trading.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * By what those who knock are told apart: an IPv4 address, or the 64 bits of an IPv6 network, as whoever has one of its addresses
 * usually has them all (RFC 6177).
 */
public final class SourceNetwork {
    private static final int NETWORK = 8;

    private SourceNetwork() {}

    /** @param address as a socket tells it; what is no IPv6 address is returned as it is */
    public static String of(String address) {
        String bare = address.replaceAll("^\\[|]$|%.*$", "");
        if (bare.indexOf(':') < 0) {
            return bare;
        }
        try {
            InetAddress known = InetAddress.getByName(bare);
            byte[] bytes = known.getAddress();
            return bytes.length == 4 ? known.getHostAddress() : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK)) + "/64";
        } catch (UnknownHostException none) {
            return bare;
        }
    }
}
