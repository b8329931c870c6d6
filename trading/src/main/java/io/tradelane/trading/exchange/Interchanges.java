package io.tradelane.trading.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading what was exchanged, for pages and the API. Shows what the current actor may see; the rest does not exist. */
@Service
@Transactional(readOnly = true)
public class Interchanges {
    private final InterchangeRepository repository;
    private final Payloads payloads;

    Interchanges(InterchangeRepository repository, Payloads payloads) {
        this.repository = repository;
        this.payloads = payloads;
    }

    public Optional<Interchange> find(UUID interchange) {
        return repository.find(interchange);
    }

    public Optional<Message> message(UUID message) {
        return repository.message(message);
    }

    /** In order. @param after index of the last one seen, -1 to begin */
    public List<Message> messages(UUID interchange, int after, int limit) {
        return repository.messages(interchange, after, limit);
    }

    /** The same without their documents, which may be large and are not read. */
    public List<Message> headings(UUID interchange, int after, int limit) {
        return repository.headings(interchange, after, limit);
    }

    /** Newest first. @param cursor {@link Page#next} of the page before */
    public Page<Interchange> list(InterchangeFilter filter, @Nullable String cursor, int size) {
        return Page.of(repository.list(filter, Cursor.read(cursor), size + 1), size, last -> last.id().toString());
    }

    /** Later receptions of the same bytes under the same reference, oldest first. */
    public List<Interchange> duplicates(UUID interchange) {
        return repository.linked("duplicate_of", interchange);
    }

    /** Edited versions of it, oldest first. */
    public List<Interchange> resubmissions(UUID interchange) {
        return repository.linked("resubmission_of", interchange);
    }

    /**
     * The raw bytes. Only the partner on the wire, whom the envelope addresses, the operator and the hub see them.
     *
     * @throws NoSuchElementException if there is none for the actor
     */
    public InputStream bytes(UUID interchange) {
        return payloads.open(repository.find(interchange)
                .map(Interchange::payload)
                .orElseThrow(() -> new NoSuchElementException("no interchange " + interchange)));
    }

    /** Tries to send, oldest first. */
    public List<DeliveryAttempt> attempts(UUID interchange) {
        return repository.attempts(interchange);
    }

    /** Acknowledgements that answer this interchange or that this interchange carries, oldest first. */
    public List<Acknowledgement> acknowledgements(UUID interchange) {
        return repository.acknowledgements(interchange);
    }
}
