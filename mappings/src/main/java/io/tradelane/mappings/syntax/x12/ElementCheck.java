package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.x12.grammar.Condition;
import io.tradelane.mappings.syntax.x12.grammar.Element;
import io.tradelane.mappings.syntax.x12.grammar.ElementType;
import io.tradelane.mappings.syntax.x12.grammar.SegmentRules;
import io.tradelane.mappings.syntax.x12.grammar.ValueCheck;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Checks the elements of a segment against its rules. The usual case costs neither an object nor a second look. */
final class ElementCheck {

    /** ISA13 and IEA02, ST02 and SE02. */
    private static final Set<String> CONTROL_NUMBERS = Set.of("I12", "329");

    private final Findings findings;
    private Severity codeSeverity;
    private boolean shortDates;
    private Segment segment;
    private SegmentRules rules;

    ElementCheck(Findings findings, Strictness codeLists) {
        this.findings = findings;
        this.codeSeverity = codeLists.severity();
    }

    void weigh(Strictness codeLists) {
        codeSeverity = codeLists.severity();
    }

    /** Whether dates may have six digits, as before 004010. */
    void allowShortDates(boolean allowed) {
        shortDates = allowed;
    }

    void check(Segment segment, SegmentRules rules) {
        boolean usual = !segment.isBroken() && !segment.isMultiByte() && !segment.repeats() && !segment.isForeign();
        if (!usual || !rules.isClean(segment, shortDates)) {
            checkClosely(segment, rules);
        }
    }

    private void checkClosely(Segment segment, SegmentRules rules) {
        this.segment = segment;
        this.rules = rules;
        int sent = segment.elements();
        if (sent == 0) {
            findings.add(X12Error.SEGMENT_EMPTY, segment.position(), null, null);
            return;
        }
        long present = 0;
        for (int element = 1; element <= rules.size(); element++) {
            boolean filled = element <= sent && isFilled(element);
            present |= filled ? 1L << element : 0;
            if (filled) {
                repetitions(element);
            } else if (rules.part(element).mandatory()) {
                report(X12Error.ELEMENT_MISSING, element, 0, null, rules.part(element).name());
            }
        }
        conditions(present);
        if (sent > rules.size()) {
            tooMany(sent);
        } else if (!isFilled(sent)) {
            report(X12Error.TRAILING_SEPARATORS, sent, 0, null, null);
        }
    }

    private boolean isFilled(int element) {
        for (int index = segment.first(element); index < segment.first(element + 1); index++) {
            if (!segment.isEmpty(index) && (!segment.isBroken() || segment.plain(index) > 0)) {
                return true;
            }
        }
        return false;
    }

    private void tooMany(int sent) {
        for (int element = rules.size() + 1; element <= sent; element++) {
            if (isFilled(element)) {
                if (!rules.isOpen()) {
                    report(X12Error.TOO_MANY_ELEMENTS, element, 0, segment.text(segment.first(element)), String.valueOf(rules.size()));
                }
                return;
            }
        }
        report(X12Error.TRAILING_SEPARATORS, rules.size(), 0, null, null);
    }

    private void conditions(long present) {
        for (Condition condition : rules.conditions()) {
            if (!condition.holds(present)) {
                long wrong = condition.wrong(present);
                X12Error error = condition.kind() == 'E' ? X12Error.ELEMENTS_EXCLUDE_EACH_OTHER : X12Error.CONDITION_UNMET;
                add(error, severity(condition, wrong), Long.numberOfTrailingZeros(wrong), 0, null, condition.name());
            }
        }
    }

    /**
     * A segment that says less than it could, or the same twice, and a qualifier without its value leave nothing
     * doubtful; a value without its qualifier does.
     */
    private Severity severity(Condition condition, long wrong) {
        boolean harmless = switch (condition.kind()) {
            case 'R', 'E' -> true;
            case 'P' -> LongStream.range(1, Long.SIZE).filter(bit -> (wrong & 1L << bit) != 0)
                    .mapToObj(bit -> rules.part((int) bit).components().getFirst().element().type())
                    .noneMatch(type -> type == ElementType.ID);
            default -> false;
        };
        return harmless ? Severity.WARNING : Severity.ERROR;
    }

    private void repetitions(int element) {
        int from = segment.first(element);
        int last = segment.first(element + 1);
        int count = 1;
        for (int i = from + 1; segment.repeats() && i < last; i++) {
            if (segment.begins(i)) {
                components(element, from, i);
                from = i;
                count++;
            }
        }
        components(element, from, last);
        if (count > rules.part(element).repeat()) {
            report(X12Error.ELEMENT_REPEATED_TOO_OFTEN, element, 0, String.valueOf(count), String.valueOf(rules.part(element).repeat()));
        }
    }

    private void components(int element, int first, int last) {
        int sent = last - first;
        int known = rules.part(element).components().size();
        for (int c = 1; c <= Math.max(sent, known); c++) {
            boolean empty = c > sent || segment.isEmpty(first + c - 1);
            SegmentRules.Component component = rules.component(element, c);
            if (component == null) {
                if (!empty) {
                    report(X12Error.TOO_MANY_COMPONENTS, element, c, segment.text(first + c - 1), String.valueOf(known));
                    return;
                }
            } else if (!empty) {
                value(element, c, first + c - 1, component.element());
            } else if (component.mandatory() && rules.part(element).composite()) {
                report(X12Error.COMPONENT_MISSING, element, c, null, component.element().name());
            }
        }
    }

    private void value(int element, int c, int index, Element rule) {
        byte[] bytes = segment.buffer();
        int from = segment.start(index);
        int to = segment.end(index);
        if (segment.isBroken()) {
            to = segment.plain(index);
            bytes = segment.scratch();
            from = 0;
        }
        int component = rules.part(element).composite() ? c : 0;
        if (from == to) {
            return;
        }
        switch (rule.type()) {
            case AN, ID -> text(element, component, index, bytes, from, to, rule);
            case N, R -> number(element, component, index, ValueCheck.digits(bytes, from, to, rule.type() == ElementType.R), rule);
            case DT -> date(element, component, index, bytes, from, to, rule);
            case TM -> {
                if (!ValueCheck.isTime(bytes, from, to) || to - from > rule.max()) {
                    report(X12Error.TIME_INVALID, element, component, segment.text(index), rule.max() == 4 ? "HHMM" : "HHMM[SS[DD]]");
                }
            }
            case B -> { }
        }
    }

    private void text(int element, int component, int index, byte[] bytes, int from, int to, Element rule) {
        int length = segment.isMultiByte() ? segment.text(index).length() : to - from;
        if (length > rule.max()) {
            Severity severity = isPadded(bytes, from, to, rule.max()) ? Severity.WARNING : Severity.ERROR;
            add(X12Error.ELEMENT_TOO_LONG, severity, element, component, segment.text(index), String.valueOf(rule.max()));
        } else if (length < rule.min()) {
            tooShort(element, component, index, rule);
        } else if (rule.codes() != null && !rule.codes().contains(bytes, from, to)) {
            add(X12Error.CODE_UNKNOWN, codeSeverity, element, component, segment.text(index), rule.id());
        }
    }

    /** Blanks at the end say nothing (X12.6, 3.3.2); what they are behind may be long enough. */
    private static boolean isPadded(byte[] bytes, int from, int to, int max) {
        for (int i = from + max; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return bytes[from] != ' ';
    }

    private void number(int element, int component, int index, int digits, Element rule) {
        if (digits < 0) {
            report(X12Error.NOT_NUMERIC, element, component, segment.text(index), rule.decimals() > 0 ? "N" + rule.decimals() : rule.type().name());
        } else if (digits > rule.max()) {
            report(X12Error.ELEMENT_TOO_LONG, element, component, segment.text(index), String.valueOf(rule.max()));
        } else if (digits < rule.min()) {
            tooShort(element, component, index, rule);
        }
    }

    /** Control numbers are compared whatever their length. */
    private void tooShort(int element, int component, int index, Element rule) {
        boolean number = CONTROL_NUMBERS.contains(rule.id());
        add(X12Error.ELEMENT_TOO_SHORT, number ? Severity.WARNING : Severity.ERROR, element, component, segment.text(index),
                String.valueOf(rule.min()));
    }

    private void date(int element, int component, int index, byte[] bytes, int from, int to, Element rule) {
        boolean known = ValueCheck.isDate(bytes, from, to);
        boolean right = to - from == rule.max() || shortDates && to - from == 6;
        if (isNothing(bytes, from, to)) {
            add(X12Error.DATE_INVALID, Severity.WARNING, element, component, segment.text(index), "CCYYMMDD");
        } else if (!known || to - from > rule.max()) {
            report(X12Error.DATE_INVALID, element, component, segment.text(index), rule.max() == 6 ? "YYMMDD" : "CCYYMMDD");
        } else if (!right) {
            add(X12Error.DATE_INVALID, dateSeverity(), element, component, segment.text(index), "CCYYMMDD");
        }
    }

    /** Zeros: some write them where they have no date. */
    private static boolean isNothing(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != '0') {
                return false;
            }
        }
        return true;
    }

    /** Some still write the group's date as they did before 004010; it is clear what they mean, and nothing depends on it. */
    private Severity dateSeverity() {
        return segment.tagText().equals("GS") ? Severity.WARNING : Severity.ERROR;
    }

    private void report(X12Error error, int element, int component, @Nullable String value, @Nullable String expected) {
        add(error, error.severity(), element, component, value, expected);
    }

    private void add(
            X12Error error, Severity severity, int element, int component, @Nullable String value, @Nullable String expected) {
        if (findings.full()) {
            findings.countOnly(severity);
            return;
        }
        String path = segment.tagText() + (element < 10 ? "0" : "") + element + (component > 0 ? "-" + component : "");
        findings.add(error, severity, segment.position(element, component), value, expected, path);
    }
}
