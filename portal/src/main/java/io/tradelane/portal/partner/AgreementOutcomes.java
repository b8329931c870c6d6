package io.tradelane.portal.partner;

import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.AgreementChange;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a change of an agreement ended, for people and for programs. */
@Component
class AgreementOutcomes {
    private final Words words;

    AgreementOutcomes(Words words) {
        this.words = words;
    }

    /** @param done key of what is said when it took effect */
    void tell(AgreementChange change, String done, RedirectAttributes next) {
        switch (change) {
            case AgreementChange.Done ok -> Toast.ok(next, words.text(done));
            case AgreementChange.Stale stale -> Toast.bad(next, words.text("outcome.stale"));
            case AgreementChange.Illegal illegal -> Toast.bad(next, words.text("outcome.illegal"));
            case AgreementChange.SameHands two -> Toast.bad(next, words.text("agreement.needsTwo"));
            case AgreementChange.EndWanted wanted -> Toast.ok(next, words.text("agreement.endWanted"));
            case AgreementChange.Invalid invalid -> Toast.bad(next, words.text("agreement.problem." + invalid.code()));
            case AgreementChange.NotFound gone -> throw new NotFound();
        }
    }

    /** @return the number of the version; 0 where it is about no version @throws Problem unless it took effect */
    static int require(AgreementChange change) {
        return switch (change) {
            case AgreementChange.Done done -> done.version();
            case AgreementChange.Stale stale ->
                    throw new Problem(HttpStatus.PRECONDITION_FAILED, "stale-version", "The draft has changed; it is now at " + stale.edits() + ".");
            case AgreementChange.Illegal illegal ->
                    throw new Problem(HttpStatus.CONFLICT, "illegal-transition", "It is not possible in state " + illegal.state() + ".");
            case AgreementChange.SameHands two ->
                    throw new Problem(HttpStatus.FORBIDDEN, "sod-violation", "Whoever changed it may not put it into force.");
            case AgreementChange.EndWanted wanted -> 0;
            case AgreementChange.Invalid invalid -> throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    List.of(Map.of("pointer", "/" + invalid.field(), "code", invalid.code())));
            case AgreementChange.NotFound gone -> throw new NotFound();
        };
    }
}
