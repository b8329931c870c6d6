package io.tradelane.trading.partner;

import java.util.Map;
import java.util.UUID;

/** A channel to be made; see {@link Channel}. */
public record NewChannel(
        UUID organisation,
        String name,
        String door,
        Direction direction,
        Map<String, String> parameters,
        Map<String, String> secrets,
        boolean enabled) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "NewChannel[" + name + " " + door + " " + direction + "]";
    }
}
