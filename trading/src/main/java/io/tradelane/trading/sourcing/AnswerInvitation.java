package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.sourcing.RfqTransition.Event;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an invited supplier does with a request besides quoting: opens it, declines, asks. */
@Component
class AnswerInvitation {
    private static final int LONGEST_TEXT = 1000;
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final SourcingJournal journal;
    private final Clock clock;

    AnswerInvitation(RfqRepository rfqs, InviteeRepository invitees, SourcingJournal journal, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.journal = journal;
        this.clock = clock;
    }

    CommandResult view(UUID rfqId) {
        return on(rfqId, Event.VIEW, (rfq, invitee) -> {
            if (invitee.state() != InviteeState.INVITED) {
                return new CommandResult.AlreadyDone(rfqId, rfq.version());
            }
            move(invitee, InviteeState.VIEWED, null, Event.VIEW, Map.of());
            return new CommandResult.Done(rfqId, rfq.version());
        });
    }

    CommandResult decline(UUID rfqId, @Nullable String reason) {
        return on(rfqId, Event.DECLINE, (rfq, invitee) -> {
            if (reason == null || reason.isBlank()) {
                return CommandResult.invalid("reason", "required");
            }
            if (invitee.state() == InviteeState.DECLINED) {
                return new CommandResult.AlreadyDone(rfqId, rfq.version());
            }
            if (invitee.state() == InviteeState.QUOTED) {
                return new CommandResult.IllegalTransition(invitee.state().name(), Event.DECLINE.name());
            }
            move(invitee, InviteeState.DECLINED, reason.strip(), Event.DECLINE, Map.of("reason", reason.strip()));
            return new CommandResult.Done(rfqId, rfq.version());
        });
    }

    /** @param lineNumber what it is about; {@code null}: the request as a whole */
    CommandResult ask(UUID rfqId, @Nullable String lineNumber, String question) {
        return on(rfqId, Event.ASK, (rfq, invitee) -> {
            if (question.isBlank() || question.length() > LONGEST_TEXT) {
                return CommandResult.invalid("question", question.isBlank() ? "required" : "tooLong");
            }
            List<RfqLineRow> lines = rfqs.lines(rfqId);
            if (lineNumber != null && RfqLineRow.byNumber(lines, lineNumber).isEmpty()) {
                return CommandResult.invalid("lineNumber", "unknown");
            }
            UUID asked = invitees.ask(invitee, lineNumber, question.strip(), OffsetDateTime.now(clock));
            Map<String, String> details = new HashMap<>(Map.of("question", question.strip()));
            if (lineNumber != null) {
                details.put("line", lineNumber);
            }
            journal.invitee(invitee, Event.ASK.name(), null, details);
            return new CommandResult.Done(asked, rfq.version());
        });
    }

    private void move(InviteeRow invitee, InviteeState to, @Nullable String reason, Event event, Map<String, String> details) {
        invitees.move(invitee, to, reason, OffsetDateTime.now(clock));
        journal.invitee(invitee, event.name(), to, details);
    }

    private CommandResult on(UUID rfqId, Event event, BiFunction<RfqRow, InviteeRow, CommandResult> command) {
        UUID supplier = Tenancy.current().organisation();
        Optional<InviteeRow> invitee = supplier == null ? Optional.empty() : invitees.lock(rfqId, supplier);
        Optional<RfqRow> rfq = rfqs.find(rfqId);
        if (invitee.isEmpty() || rfq.isEmpty()) {
            return new CommandResult.NotFound();
        }
        boolean ended = !rfq.get().takesQuotes(OffsetDateTime.now(clock)) || RfqTransition.next(rfq.get().state(), event, Set.of()).isEmpty();
        return ended ? new CommandResult.IllegalTransition(rfq.get().state().name(), event.name()) : command.apply(rfq.get(), invitee.get());
    }
}
