package io.tradelane.trading.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Bytes as they were sent, written once. Up to 256 KB stand in one row, more in chunks of 256 KB. */
@Service
public class Payloads {

    /**
     * Stores the bytes for the current actor's organisation in the caller's transaction, or in one of its own.
     *
     * @param limit in bytes
     * @throws PayloadTooLarge if there is more
     * @throws IOException if the source fails; nothing is stored then
     */
    public UUID store(InputStream bytes, String mediaType, long limit) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * The bytes, read chunk by chunk as they are asked for, each in a transaction of its own under the actor of this call.
     *
     * @throws java.util.NoSuchElementException if there is no such payload, or none the actor may see
     */
    public InputStream open(UUID payload) {
        throw new UnsupportedOperationException();
    }

    public byte[] sha256(UUID payload) {
        throw new UnsupportedOperationException();
    }
}
