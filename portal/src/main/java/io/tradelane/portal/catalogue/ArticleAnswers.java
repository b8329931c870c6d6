package io.tradelane.portal.catalogue;

import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.order.CommandResult;

/** What became of a command on an article, as pages and the API tell of all commands. */
final class ArticleAnswers {

    private ArticleAnswers() {}

    static CommandResult of(ArticleResult result) {
        return switch (result) {
            case ArticleResult.Done done -> new CommandResult.Done(done.id(), done.version());
            case ArticleResult.Waiting waiting -> new CommandResult.Done(waiting.id(), waiting.version());
            case ArticleResult.SeparationOfDuties duties -> new CommandResult.SeparationOfDuties(duties.rule());
            case ArticleResult.StaleVersion stale -> new CommandResult.StaleVersion(stale.actual());
            case ArticleResult.IllegalTransition illegal -> new CommandResult.IllegalTransition(illegal.state().name(), illegal.event().name());
            case ArticleResult.Invalid invalid -> new CommandResult.Invalid(invalid.problems().stream()
                    .map(problem -> new CommandResult.Problem(problem.field(), problem.code())).toList());
            case ArticleResult.NotFound gone -> new CommandResult.NotFound();
        };
    }
}
