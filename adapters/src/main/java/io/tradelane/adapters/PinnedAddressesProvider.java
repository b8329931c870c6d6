package io.tradelane.adapters;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import org.jspecify.annotations.Nullable;

/** Found by the Java platform at the first look-up of a name (JEP 418); the platform's own resolver stays behind it. */
public final class PinnedAddressesProvider extends InetAddressResolverProvider {
    private static volatile @Nullable PinnedAddresses installed;

    /** Null where another provider is the platform's. */
    static @Nullable PinnedAddresses installed() {
        if (installed == null) {
            try {
                InetAddress.getByName("localhost");
            } catch (UnknownHostException loaded) {
                return installed;
            }
        }
        return installed;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return over(configuration.builtinResolver());
    }

    static PinnedAddresses over(InetAddressResolver platform) {
        var addresses = new PinnedAddresses(platform, System::nanoTime);
        installed = addresses;
        return addresses;
    }

    @Override
    public String name() {
        return "tradelane";
    }
}
