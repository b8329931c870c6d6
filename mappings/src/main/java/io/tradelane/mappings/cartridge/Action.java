package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;

/**
 * What a plan does when a segment arrives at a node, if the segment satisfies the requirements and the flags were set
 * above it. One class for all, so that a message runs through one loop without a virtual call.
 */
final class Action {

    enum Kind {
        /** Remembers whether the segment that leads a group satisfies a condition, for what comes below it. */
        MARK,
        /** Begins a row below the current one of the level above, and takes what its first segment always gives. */
        BEGIN,
        /** Takes values; of each field, the first stays. */
        TAKE,
        /** Appends all values there are. */
        JOIN
    }

    private static final int[] NO_FLAGS = {};

    final Kind kind;
    final int level;
    private final int[] flags;
    private final Requirement[] requirements;
    /** MARK: the flag; BEGIN: the kind of row in the level above; JOIN: the field. */
    private final int target;
    private final int above;
    final TakingList expanded;
    final TakingList compact;
    private final String between;

    private Action(
            Kind kind, int level, int[] flags, Requirement[] requirements, int target, int above, TakingList expanded, TakingList compact,
            String between) {
        this.kind = kind;
        this.level = level;
        this.flags = flags;
        this.requirements = requirements;
        this.target = target;
        this.above = above;
        this.expanded = expanded;
        this.compact = compact;
        this.between = between;
    }

    static Action mark(int flag, Requirement[] requirements) {
        return new Action(Kind.MARK, 0, NO_FLAGS, requirements, flag, 0, TakingList.NONE, TakingList.NONE, "");
    }

    static Action begin(int level, int above, int child, int[] flags, Requirement[] requirements) {
        return new Action(Kind.BEGIN, level, flags, requirements, child, above, TakingList.NONE, TakingList.NONE, "");
    }

    static Action take(int level, int[] flags, Requirement[] requirements) {
        return new Action(Kind.TAKE, level, flags, requirements, 0, 0, TakingList.NONE, TakingList.NONE, "");
    }

    /** @param expanded the places whose values are appended, in this order */
    static Action join(
            int level, int slot, int[] flags, Requirement[] requirements, TakingList expanded, TakingList compact, String between) {
        return new Action(Kind.JOIN, level, flags, requirements, slot, 0, expanded, compact, between);
    }

    boolean isUnconditional() {
        return flags.length == 0 && requirements.length == 0;
    }

    /** The same with one value more. */
    Action and(Taking inExpanded, Taking inCompact) {
        return new Action(
                kind, level, flags, requirements, target, above, expanded.and(inExpanded), compact.and(inCompact), between);
    }

    void run(PlanRun run, Segment segment, boolean compactLayout) {
        TakingList takings = compactLayout ? compact : expanded;
        switch (kind) {
            case MARK -> run.flags[target] = Requirement.all(requirements, segment, compactLayout);
            case BEGIN -> {
                Row parent = run.rows[above];
                boolean wanted = parent != null && applies(run, segment, compactLayout);
                Row row = wanted ? run.stand(parent.add(target), segment) : null;
                run.rows[level] = row;
                if (row != null) {
                    takings.take(run, segment, row);
                }
            }
            case TAKE -> {
                Row row = run.rows[level];
                if (row != null && applies(run, segment, compactLayout)) {
                    takings.take(run, segment, row);
                }
            }
            case JOIN -> {
                Row row = run.rows[level];
                if (row != null && applies(run, segment, compactLayout)) {
                    takings.join(segment, row, target, between);
                }
            }
        }
    }

    private boolean applies(PlanRun run, Segment segment, boolean compactLayout) {
        return (flags.length == 0 || run.marked(flags))
                && (requirements.length == 0 || Requirement.all(requirements, segment, compactLayout));
    }
}
