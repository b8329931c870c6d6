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

    /**
     * Who sent what, in a form that anybody can verify, such as a signed MIME entity.
     *
     * @param documentAt where in the bytes the document stands as it is, of {@code documentSize} bytes; negative where it does not
     */
    public record Evidence(String mediaType, byte[] bytes, int documentAt, int documentSize) {
        public Evidence(String mediaType, byte[] bytes) {
            this(mediaType, bytes, -1, 0);
        }
    }
}
