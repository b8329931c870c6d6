package io.tradelane.trading.requirement;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.requirement.RequirementTransition.Event;
import io.tradelane.trading.requirement.RequirementTransition.Guard;
import io.tradelane.trading.sourcing.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with a requirement as a whole: submit, approve, reject, close, cancel. */
@Component
class DecideRequirement {
    private final RequirementRepository requirements;
    private final LineProgress progress;
    private final RequirementJournal journal;
    private final Clock clock;

    DecideRequirement(RequirementRepository requirements, LineProgress progress, RequirementJournal journal, Clock clock) {
        this.requirements = requirements;
        this.progress = progress;
        this.journal = journal;
        this.clock = clock;
    }

    CommandResult submit(UUID id, int version) {
        return on(id, version, Event.SUBMIT, row -> {
            requirements.wrote(id, RequirementJournal.writer());
            return move(row, Event.SUBMIT, null);
        });
    }

    /** Not by whoever wrote or submitted it; and behind a machine's key may be anybody, so a key does not approve. */
    CommandResult approve(UUID id, int version) {
        return on(id, version, Event.APPROVE, row -> Tenancy.current().user() == null || requirements.isWriter(id, RequirementJournal.writer())
                ? new CommandResult.SeparationOfDuties("create-approve") : move(row, Event.APPROVE, null));
    }

    CommandResult reject(UUID id, @Nullable String reason, int version) {
        return on(id, version, Event.REJECT, row -> because(reason, row, Event.REJECT));
    }

    CommandResult close(UUID id, int version) {
        return on(id, version, Event.CLOSE, row -> move(row, Event.CLOSE, null));
    }

    CommandResult cancel(UUID id, @Nullable String reason, int version) {
        return on(id, version, Event.CANCEL, row -> because(reason, row, Event.CANCEL));
    }

    private CommandResult because(@Nullable String reason, RequirementRow row, Event event) {
        if (reason == null || reason.isBlank()) {
            return CommandResult.invalid("reason", "required");
        }
        return reason.strip().length() > 500 ? CommandResult.invalid("reason", "tooLong") : move(row, event, reason.strip());
    }

    private CommandResult on(UUID id, int version, Event event, Function<RequirementRow, CommandResult> command) {
        Optional<RequirementRow> found = requirements.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        RequirementRow row = found.get();
        if (row.version() != version) {
            return new CommandResult.StaleVersion(row.version());
        }
        return RequirementTransition.next(row.state(), event, guards(id)).isEmpty() ? new CommandResult.IllegalTransition(row.state().name(), event.name()) : command.apply(row);
    }

    Set<Guard> guards(UUID requirement) {
        Set<Guard> holding = EnumSet.noneOf(Guard.class);
        var lines = progress.of(requirement).values();
        if (lines.stream().noneMatch(LineProgress.Progress::asked)) {
            holding.add(Guard.NOTHING_ASKED);
            if (lines.stream().noneMatch(line -> line.ordered().signum() > 0)) {
                holding.add(Guard.NOTHING_DONE);
            }
        }
        return holding;
    }

    private CommandResult move(RequirementRow row, Event event, @Nullable String reason) {
        RequirementState next = RequirementTransition.next(row.state(), event, guards(row.id())).orElseThrow();
        requirements.move(row.id(), next, reason, OffsetDateTime.now(clock));
        journal.record(row, event.name(), row.state(), next, row.version() + 1, reason == null ? Map.of() : Map.of("reason", reason));
        return new CommandResult.Done(row.id(), row.version() + 1);
    }
}
