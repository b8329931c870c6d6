package io.tradelane.trading.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Double-entry books, one per organisation. A journal is never changed or removed: the database refuses it, as it
 * refuses one whose debits and credits differ. What was wrong is reversed.
 */
@Service
public class Ledger {

    /**
     * Posts entries in the books of their organisations, in the caller's transaction; a rule and source booked before
     * books nothing again.
     *
     * @throws IllegalArgumentException if an entry does not balance
     */
    public void post(List<Posting> postings) {
        throw new UnsupportedOperationException();
    }

    /** Books the opposite of everything {@code source} booked; once, however often it is asked. */
    public void reverse(UUID source, UUID reason, String text) {
        throw new UnsupportedOperationException();
    }

    /** Balances per account and currency of an organisation's books, by code. */
    public List<Balance> balances(UUID organisation) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<JournalView> journals(UUID organisation, int limit) {
        throw new UnsupportedOperationException();
    }

    /** What {@code source} (a receipt, an invoice, a payment) booked in the books the caller may see. */
    public List<JournalView> ofSource(UUID source) {
        throw new UnsupportedOperationException();
    }

    /** Checks all books the caller may see; empty when everything agrees. */
    public List<Violation> verify() {
        throw new UnsupportedOperationException();
    }
}
