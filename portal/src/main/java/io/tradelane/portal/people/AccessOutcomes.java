package io.tradelane.portal.people;

import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.people.AccessOutcome;
import io.tradelane.trading.people.AccessOutcome.Done;
import io.tradelane.trading.people.AccessOutcome.Invalid;
import io.tradelane.trading.people.AccessOutcome.SeparationOfDuties;
import io.tradelane.trading.people.AccessOutcome.Waiting;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells people and programs how a change of somebody's rights ended. */
@Component
class AccessOutcomes {
    private final Words words;

    AccessOutcomes(Words words) {
        this.words = words;
    }

    /** @param done message key for success */
    void tell(AccessOutcome outcome, String done, RedirectAttributes next) {
        switch (outcome) {
            case Done ok -> Toast.ok(next, words.text(done));
            case Waiting second -> Toast.ok(next, words.text("people.waiting"));
            case SeparationOfDuties duties -> Toast.bad(next, reason(outcome));
            case Invalid wrong -> Toast.bad(next, reason(outcome));
            case AccessOutcome.NotFound gone -> throw new NotFound();
        }
    }

    String reason(AccessOutcome outcome) {
        return switch (outcome) {
            case SeparationOfDuties duties -> words.text("people.duties." + duties.rule());
            case Invalid wrong -> words.text("people.problem." + wrong.code());
            case Done ok -> "";
            case Waiting second -> words.text("people.waiting");
            case AccessOutcome.NotFound gone -> throw new NotFound();
        };
    }

    /** For the API: 403 for separation of duties, 422 for wrong input. @return whether it took effect at once */
    static boolean require(AccessOutcome outcome) {
        return switch (outcome) {
            case Done ok -> true;
            case Waiting second -> false;
            case SeparationOfDuties duties -> throw new Problem(HttpStatus.FORBIDDEN, "sod-violation", "The same person may not do both: " + duties.rule() + ".");
            case Invalid wrong -> throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    List.of(Map.of("pointer", "/" + wrong.field(), "code", wrong.code())));
            case AccessOutcome.NotFound gone -> throw new NotFound();
        };
    }
}
