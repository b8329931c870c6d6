package io.tradelane.trading.requirement;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.requirement.RequirementTransition.Event;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody writes what is needed: a new draft, or a draft anew. */
@Component
class WriteRequirement {
    private final RequirementRepository requirements;
    private final Organisations organisations;
    private final RequirementJournal journal;
    private final Clock clock;

    WriteRequirement(RequirementRepository requirements, Organisations organisations, RequirementJournal journal, Clock clock) {
        this.requirements = requirements;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    CommandResult create(RequirementForm form) {
        Actor actor = Tenancy.current();
        UUID buyer = actor.organisation();
        boolean buys = buyer != null && organisations.find(buyer).filter(one -> one.kind() == Kind.BUYER || one.kind() == Kind.BOTH).isPresent();
        List<Problem> problems = problems(form);
        if (!buys) {
            problems.add(new Problem("number", "not-a-buyer"));
        }
        if (buyer == null || !problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        String number = form.number() == null ? requirements.nextNumber(LocalDate.now(clock).getYear()) : form.number();
        OffsetDateTime now = OffsetDateTime.now(clock);
        RequirementRow row = row(Ids.next(), buyer, number, form, actor.user(), actor.name(), now, 1);
        if (!requirements.insert(row)) {
            RequirementRow standing = requirements.byNumber(buyer, number).orElseThrow();
            return ContentHash.same(standing.contentHash(), row.contentHash()) ? new CommandResult.AlreadyDone(standing.id(), standing.version())
                    : CommandResult.invalid("number", "taken");
        }
        requirements.wrote(row.id(), RequirementJournal.writer());
        requirements.insertLines(lines(row.id(), form));
        journal.record(row, "CREATED", null, RequirementState.DRAFT, 1, Map.of("number", number, "lines", String.valueOf(form.lines().size())));
        return new CommandResult.Done(row.id(), 1);
    }

    /** One that was rejected is a draft again. */
    CommandResult write(UUID id, RequirementForm form, int expectedVersion) {
        Optional<RequirementRow> found = requirements.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        RequirementRow before = found.get();
        if (before.version() != expectedVersion) {
            return new CommandResult.StaleVersion(before.version());
        }
        Optional<RequirementState> next = RequirementTransition.next(before.state(), Event.EDIT, Set.of());
        if (next.isEmpty()) {
            return new CommandResult.IllegalTransition(before.state().name(), Event.EDIT.name());
        }
        List<Problem> problems = problems(form);
        if (form.number() != null && !form.number().equals(before.number())) {
            problems.add(new Problem("number", "fixed"));
        }
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        Map<String, String> changed = RequirementDifferences.between(before, requirements.lines(id), form);
        requirements.update(row(id, before.buyerOrgId(), before.number(), form, before.authorId(), before.author(), OffsetDateTime.now(clock), before.version()));
        requirements.wrote(id, RequirementJournal.writer());
        requirements.removeLines(id);
        requirements.insertLines(lines(id, form));
        journal.record(before, Event.EDIT.name(), before.state(), next.get(), before.version() + 1, changed);
        return new CommandResult.Done(id, before.version() + 1);
    }

    private List<Problem> problems(RequirementForm form) {
        List<Problem> problems = new ArrayList<>(RequirementChecks.of(form));
        Set<UUID> seen = requirements.seen(form.lines().stream().map(RequirementForm.Line::articleId).filter(Objects::nonNull).distinct().toList());
        for (int i = 0; i < form.lines().size(); i++) {
            UUID article = form.lines().get(i).articleId();
            if (article != null && !seen.contains(article)) {
                problems.add(new Problem("lines[" + i + "].articleId", "unknown"));
            }
        }
        return problems;
    }

    private static RequirementRow row(UUID id, UUID buyer, String number, RequirementForm form, @Nullable UUID authorId, String author, OffsetDateTime now, int version) {
        return new RequirementRow(id, buyer, number, form.title(), RequirementState.DRAFT, form.currency(), form.needBy(), form.shipTo(), form.note(), null, authorId, author,
                ContentHash.of(form.toString()), Tenancy.current().source().name(), now, now, version);
    }

    private static List<RequirementLineRow> lines(UUID requirement, RequirementForm form) {
        List<RequirementLineRow> rows = new ArrayList<>();
        for (RequirementForm.Line line : form.lines()) {
            rows.add(new RequirementLineRow(Ids.next(), requirement, rows.size() + 1, RequirementChecks.number(line, rows.size()), line.article(), line.articleId(),
                    line.description(), line.quantity().unit(), line.quantity().value(), line.needBy(), line.shipTo(), line.budget()));
        }
        return rows;
    }
}
