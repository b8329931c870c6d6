package io.tradelane.adapters;

import io.tradelane.trading.exchange.Reception;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes at a door, with what the door knows of them.
 *
 * @param source the name of who sent it, for the journal: of an API client or a channel
 * @param maxBytes limit of the channel
 * @param evidence null where the transport proves nothing
 */
public record Arrival(Reception reception, String source, long maxBytes, InputStream bytes, @Nullable Evidence evidence) {

    public Arrival(Reception reception, String source, long maxBytes, InputStream bytes) {
        this(reception, source, maxBytes, bytes, null);
    }

    /** Who sent what, in a form that anybody can verify, such as a signed MIME entity. */
    public record Evidence(String mediaType, byte[] bytes) {}
}
