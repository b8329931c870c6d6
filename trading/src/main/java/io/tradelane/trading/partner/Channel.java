package io.tradelane.trading.partner;

import java.util.Map;
import java.util.UUID;

/**
 * One connection of one organisation through one door.
 *
 * @param door name of the route template: {@code folder}, {@code http}, {@code as2}, {@code soap} …
 * @param parameters as the door declares them
 * @param secrets decrypted; never log or show them
 * @param version counts the changes of this channel, from 1
 * @param revision counts the changes of all channels; larger is later
 */
public record Channel(
        UUID id,
        UUID organisation,
        String name,
        String door,
        Direction direction,
        Map<String, String> parameters,
        Map<String, String> secrets,
        boolean enabled,
        boolean deleted,
        int version,
        long revision) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Channel[" + id + " " + name + " " + door + " " + direction + " v" + version + "]";
    }
}
