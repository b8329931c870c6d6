package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.catalogue.ArticleResult.Problem;
import io.tradelane.trading.catalogue.ListingRepository.Standing;
import io.tradelane.trading.catalogue.ListingState.Event;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of an article into the shop: the supplier writes and submits it, the operator agrees or says why not, the supplier lists it, now or from a
 * day on. What buyers rely on in a listed article changes when the operator has agreed; until then the old stays.
 */
@Service
@Transactional
public class ArticleListing {
    /** Entity type of an article in the journal. */
    public static final String ENTITY = "ARTICLE";
    private static final int LONGEST_REASON = 500;
    private final ListingRepository repository;
    private final ArticleReader reader;
    private final Categories categories;
    private final ArticleIndex index;
    private final Journal journal;
    private final Clock clock;

    ArticleListing(ListingRepository repository, ArticleReader reader, Categories categories, ArticleIndex index, Journal journal, Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.categories = categories;
        this.index = index;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ArticleView> find(UUID id) {
        return reader.find(id, LocalDate.now(clock));
    }

    /** A supplier's own, newest first. */
    @Transactional(readOnly = true)
    public ListingPage list(UUID supplier, ListingFilter filter) {
        return repository.list(supplier, filter, LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public List<ArticleSummary> toReview(int limit) {
        return repository.toReview(limit, LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public int waiting() {
        return repository.waiting();
    }

    /** Only a company that sells has articles. */
    public ArticleResult create(UUID supplier, ArticleForm form) {
        if (!repository.sells(supplier)) {
            return new ArticleResult.NotFound();
        }
        ArticleCheck.Checked checked = checked(supplier, form, null);
        if (!checked.problems().isEmpty()) {
            return new ArticleResult.Invalid(checked.problems());
        }
        UUID id = Ids.next();
        if (!repository.insert(id, supplier, checked.form())) {
            return ArticleResult.invalid(form.gtin() != null && repository.gtinTaken(supplier, form.gtin(), id) ? "gtin" : "number", "taken");
        }
        record(id, supplier, null, "CREATED", ListingState.DRAFT, Map.of("number", form.number()));
        index.refresh(List.of(id));
        return new Done(id, 1);
    }

    /** Writes it anew; of a listed one, what buyers rely on goes to the operator first. */
    public ArticleResult write(UUID supplier, UUID id, ArticleForm form, int version) {
        Standing standing = repository.lock(id).filter(found -> found.supplier().equals(supplier)).orElse(null);
        if (standing == null) {
            return new ArticleResult.NotFound();
        }
        if (standing.version() != version) {
            return new ArticleResult.StaleVersion(standing.version());
        }
        ListingState next = standing.listing().after(Event.EDIT).orElse(null);
        if (next == null) {
            return new ArticleResult.IllegalTransition(standing.listing(), Event.EDIT);
        }
        ArticleCheck.Checked checked = checked(supplier, form, standing);
        if (!checked.problems().isEmpty()) {
            return new ArticleResult.Invalid(checked.problems());
        }
        ArticleForm wanted = checked.form();
        if (standing.listing() == ListingState.LISTED && !wanted.sameToBuyers(standing.form())) {
            List<Problem> missing = ArticleCheck.missing(wanted, category(wanted), true);
            if (!missing.isEmpty()) {
                return new ArticleResult.Invalid(missing);
            }
            repository.update(id, standing.form().withTermsOf(wanted), ListingState.LISTED);
            repository.revision(id, wanted);
            return done(standing, 2, "REVISED", ListingState.LISTED, Map.of());
        }
        boolean same = standing.listing() == ListingState.APPROVED && wanted.sameToBuyers(standing.form());
        repository.update(id, wanted, same ? ListingState.APPROVED : next);
        return done(standing, 1, "EDIT", same ? ListingState.APPROVED : next, Map.of());
    }

    public ArticleResult submit(UUID supplier, UUID id, int version) {
        return move(supplier, id, version, Event.SUBMIT, standing -> {
            if (standing.twinOf() != null) {
                return new ArticleResult.IllegalTransition(standing.listing(), Event.SUBMIT);
            }
            List<Problem> missing = ArticleCheck.missing(standing.form(), category(standing.form()), repository.priced(id, LocalDate.now(clock)));
            return missing.isEmpty() ? null : new ArticleResult.Invalid(missing);
        }, Map.of());
    }

    /** The operator agrees: to an article, or to the change of a listed one. */
    public ArticleResult approve(UUID id, int version) {
        Standing standing = repository.lock(id).orElse(null);
        if (standing != null && standing.version() == version && standing.revision() != null) {
            repository.update(id, standing.revision().withTermsOf(standing.form()), standing.listing());
            repository.revision(id, null);
            repository.reviewed(id, Map.of(), clock.instant());
            return done(standing, 2, "APPROVE_REVISION", standing.listing(), Map.of());
        }
        return move(null, id, version, Event.APPROVE, found -> {
            repository.reviewed(id, Map.of(), clock.instant());
            return null;
        }, Map.of());
    }

    /** @param reasons by field of {@link ArticleForm}; {@code ""} for the whole */
    public ArticleResult deny(UUID id, Map<String, String> reasons, int version) {
        Map<String, String> told = new java.util.TreeMap<>();
        reasons.forEach((field, reason) -> {
            if (!reason.isBlank()) {
                told.put(field, reason.strip());
            }
        });
        if (told.isEmpty() || told.values().stream().anyMatch(reason -> reason.length() > LONGEST_REASON)) {
            return ArticleResult.invalid("reason", told.isEmpty() ? "required" : "tooLong");
        }
        Standing standing = repository.lock(id).orElse(null);
        if (standing != null && standing.version() == version && standing.revision() != null) {
            repository.revision(id, null);
            repository.reviewed(id, told, clock.instant());
            return done(standing, 1, "DENY_REVISION", standing.listing(), told);
        }
        return move(null, id, version, Event.DENY, found -> {
            repository.reviewed(id, told, clock.instant());
            return null;
        }, told);
    }

    /** Shows it, now or from a time to come on. @param until from when it is not shown any more; null: until it is taken out */
    public ArticleResult list(UUID supplier, UUID id, @Nullable Instant from, @Nullable Instant until, int version) {
        Instant begin = from == null ? clock.instant() : from;
        if (until != null && !until.isAfter(begin)) {
            return ArticleResult.invalid("until", "earlier");
        }
        return move(supplier, id, version, Event.LIST, standing -> {
            repository.listed(id, begin, until);
            return null;
        }, Map.of("from", begin.toString()));
    }

    public ArticleResult unlist(UUID supplier, UUID id, int version) {
        return move(supplier, id, version, Event.UNLIST, standing -> null, Map.of());
    }

    public ArticleResult discontinue(UUID supplier, UUID id, int version) {
        return move(supplier, id, version, Event.DISCONTINUE, standing -> null, Map.of());
    }

    public ArticleResult suspend(UUID id, String reason, int version) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return ArticleResult.invalid("reason", reason.isBlank() ? "required" : "tooLong");
        }
        return move(null, id, version, Event.SUSPEND, standing -> {
            repository.reviewed(id, Map.of("", reason.strip()), clock.instant());
            return null;
        }, Map.of("reason", reason.strip()));
    }

    public ArticleResult reinstate(UUID id, int version) {
        return move(null, id, version, Event.REINSTATE, standing -> {
            repository.reviewed(id, Map.of(), clock.instant());
            return null;
        }, Map.of());
    }

    /** When the supplier is told that the stock is low: below the one, until there is as much as the other again. */
    public ArticleResult alert(UUID supplier, UUID id, @Nullable BigDecimal below, @Nullable BigDecimal until, int version) {
        Standing standing = repository.lock(id).filter(found -> found.supplier().equals(supplier)).orElse(null);
        if (standing == null) {
            return new ArticleResult.NotFound();
        }
        if (standing.version() != version) {
            return new ArticleResult.StaleVersion(standing.version());
        }
        if (until != null && (below == null || until.compareTo(below) < 0)) {
            return ArticleResult.invalid("alertUntil", "out-of-range");
        }
        repository.alert(id, below, until);
        return new Done(id, version + 1);
    }

    /** @return null to go on */
    private interface Step {
        @Nullable ArticleResult take(Standing standing);
    }

    private ArticleResult move(@Nullable UUID supplier, UUID id, int version, Event event, Step step, Map<String, String> details) {
        Standing standing = repository.lock(id).filter(found -> supplier == null || found.supplier().equals(supplier)).orElse(null);
        if (standing == null) {
            return new ArticleResult.NotFound();
        }
        if (standing.version() != version) {
            return new ArticleResult.StaleVersion(standing.version());
        }
        ListingState next = standing.listing().after(event).orElse(null);
        if (next == null) {
            return new ArticleResult.IllegalTransition(standing.listing(), event);
        }
        ArticleResult stopped = step.take(standing);
        if (stopped != null) {
            return stopped;
        }
        repository.state(id, next);
        return done(standing, 1, event.name(), next, details);
    }

    private Done done(Standing standing, int steps, String event, ListingState next, Map<String, String> details) {
        record(standing.id(), standing.supplier(), standing.listing(), event, next, details);
        index.refresh(List.of(standing.id()));
        return new Done(standing.id(), standing.version() + steps);
    }

    private void record(UUID id, UUID supplier, @Nullable ListingState from, String event, ListingState to, Map<String, String> details) {
        journal.record(new Entry(ENTITY, id, from == null ? null : from.name(), event, to.name(), null, null, Set.of(supplier), details));
    }

    private @Nullable Category category(ArticleForm form) {
        return form.category() == null ? null : categories.find(form.category()).orElse(null);
    }

    private ArticleCheck.Checked checked(UUID supplier, ArticleForm form, @Nullable Standing standing) {
        Category category = category(form);
        ArticleCheck.Checked checked = ArticleCheck.check(form, category);
        List<Problem> problems = new ArrayList<>(checked.problems());
        if (category != null && category.retired() && (standing == null || !category.id().equals(standing.form().category()))) {
            problems.add(new Problem("category", "retired"));
        }
        if (standing != null && !standing.form().number().equals(checked.form().number())) {
            problems.add(new Problem("number", "fixed"));
        }
        if (standing != null && form.gtin() != null && repository.gtinTaken(supplier, form.gtin(), standing.id())) {
            problems.add(new Problem("gtin", "taken"));
        }
        if (form.variantOf() != null && (standing != null && form.variantOf().equals(standing.id()) || !repository.isOwn(supplier, form.variantOf()))) {
            problems.add(new Problem("variantOf", "unknown"));
        }
        return new ArticleCheck.Checked(checked.form(), problems);
    }
}
