package io.tradelane.portal.frame;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.AlreadyDone;
import io.tradelane.trading.order.CommandResult.Done;
import io.tradelane.trading.order.CommandResult.IllegalTransition;
import io.tradelane.trading.order.CommandResult.Invalid;
import io.tradelane.trading.order.CommandResult.NotFound;
import io.tradelane.trading.order.CommandResult.SeparationOfDuties;
import io.tradelane.trading.order.CommandResult.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells a person how a command ended. */
@Component
public class Outcomes {
    private final Words words;

    Outcomes(Words words) {
        this.words = words;
    }

    /**
     * For a command without a form to go back to.
     *
     * @param done message key for success
     * @throws io.tradelane.portal.frame.NotFound if what it was about is not there
     */
    public void tell(CommandResult result, String done, RedirectAttributes next) {
        switch (result) {
            case Done ok -> Toast.ok(next, words.text(done));
            case AlreadyDone repeated -> Toast.ok(next, words.text("outcome.repeated"));
            case NotFound gone -> throw new io.tradelane.portal.frame.NotFound();
            default -> Toast.bad(next, reason(result));
        }
    }

    /** Whether it took effect, now or before. */
    public static boolean done(CommandResult result) {
        return result instanceof Done || result instanceof AlreadyDone;
    }

    /** Why it did not take effect, in a sentence. */
    public String reason(CommandResult result) {
        return switch (result) {
            case StaleVersion stale -> words.text("outcome.stale");
            case IllegalTransition illegal -> words.text("outcome.illegal");
            case SeparationOfDuties duties -> words.text("outcome.duties");
            case Invalid invalid -> words.text("problem." + invalid.problems().getFirst().code());
            case NotFound gone -> words.text("outcome.gone");
            case Done ok -> "";
            case AlreadyDone repeated -> "";
        };
    }

    /** Puts the reasons beside the fields of a form: those of {@code Invalid} at theirs, any other at {@code field}. */
    public void explain(CommandResult result, String field, Problems problems) {
        if (result instanceof Invalid invalid) {
            invalid.problems().forEach(problem -> problems.add(problem.field(), words.textOr("problem." + problem.code(), problem.code())));
        } else if (result instanceof NotFound) {
            throw new io.tradelane.portal.frame.NotFound();
        } else if (!done(result)) {
            problems.add(field, reason(result));
        }
    }
}
