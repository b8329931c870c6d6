package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import org.jspecify.annotations.Nullable;

/** A plan at work on one message: fills its rows as the segments come. */
final class PlanRun implements InterchangeHandler.SegmentHandler {

    private final ReadPlan plan;
    private final Findings findings;
    final @Nullable Row[] rows;
    final boolean[] flags;

    PlanRun(ReadPlan plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
        this.rows = new Row[plan.levels()];
        this.flags = new boolean[plan.flags()];
        rows[0] = new Row(plan.layout());
    }

    Row document() {
        return rows[0];
    }

    @Override
    public void segment(Segment segment, Node node, Layout layout) {
        Action[] actions = plan.actions(node);
        if (actions != null) {
            boolean compact = layout != node.segment.expanded();
            for (Action action : actions) {
                action.run(this, segment, compact);
            }
        }
    }

    boolean marked(int[] wanted) {
        for (int flag : wanted) {
            if (!flags[flag]) {
                return false;
            }
        }
        return true;
    }

    Row stand(Row row, Segment segment) {
        row.stands(segment.line(), segment.column(), segment.offset(), segment.tag(), segment.segmentPosition());
        return row;
    }

    /** Not as it says, though what is meant is clear. */
    void unlike(Segment segment, Place.Address at, int index, String expected) {
        findings.add(EdifactError.VALUE_INVALID, Severity.WARNING, segment.position(at.element(), at.component()), segment.text(index), expected, null);
    }

    void invalid(Segment segment, Place.Address at, int index, String expected) {
        findings.add(EdifactError.VALUE_INVALID, segment.position(at.element(), at.component()), segment.text(index), expected);
    }
}
