package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** What a plan does when a segment arrives at a node. */
sealed interface Action {

    void run(PlanRun run, Segment segment, boolean compact);

    /** Remembers whether the segment that leads a group satisfies a condition, for what comes below it. */
    record Mark(int flag, Requirement[] requirements) implements Action {

        @Override
        public void run(PlanRun run, Segment segment, boolean compact) {
            run.flags[flag] = Requirement.all(requirements, segment, compact);
        }
    }

    /** Begins a row below the current one of the level above; without its condition there is no row. */
    record Begin(int level, int above, int child, int[] flags, Requirement[] requirements) implements Action {

        @Override
        public void run(PlanRun run, Segment segment, boolean compact) {
            Row parent = run.rows[above];
            boolean wanted = parent != null && run.marked(flags) && Requirement.all(requirements, segment, compact);
            run.rows[level] = wanted ? run.stand(parent.add(child), segment) : null;
        }
    }

    /** Takes a value; the first stays. */
    record Take(
            int level, int slot, int[] flags, Requirement[] requirements, Place.Address expanded, Place.Address compact,
            Declaration.Type type, Place.@Nullable Address expandedFormat, Place.@Nullable Address compactFormat)
            implements Action {

        @Override
        public void run(PlanRun run, Segment segment, boolean compactLayout) {
            Place.Address at = compactLayout ? compact : expanded;
            int index = segment.find(at.element(), at.repetition(), at.component());
            if (index < 0) {
                return;
            }
            Row row = run.rows[level];
            if (row != null && row.value(slot) == null && run.marked(flags)
                    && Requirement.all(requirements, segment, compactLayout)) {
                row.value(slot, value(run, segment, at, index, compactLayout ? compactFormat : expandedFormat));
            }
        }

        private @Nullable Object value(
                PlanRun run, Segment segment, Place.Address at, int index, Place.@Nullable Address formatAt) {
            return switch (type) {
                case STRING -> ValueReader.text(segment, index);
                case DECIMAL -> ValueReader.decimal(segment, index);
                case INTEGER -> integer(run, segment, at, index);
                case DATE, DATE_TIME -> date(run, segment, at, index, formatAt);
            };
        }

        private static @Nullable BigDecimal integer(PlanRun run, Segment segment, Place.Address at, int index) {
            BigDecimal number = ValueReader.decimal(segment, index);
            if (number != null && number.stripTrailingZeros().scale() > 0) {
                run.invalid(segment, at, index, "an integer");
                return null;
            }
            return number;
        }

        private static @Nullable Temporal date(
                PlanRun run, Segment segment, Place.Address at, int index, Place.@Nullable Address formatAt) {
            int formatIndex = formatAt == null ? -1 : segment.find(formatAt.element(), formatAt.repetition(), formatAt.component());
            String format = formatIndex < 0 ? null : ValueReader.text(segment, formatIndex);
            Temporal date = DateReader.read(segment.text(index), format);
            if (date == null) {
                run.invalid(segment, at, index, format == null ? "a date" : "a date in format " + format);
            }
            return date;
        }
    }

    /** Appends all values there are. */
    record Join(
            int level, int slot, int[] flags, Requirement[] requirements, Place.Address[] expanded, Place.Address[] compact, String between)
            implements Action {

        @Override
        public void run(PlanRun run, Segment segment, boolean compactLayout) {
            Row row = run.rows[level];
            if (row == null || !run.marked(flags) || !Requirement.all(requirements, segment, compactLayout)) {
                return;
            }
            for (Place.Address at : compactLayout ? compact : expanded) {
                int index = segment.find(at.element(), at.repetition(), at.component());
                if (index >= 0) {
                    Object before = row.value(slot);
                    String text = segment.text(index);
                    row.value(slot, before == null ? text : before + between + text);
                }
            }
        }
    }
}
