package io.tradelane.portal.api;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.order.CommandResult;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** How a command's outcome is answered: 412 for a stale version, 409 for an illegal transition, 403 for separation of duties, 422 for wrong input. */
public final class Commands {

    private Commands() {}

    /** @throws Problem unless it took effect, now or before */
    public static void require(CommandResult result) {
        switch (result) {
            case CommandResult.Done done -> { }
            case CommandResult.AlreadyDone repeated -> { }
            case CommandResult.StaleVersion stale ->
                    throw new Problem(HttpStatus.PRECONDITION_FAILED, "stale-version", "It has changed; it is now at version " + stale.actual() + ".");
            case CommandResult.IllegalTransition illegal ->
                    throw new Problem(HttpStatus.CONFLICT, "illegal-transition", illegal.event() + " is not possible in state " + illegal.state() + ".");
            case CommandResult.SeparationOfDuties duties ->
                    throw new Problem(HttpStatus.FORBIDDEN, "sod-violation", "The same person may not do both: " + duties.rule() + ".");
            case CommandResult.Invalid invalid ->
                    throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", invalid.problems().stream()
                            .map(problem -> Map.of("pointer", problem.field(), "code", problem.code())).toList());
            case CommandResult.NotFound gone -> throw new NotFound();
        }
    }
}
