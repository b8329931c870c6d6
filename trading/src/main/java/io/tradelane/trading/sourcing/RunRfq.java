package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.sourcing.RfqTransition.Event;
import io.tradelane.trading.sourcing.RfqTransition.Guard;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the buyer does with a request as a whole: publish, extend, end the bidding, start a round, cancel. */
@Component
class RunRfq {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final SourcingMessages messages;
    private final SourcingJournal journal;
    private final OpenBids openBids;
    private final Clock clock;

    RunRfq(RfqRepository rfqs, InviteeRepository invitees, SourcingMessages messages, SourcingJournal journal, OpenBids openBids, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.messages = messages;
        this.journal = journal;
        this.openBids = openBids;
        this.clock = clock;
    }

    CommandResult publish(UUID id, int version) {
        return on(id, version, Event.PUBLISH, asked -> {
            List<RfqLineRow> lines = rfqs.lines(id);
            List<Problem> problems = RfqChecks.publishing(asked.rfq(), lines, asked.invitees(), asked.now());
            if (!problems.isEmpty()) {
                return new CommandResult.Invalid(problems);
            }
            move(asked, Event.PUBLISH, asked.rfq().round(), null, null, Map.of("number", asked.rfq().number(), "deadline", asked.rfq().deadline().toString()));
            RfqRow published = rfqs.find(id).orElseThrow();
            asked.suppliers().forEach(supplier -> messages.request(published, lines, supplier, MessageContext.NONE, "v1"));
            return done(asked);
        });
    }

    CommandResult extend(UUID id, OffsetDateTime deadline, int version) {
        return on(id, version, Event.EXTEND, asked -> {
            if (!deadline.isAfter(asked.rfq().deadline()) || !deadline.isAfter(asked.now())) {
                return CommandResult.invalid("deadline", "earlier");
            }
            move(asked, Event.EXTEND, asked.rfq().round(), deadline, null, Map.of("deadline", deadline.toString()));
            RfqRow extended = rfqs.find(id).orElseThrow();
            List<RfqLineRow> lines = rfqs.lines(id);
            asked.suppliers().forEach(supplier -> messages.request(extended, lines, supplier, MessageContext.NONE, "until:" + deadline.toInstant()));
            return done(asked);
        });
    }

    CommandResult close(UUID id, int version) {
        return on(id, version, Event.CLOSE, asked -> {
            move(asked, Event.CLOSE, asked.rfq().round(), null, null, Map.of());
            openBids.open(asked.rfq());
            return done(asked);
        });
    }

    CommandResult startRound(UUID id, OffsetDateTime deadline, Set<UUID> shortlist, int version) {
        return on(id, version, Event.START_ROUND, asked -> {
            if (!deadline.isAfter(asked.now())) {
                return CommandResult.invalid("deadline", "in-the-past");
            }
            Set<UUID> quoted = Set.copyOf(asked.invitees().stream().filter(invitee -> invitee.state() == InviteeState.QUOTED).map(InviteeRow::supplierOrgId).toList());
            if (shortlist.isEmpty() || !quoted.containsAll(shortlist)) {
                return CommandResult.invalid("suppliers", "not-quoted");
            }
            int round = asked.rfq().round() + 1;
            invitees.shortlist(id, shortlist);
            RfqState next = next(asked, Event.START_ROUND);
            rfqs.move(id, next, round, deadline, null, asked.now());
            journal.request(asked.rfq(), shortlist, Event.START_ROUND.name(), next, MessageContext.NONE,
                    Map.of("round", String.valueOf(round), "deadline", deadline.toString()));
            return done(asked);
        });
    }

    CommandResult cancel(UUID id, @Nullable String reason, int version) {
        return on(id, version, Event.CANCEL, asked -> {
            if (reason == null || reason.isBlank()) {
                return CommandResult.invalid("reason", "required");
            }
            move(asked, Event.CANCEL, asked.rfq().round(), null, reason, Map.of("reason", reason));
            return done(asked);
        });
    }

    CommandResult answer(UUID id, UUID question, String answer, int version) {
        return on(id, version, Event.ANSWER, asked -> {
            if (answer.isBlank()) {
                return CommandResult.invalid("answer", "required");
            }
            if (!invitees.answer(id, question, answer.strip(), asked.now())) {
                return new CommandResult.NotFound();
            }
            move(asked, Event.ANSWER, asked.rfq().round(), null, null, Map.of("answer", answer.strip()));
            return done(asked);
        });
    }

    private record Asked(RfqRow rfq, List<InviteeRow> invitees, OffsetDateTime now) {
        List<UUID> suppliers() {
            return invitees.stream().map(InviteeRow::supplierOrgId).toList();
        }
    }

    /** Locks what the command is about and says what cannot be before it is carried out. */
    private CommandResult on(UUID id, int version, Event event, Function<Asked, CommandResult> command) {
        Optional<RfqRow> found = rfqs.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        RfqRow rfq = found.get();
        if (rfq.version() != version) {
            return new CommandResult.StaleVersion(rfq.version());
        }
        Asked asked = new Asked(rfq, invitees.lockAll(id), OffsetDateTime.now(clock));
        boolean ended = rfq.state() == RfqState.OPEN && !rfq.takesQuotes(asked.now()) && event != Event.CANCEL;
        if (ended || RfqTransition.next(rfq.state(), event, guards(rfq, asked.invitees())).isEmpty()) {
            return new CommandResult.IllegalTransition(rfq.state().name(), event.name());
        }
        return command.apply(asked);
    }

    static Set<Guard> guards(RfqRow rfq, List<InviteeRow> invitees) {
        Set<Guard> holding = EnumSet.noneOf(Guard.class);
        boolean quoted = invitees.stream().anyMatch(invitee -> invitee.state() == InviteeState.QUOTED);
        holding.add(quoted ? Guard.QUOTED : Guard.NOT_QUOTED);
        if (quoted && invitees.stream().allMatch(invitee -> invitee.state().answered())) {
            holding.add(Guard.ALL_ANSWERED);
        }
        if (!rfq.sealed()) {
            holding.add(Guard.NOT_SEALED);
        }
        if (rfq.round() < rfq.roundsMax()) {
            holding.add(Guard.ROUNDS_LEFT);
        }
        return holding;
    }

    private static RfqState next(Asked asked, Event event) {
        return RfqTransition.next(asked.rfq().state(), event, guards(asked.rfq(), asked.invitees())).orElseThrow();
    }

    private void move(Asked asked, Event event, int round, @Nullable OffsetDateTime deadline, @Nullable String reason, Map<String, String> details) {
        RfqState next = next(asked, event);
        rfqs.move(asked.rfq().id(), next, round, deadline, reason, asked.now());
        // What is cancelled as a draft was never with the suppliers.
        List<UUID> readers = asked.rfq().publishedAt() == null && event != Event.PUBLISH ? List.of() : asked.suppliers();
        journal.request(asked.rfq(), readers, event.name(), next, MessageContext.NONE, new LinkedHashMap<>(details));
    }

    private static CommandResult done(Asked asked) {
        return new CommandResult.Done(asked.rfq().id(), asked.rfq().version() + 1);
    }
}
