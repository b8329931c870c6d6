package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.xml.Located.Later;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a plan over one document. */
final class ReadRun {
    /** Of one document, without those that are handed over. */
    private static final int MOST_ROWS = 1_000_000;

    private final ReadPlan plan;
    private final XmlStream stream;
    private final RowAssembly rows;
    private final boolean[] flags;
    private final int[] counters;
    private final @Nullable List<Pending>[] pending;
    private final OpenElements open = new OpenElements();

    /** Waits for the end of the element that decides about it; {@code step} is how far it has got in its conditions. */
    private sealed interface Pending {
        Located at();

        int step();
    }

    private record PendingText(Taking taking, Row row, RowAssembly.Text text, int step) implements Pending {

        @Override
        public Located at() {
            return taking.at();
        }
    }

    /** @param report what was found in it */
    private record PendingRow(Level level, Row row, XmlReport report, int step) implements Pending {

        @Override
        public Located at() {
            return level.at;
        }
    }

    @SuppressWarnings("unchecked") // an array of lists
    ReadRun(ReadPlan plan, XmlStream stream, RowAssembly rows) {
        this.plan = plan;
        this.stream = stream;
        this.rows = rows;
        this.flags = new boolean[plan.flags()];
        this.counters = new int[plan.counters()];
        this.pending = new List[plan.nodes()];
    }

    /** From the root element, whose start was just reached, to its end. */
    void read() throws IOException, XmlRefused {
        begin(plan.root());
        while (!open.isEmpty()) {
            switch (stream.next()) {
                case XmlStream.START -> {
                    Node node = open.node().child(stream.name());
                    if (node == null) {
                        stream.skip();
                    } else {
                        begin(node.hasSibling() ? node.in(stream.namespace()) : node);
                    }
                }
                case XmlStream.TEXT -> {
                    if (open.node().takesText) {
                        open.text(stream);
                    }
                }
                default -> end(open.node());
            }
        }
    }

    private void begin(Node node) throws XmlRefused {
        open.push(node, stream);
        for (int flag : node.resets) {
            flags[flag] = false;
        }
        for (int flag : node.raised) {
            flags[flag] = true;
        }
        for (int counter : node.counters) {
            counters[counter] = 0;
        }
        if (node.isTested()) {
            test(node);
        }
        for (Level level : node.rows) {
            if (Located.all(level.at.now(), flags)) {
                rows.begin(level, open.line(), open.column(), stream.offset());
            }
        }
        if (rows.kept() > MOST_ROWS) {
            throw stream.refused(XmlError.TOO_LARGE, null);
        }
        for (Node.AttributeTaking attribute : node.attributes) {
            String value = stream.attribute(attribute.attribute());
            if (value != null && !value.isBlank()) {
                take(attribute.taking(), value.strip());
            }
        }
    }

    private void test(Node node) {
        for (Node.AttributeTest test : node.attributeTests) {
            flags[test.flag()] = has(test.attribute(), test.values()) != test.negated();
        }
        for (Node.AttributeMark mark : node.attributeMarks) {
            if (has(mark.attribute(), mark.values())) {
                flags[mark.flag()] = !mark.negated();
            }
        }
        for (Node.Count count : node.counts) {
            counters[count.counter()] += Located.all(count.before(), flags) ? 1 : 0;
        }
        for (Node.IndexTest test : node.indexTests) {
            flags[test.flag()] = counters[test.counter()] == test.index();
        }
    }

    private boolean has(String attribute, Set<String> values) {
        String value = stream.attribute(attribute);
        return value != null && values.contains(value.strip());
    }

    private void end(Node node) {
        if (node.takesText) {
            String text = open.text();
            for (Node.Mark mark : node.marks) {
                if (mark.values().contains(text)) {
                    flags[mark.flag()] = !mark.negated();
                }
            }
            if (!text.isEmpty()) {
                for (Taking taking : node.takings) {
                    take(taking, text);
                }
            }
        }
        decide(node);
        for (Node.Check check : node.checks) {
            if (Located.all(check.flags(), flags)) {
                rows.check(check, open.line(), open.column());
            }
        }
        for (Level level : node.rows) {
            Row row = rows.end(level);
            if (row != null) {
                settle(level, row, rows.report(level), 0);
            }
        }
        decide(node);
        open.pop();
    }

    private void take(Taking taking, String text) {
        Row row = rows.open(taking.level());
        if (row == null || !Located.all(taking.at().now(), flags)) {
            return;
        }
        RowAssembly.Text found = new RowAssembly.Text(text, open.format(), open.line(), open.column());
        if (taking.at().later().length == 0) {
            rows.take(taking, found, row);
        } else {
            wait(new PendingText(taking, row, found, 0));
        }
    }

    private void settle(Level level, Row row, XmlReport report, int step) {
        if (step < level.at.later().length) {
            wait(new PendingRow(level, row, report, step));
        } else {
            rows.add(level, row, report);
        }
    }

    private void wait(Pending item) {
        int base = item.at().later()[item.step()].base().number;
        List<Pending> waiting = pending[base];
        if (waiting == null) {
            waiting = pending[base] = new ArrayList<>();
        }
        waiting.add(item);
    }

    /** What waited for the end of this element goes on, or is dropped. */
    private void decide(Node node) {
        List<Pending> waiting = node.defers ? pending[node.number] : null;
        if (waiting == null) {
            return;
        }
        for (Pending item : waiting) {
            Later[] later = item.at().later();
            if (Located.all(later[item.step()].flags(), flags)) {
                int next = item.step() + 1;
                switch (item) {
                    case PendingRow row -> settle(row.level(), row.row(), row.report(), next);
                    case PendingText text when next < later.length ->
                        wait(new PendingText(text.taking(), text.row(), text.text(), next));
                    case PendingText text -> rows.take(text.taking(), text.text(), text.row());
                }
            }
        }
        waiting.clear();
    }
}
