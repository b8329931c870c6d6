package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.Page;
import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.incident.Obligation.State;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is owed, the latest first; who waits may put it off, remind who owes, and say how long to wait. */
@Service
@Transactional
public class Radar {
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(4);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private final RadarRepository repository;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;

    Radar(RadarRepository repository, Notices notices, Journal journal, Clock clock) {
        this.repository = repository;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param partner who owes or waits @param number of the document or the deal; null or blank: any */
    public record Filter(State state, @Nullable Kind kind, @Nullable UUID partner, @Nullable String number) {}

    /**
     * How long to wait.
     *
     * @param creditor who waits; null: anybody
     * @param debtor who owes; null: anybody
     * @param minutes null: it is not waited for
     */
    public record Term(Kind kind, @Nullable UUID creditor, @Nullable UUID debtor, @Nullable Integer minutes) {}

    public enum Reminded {
        QUEUED,
        /** The last one was less than four hours ago. */
        TOO_SOON,
        /** Nobody said where who owes it reads mail. */
        NO_ADDRESS,
        /** It has come, or is not the caller's to ask for. */
        NOT_OWED
    }

    /** The longest overdue first; of closed ones the last closed. @param cursor {@link Page#next} of the page before */
    @Transactional(readOnly = true)
    public Page<Obligation> list(Filter filter, @Nullable String cursor, int size) {
        List<Obligation> rows = repository.list(filter, cursor, clock.instant(), size + 1);
        return rows.size() <= size ? new Page<>(rows, null)
                : new Page<>(List.copyOf(rows.subList(0, size)), RadarRepository.cursor(filter.state(), rows.get(size - 1)));
    }

    /** How many are late, open and put off; counted up to a thousand. */
    @Transactional(readOnly = true)
    public Map<State, Integer> counts() {
        return repository.counts(clock.instant());
    }

    /** Everything that was and is owed in a deal, oldest first. @param number of the deal or of one of its documents */
    @Transactional(readOnly = true)
    public List<Obligation> ofDeal(String number) {
        return repository.ofDeal(number);
    }

    @Transactional(readOnly = true)
    public Optional<Obligation> find(UUID obligation) {
        return repository.find(obligation);
    }

    /** Nobody is told of it before {@code until}. @return whether it is open and the caller's to put off */
    public boolean snooze(UUID obligation, Instant until) {
        Optional<Obligation> found = mine(obligation);
        found.ifPresent(one -> {
            repository.snooze(obligation, until);
            record(one, "SNOOZED", Map.of("until", MINUTE.format(until)));
        });
        return found.isPresent();
    }

    /** Writes to who owes it. */
    public Reminded remind(UUID obligation) {
        Optional<Obligation> found = mine(obligation);
        if (found.isEmpty()) {
            return Reminded.NOT_OWED;
        }
        Obligation one = found.get();
        Instant now = clock.instant();
        if (one.remindedAt() != null && one.remindedAt().plus(BETWEEN_REMINDERS).isAfter(now)) {
            return Reminded.TOO_SOON;
        }
        String address = repository.address(one.debtor());
        if (address == null) {
            return Reminded.NO_ADDRESS;
        }
        Map<String, String> args = Map.of("number", one.number(), "deal", one.deal(), "expected", one.kind().name(), "due", MINUTE.format(one.dueAt()),
                "creditor", repository.organisation(one.creditor()), "debtor", repository.organisation(one.debtor()));
        repository.reminded(obligation, now);
        notices.queue(Notice.Kind.REMINDER, one.creditor(), null, address, NoticeText.of("REMINDER", args, Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE), args,
                new Notices.About(null, null, obligation, null), now);
        record(one, "REMINDED", Map.of("to", address));
        return Reminded.QUEUED;
    }

    /** The hub's, and those of the caller. */
    @Transactional(readOnly = true)
    public List<Term> terms() {
        return repository.terms();
    }

    /** From now on; what is open keeps its date. Only the operator says it for all. */
    public void agree(Term term) {
        repository.agree(own(term));
        recordTerm(term, "TERM_AGREED");
    }

    public void withdraw(Term term) {
        if (own(term).creditor() == null && term.debtor() == null) {
            throw new IllegalArgumentException("the hub's term can be changed, not taken away");
        }
        repository.withdraw(term);
        recordTerm(term, "TERM_WITHDRAWN");
    }

    private static Term own(Term term) {
        var actor = Tenancy.current();
        if (actor.scope() == Scope.ORGANISATION && !actor.organisation().equals(term.creditor())) {
            throw new IllegalArgumentException("a term is of who waits");
        }
        return term;
    }

    /** Open, and the caller is who waits for it, or the operator. */
    private Optional<Obligation> mine(UUID obligation) {
        var actor = Tenancy.current();
        return repository.lock(obligation).filter(one -> one.closedAt() == null)
                .filter(one -> actor.scope() != Scope.ORGANISATION || one.creditor().equals(actor.organisation()));
    }

    private void record(Obligation one, String event, Map<String, String> details) {
        journal.record(new Entry(Obligations.ENTITY, one.id(), null, event, null, one.interchange(), null, Set.of(one.debtor(), one.creditor()), details));
    }

    private void recordTerm(Term term, String event) {
        UUID owner = term.creditor();
        journal.record(new Entry("OBLIGATION_TERM", owner == null ? new UUID(0, term.kind().ordinal()) : owner, null, event, null, null, null,
                owner == null ? Set.of() : Set.of(owner),
                Map.of("kind", term.kind().name(), "minutes", String.valueOf(term.minutes()), "debtor", String.valueOf(term.debtor()))));
    }
}
