package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one message being read stands in its grammar. Used by one thread, again for every message of a type. */
public final class Course {

    /** What became of a segment. */
    public enum Verdict {
        FITS,
        /** It fits, but mandatory ones were left out: {@link #skipped()}. */
        LEAVES_OUT,
        SEGMENT_TOO_OFTEN,
        GROUP_TOO_OFTEN,
        OUT_OF_ORDER,
        UNKNOWN
    }

    private final MessageGrammar grammar;
    private final int[] counts;
    private Node current;
    private @Nullable Step taken;

    public Course(MessageGrammar grammar) {
        this.grammar = grammar;
        this.counts = new int[grammar.nodes().size()];
        this.current = grammar.root();
    }

    public MessageGrammar grammar() {
        return grammar;
    }

    /** Whether the message has such a segment anywhere. */
    public boolean knows(int tag) {
        return grammar.knows(tag);
    }

    public void restart() {
        Arrays.fill(counts, 0);
        current = grammar.root();
        taken = null;
    }

    /** The node of the last segment that had a place. */
    public Node current() {
        return current;
    }

    public Verdict advance(int tag) {
        Step[] steps = grammar.steps(current, tag);
        for (Step step : steps) {
            if (step.fits(counts)) {
                go(step);
                return step.complete() ? Verdict.FITS : Verdict.LEAVES_OUT;
            }
        }
        if (steps.length > 0) {
            go(steps[0]);
            return steps[0].entered().isGroup() ? Verdict.GROUP_TOO_OFTEN : Verdict.SEGMENT_TOO_OFTEN;
        }
        return grammar.knows(tag) ? Verdict.OUT_OF_ORDER : Verdict.UNKNOWN;
    }

    private void go(Step step) {
        Node entered = step.entered();
        counts[entered.index]++;
        if (entered.isGroup()) {
            Arrays.fill(counts, entered.index + 1, entered.end, 0);
            counts[step.target().index] = 1;
        }
        current = step.target();
        taken = step;
    }

    /** Mandatory segments and groups that the last step left out. */
    public List<Node> skipped() {
        return taken == null ? List.of() : taken.skipped();
    }

    /** The segment or group whose number of repetitions the last step counted. */
    public int allowed() {
        return taken == null ? 0 : taken.entered().max;
    }

    public List<Node> missingAtEnd() {
        return grammar.missingAfter(current);
    }

    public String expected() {
        return grammar.expectedAfter(current, 12);
    }
}
