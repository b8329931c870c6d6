package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;

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

    /**
     * Begins a row below the current one of the level above, and takes what its first segment always gives; without
     * its condition there is no row.
     */
    record Begin(int level, int above, int child, int[] flags, Requirement[] requirements, TakingList expanded, TakingList compact)
            implements Action {

        @Override
        public void run(PlanRun run, Segment segment, boolean compactLayout) {
            Row parent = run.rows[above];
            boolean wanted = parent != null && run.marked(flags) && Requirement.all(requirements, segment, compactLayout);
            Row row = wanted ? run.stand(parent.add(child), segment) : null;
            run.rows[level] = row;
            if (row != null) {
                (compactLayout ? compact : expanded).take(run, segment, row);
            }
        }
    }

    /** Takes values of a segment that satisfies a condition; of each field, the first stays. */
    record Take(int level, int[] flags, Requirement[] requirements, TakingList expanded, TakingList compact) implements Action {

        @Override
        public void run(PlanRun run, Segment segment, boolean compactLayout) {
            Row row = run.rows[level];
            if (row != null && run.marked(flags) && Requirement.all(requirements, segment, compactLayout)) {
                (compactLayout ? compact : expanded).take(run, segment, row);
            }
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
