package io.tradelane.trading.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reading what was exchanged, for pages and the API. Shows what the current actor may see; the rest does not exist. */
@Service
public class Interchanges {

    public Optional<Interchange> find(UUID interchange) {
        throw new UnsupportedOperationException();
    }

    public Optional<Message> message(UUID message) {
        throw new UnsupportedOperationException();
    }

    /** In order. @param after index of the last one seen, -1 to begin */
    public List<Message> messages(UUID interchange, int after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. @param cursor {@link Page#next} of the page before */
    public Page<Interchange> list(InterchangeFilter filter, @Nullable String cursor, int size) {
        throw new UnsupportedOperationException();
    }

    /** The raw bytes. Only the partner on the wire, the operator and the hub see them. */
    public InputStream bytes(UUID interchange) {
        throw new UnsupportedOperationException();
    }

    /** The raw bytes of one message, cut out of its interchange. */
    public byte[] bytesOfMessage(UUID message) {
        throw new UnsupportedOperationException();
    }

    /** Tries to send, oldest first. */
    public List<DeliveryAttempt> attempts(UUID interchange) {
        throw new UnsupportedOperationException();
    }

    /** Acknowledgements that answer this interchange or that this interchange carries. */
    public List<Acknowledgement> acknowledgements(UUID interchange) {
        throw new UnsupportedOperationException();
    }
}
