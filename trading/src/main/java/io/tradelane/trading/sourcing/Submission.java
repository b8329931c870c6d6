package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.Refusal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of an offer, however it came. */
sealed interface Submission {

    record Made(UUID quote, int version) implements Submission {}

    /** The same came before. */
    record Repeated(UUID quote, int version) implements Submission {}

    record Stale(int actual) implements Submission {}

    /** Nothing is known of such a request between the two. */
    record Unknown(String request) implements Submission {}

    /** The bidding has ended. */
    record Ended(OffsetDateTime deadline) implements Submission {}

    /** The round is for others. */
    record NotShortlisted() implements Submission {}

    /** The negotiation has ended: both agreed. */
    record Decided(QuoteState state) implements Submission {}

    /** Under the same number came something else before. */
    record Conflict(String number) implements Submission {}

    record UnknownLine(String line) implements Submission {}

    /** Another unit than asked for. */
    record OtherUnit(String line) implements Submission {}

    /** @param line the offer's line; {@code null}: the offer as a whole */
    record Wrong(List<Fault> faults) implements Submission {
        record Fault(Refusal refusal, String field, String code, @Nullable String line, Object... details) {}
    }

    /** As a message's verdict. */
    default ApplyResult verdict() {
        return switch (this) {
            case Made made -> new ApplyResult.Applied(made.quote());
            case Repeated repeated -> new ApplyResult.NoEffect("the quotation stands already", repeated.quote());
            case Stale stale -> throw new IllegalStateException("a message expects no version");
            case Unknown unknown -> new ApplyResult.Held(HoldReason.UNKNOWN_REQUEST, unknown.request());
            case Ended ended -> rejected(Refusal.BIDDING_ENDED.error(ended.deadline()));
            case NotShortlisted others -> rejected(Refusal.NOT_SHORTLISTED.error());
            case Decided decided -> rejected(Refusal.QUOTATION_DECIDED.error());
            case Conflict conflict -> new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "quotation " + conflict.number() + " came before with other content");
            case UnknownLine unknown -> new ApplyResult.Held(HoldReason.UNKNOWN_LINE, "line " + unknown.line());
            case OtherUnit other -> new ApplyResult.Held(HoldReason.NOT_COMPARABLE, "line " + other.line());
            case Wrong wrong -> new ApplyResult.Rejected(
                    wrong.faults().stream().map(fault -> fault.refusal().onLine(fault.line(), fault.details())).toList());
        };
    }

    /** As a person's result. */
    default CommandResult result() {
        return switch (this) {
            case Made made -> new CommandResult.Done(made.quote(), made.version());
            case Repeated repeated -> new CommandResult.AlreadyDone(repeated.quote(), repeated.version());
            case Stale stale -> new CommandResult.StaleVersion(stale.actual());
            case Unknown unknown -> new CommandResult.NotFound();
            case Ended ended -> CommandResult.invalid("deadline", "bidding-ended");
            case NotShortlisted others -> CommandResult.invalid("deadline", "not-shortlisted");
            case Decided decided -> new CommandResult.IllegalTransition(decided.state().name(), "QUOTE");
            case Conflict conflict -> CommandResult.invalid("number", "taken");
            case UnknownLine unknown -> CommandResult.invalid("lines[" + unknown.line() + "].lineNumber", "unknown");
            case OtherUnit other -> CommandResult.invalid("lines[" + other.line() + "].unit", "unit");
            case Wrong wrong -> new CommandResult.Invalid(wrong.faults().stream().map(fault -> new Problem(fault.field(), fault.code())).toList());
        };
    }

    private static ApplyResult rejected(ApplicationError error) {
        return new ApplyResult.Rejected(List.of(error));
    }
}
