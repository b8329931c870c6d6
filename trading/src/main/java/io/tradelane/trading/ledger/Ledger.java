package io.tradelane.trading.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Double-entry books, one per organisation. A journal is never changed or removed: the database refuses it, as it
 * refuses one whose debits and credits differ. What was wrong is reversed.
 */
@Service
@Transactional
public class Ledger {
    private final LedgerRepository repository;
    private final LedgerChecks checks;

    Ledger(LedgerRepository repository, LedgerChecks checks) {
        this.repository = repository;
        this.checks = checks;
    }

    /**
     * Posts entries in the books of their organisations, in the caller's transaction; a rule and source booked before
     * books nothing again. Books that are not open yet are opened with the standard chart of accounts.
     */
    public void post(List<Posting> postings) {
        List<Posting> worth = postings.stream().filter(posting -> !posting.lines().isEmpty()).toList();
        if (!worth.isEmpty()) {
            repository.post(worth);
        }
    }

    /**
     * Books the opposite of everything {@code source} booked; once, however often it is asked.
     *
     * @param text why, with the number of what takes it back
     */
    public void reverse(UUID source, LocalDate date, String text) {
        repository.reverse(source, date, text);
    }

    /** Balances per account and currency of an organisation's books, by code. */
    @Transactional(readOnly = true)
    public List<Balance> balances(UUID organisation) {
        return repository.balances(organisation);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<JournalView> journals(UUID organisation, int limit) {
        return repository.journals(organisation, limit);
    }

    /** What {@code source} (a receipt, an invoice, a payment) booked in the books the caller may see. */
    @Transactional(readOnly = true)
    public List<JournalView> ofSource(UUID source) {
        return repository.ofSource(source);
    }

    /** Checks all books the caller may see; empty when everything agrees. */
    @Transactional(readOnly = true)
    public List<Violation> verify() {
        return checks.run();
    }
}
