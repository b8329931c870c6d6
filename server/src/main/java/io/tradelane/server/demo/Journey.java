package io.tradelane.server.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Plays the steps in their order. What has happened already is said and not done again, so that a second run resumes. */
final class Journey {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 150;

    private final List<Step> steps;
    private final PrintStream out;
    private final String portal;

    Journey(List<Step> steps, PrintStream out, String portal) {
        this.steps = steps;
        this.out = out;
        this.portal = portal;
    }

    /** @return whether every step happened */
    boolean play() {
        List<Boolean> before = steps.stream().map(step -> step.outcome().get().isPresent()).toList();
        for (int i = 0; i < steps.size(); i++) {
            if (!play(i + 1, steps.get(i), before.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean play(int number, Step step, boolean before) {
        Optional<String> page = step.outcome().get();
        String mark = before ? "already" : "done";
        if (page.isEmpty()) {
            try {
                step.act().run();
                page = await(step);
            } catch (Exception failure) {
                if (failure instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                out.printf("%2d. %-7s %s%n            %s%n", number, "FAILED", step.title(), failure);
                return false;
            }
        }
        if (page.isEmpty()) {
            out.printf("%2d. %-7s %s%n            not seen within %d seconds%n", number, "FAILED", step.title(), PATIENCE.toSeconds());
            return false;
        }
        out.printf("%2d. %-7s %s%n            %s%s%n", number, mark, step.title(), portal, page.get());
        return true;
    }

    private static Optional<String> await(Step step) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> page = step.outcome().get();
        while (page.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            page = step.outcome().get();
        }
        return page;
    }
}
