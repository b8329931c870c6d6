package io.tradelane.adapters;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Bytes on their way to a partner.
 *
 * @param interchange the outgoing interchange they belong to
 * @param messageId fixed before the first try and kept on every repeat; printable ASCII without blanks
 * @param fileName fixed likewise, without a folder
 */
public record OutboundTransmission(UUID interchange, String messageId, String fileName, String mediaType, Source bytes) {

    public OutboundTransmission {
        if (!messageId.matches("[\\x21-\\x7e]{1,255}")) {
            throw new IllegalArgumentException("Message id must be 1 to 255 printable characters without blanks");
        }
        if (!fileName.matches("[^/\\\\\\p{Cntrl}]{1,200}") || fileName.startsWith(".")) {
            throw new IllegalArgumentException("File name must be 1 to 200 characters without a path");
        }
    }

    /** Opens the bytes from their start, as often as asked. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;

        default byte[] all() throws IOException {
            try (InputStream in = open()) {
                return in.readAllBytes();
            }
        }
    }
}
