package io.tradelane.portal.inventory;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.inventory.StockResult;
import io.tradelane.trading.order.CommandResult;
import java.util.Optional;
import java.util.UUID;

/** Whose stock it is, and what became of a command on it, as pages and the API tell of all commands. */
final class Own {

    private Own() {}

    static UUID organisation() {
        return Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
    }

    static CommandResult answer(StockResult result) {
        return switch (result) {
            case StockResult.Done done -> new CommandResult.Done(done.id(), done.version());
            case StockResult.AlreadyDone repeated -> new CommandResult.AlreadyDone(repeated.id(), 1);
            case StockResult.StaleVersion stale -> new CommandResult.StaleVersion(stale.actual());
            case StockResult.Invalid invalid -> new CommandResult.Invalid(invalid.problems().stream()
                    .map(problem -> new CommandResult.Problem(problem.field(), problem.code())).toList());
            case StockResult.NotFound gone -> new CommandResult.NotFound();
        };
    }
}
