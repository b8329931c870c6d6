package io.tradelane.server.demo;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One step of the journey.
 *
 * @param title what happens, in one sentence
 * @param outcome looks at the hub: a page that shows the outcome, or nothing while it has not happened
 * @param act makes it happen, through the real door
 */
record Step(String title, Supplier<Optional<String>> outcome, Action act) {

    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** The partner does nothing here: the hub's own reaction is waited for. */
    static Step hub(String title, Supplier<Optional<String>> outcome) {
        return new Step(title, outcome, () -> {});
    }
}
