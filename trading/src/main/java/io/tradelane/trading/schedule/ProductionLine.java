package io.tradelane.trading.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an order line is in production.
 *
 * @param needBy the day promised, else the one asked for
 * @param milestones one for each step, in their order
 */
public record ProductionLine(
        UUID orderLine, String lineNumber, @Nullable String description, @Nullable LocalDate needBy, List<Milestone> milestones, Risk risk) {

    /** @param changedAt {@code null}: nothing was said of it */
    public record Milestone(
            ProductionStep step, @Nullable LocalDate planned, @Nullable LocalDate actual, @Nullable String reason, @Nullable Instant changedAt, @Nullable String changedBy) {

        static Milestone none(ProductionStep step) {
            return new Milestone(step, null, null, null, null, null);
        }

        /** Whether its day is over and it is not done. */
        public boolean overdue(LocalDate today) {
            return actual == null && planned != null && planned.isBefore(today);
        }
    }

    public enum Risk {
        /** The supplier has not said anything. */
        UNKNOWN,
        ON_TIME,
        /** A step is not done on its day. */
        BEHIND,
        /** It will be finished after the day it is needed. */
        LATE,
        DONE
    }

    /** How many of the steps are done, in hundredths. */
    public int percent() {
        return (int) (milestones.stream().filter(milestone -> milestone.actual() != null).count() * 100 / milestones.size());
    }

    /** When it is, or will be, finished. */
    public @Nullable LocalDate finish() {
        Milestone last = milestones.getLast();
        return last.actual() != null ? last.actual() : last.planned();
    }

    static Risk risk(List<Milestone> milestones, @Nullable LocalDate needBy, LocalDate today) {
        Milestone last = milestones.getLast();
        LocalDate finish = last.actual() != null ? last.actual() : last.planned();
        if (finish != null && needBy != null && finish.isAfter(needBy)) {
            return Risk.LATE;
        }
        if (last.actual() != null) {
            return Risk.DONE;
        }
        if (milestones.stream().anyMatch(milestone -> milestone.overdue(today))) {
            return Risk.BEHIND;
        }
        return milestones.stream().allMatch(milestone -> milestone.planned() == null && milestone.actual() == null) ? Risk.UNKNOWN : Risk.ON_TIME;
    }
}
