package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.SegmentBytes;
import io.tradelane.mappings.syntax.SegmentValues;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import io.tradelane.mappings.syntax.x12.grammar.Condition;
import io.tradelane.mappings.syntax.x12.grammar.Element;
import io.tradelane.mappings.syntax.x12.grammar.ElementType;
import io.tradelane.mappings.syntax.x12.grammar.SegmentRules;
import io.tradelane.mappings.syntax.x12.grammar.ValueCheck;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encodes segments: separators, nothing behind the last value; checks what it is given. */
final class SegmentEncoder {

    /** Words for people, in which a separator may become a blank: names, addresses, descriptions, notes. */
    private static final Set<String> FREE = Set.of("19", "61", "79", "93", "166", "174", "352", "364", "369", "933", "1035", "1036", "1551", "3");

    private static final int ASCII = 0x80;

    private final SegmentBytes out = new SegmentBytes();
    private final Delimiters delimiters;
    /** By ASCII character, whether it may stand in a value. */
    private final boolean[] plain = new boolean[ASCII];
    private final Charset characters;
    private final CharsetEncoder encoder;
    private final boolean lineBreaks;
    private final List<Finding> findings;
    private int tag;
    private int position;

    SegmentEncoder(Delimiters delimiters, Charset characters, boolean lineBreaks, List<Finding> findings) {
        this.delimiters = delimiters;
        this.characters = characters;
        this.encoder = characters.newEncoder();
        this.lineBreaks = lineBreaks;
        this.findings = findings;
        for (char c = ' '; c < ASCII; c++) {
            plain[c] = !isDelimiter(c);
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** ISA: its elements have the widths they must have, and two of them are separators. */
    void header(String... elements) {
        out.put("ISA");
        for (String element : elements) {
            out.put(delimiters.element());
            out.put(element.getBytes(characters));
        }
        end();
    }

    private void end() {
        out.put(delimiters.terminator());
        if (lineBreaks) {
            out.put((byte) '\n');
        }
    }

    void segment(int tag, @Nullable SegmentRules rules, SegmentValues values, int position) {
        if (rules == null) {
            throw new IllegalStateException("no segment " + SegmentTag.name(tag));
        }
        this.tag = tag;
        this.position = position;
        out.tag(tag);
        int waiting = 0;
        long present = 0;
        for (int element = 1; element <= rules.size(); element++) {
            waiting++;
            int last = values.components(element);
            if (last == 0) {
                if (rules.isMandatory(element)) {
                    report(X12Error.ELEMENT_MISSING, element, 0, null, rules.part(element).name());
                }
                continue;
            }
            present |= 1L << element;
            for (; waiting > 0; waiting--) {
                out.put(delimiters.element());
            }
            element(rules, element, values, last);
        }
        for (Condition condition : rules.conditions()) {
            if (!condition.holds(present)) {
                report(X12Error.CONDITION_UNMET, Long.numberOfTrailingZeros(condition.wrong(present)), 0, null, condition.name());
            }
        }
        end();
    }

    private void element(SegmentRules rules, int element, SegmentValues values, int last) {
        boolean composite = rules.part(element).composite();
        for (int c = 1; c <= last; c++) {
            String value = values.value(element, c);
            SegmentRules.Component component = rules.component(element, c);
            if (component != null && value != null) {
                value(value, element, composite ? c : 0, component.element());
            } else if (component != null && composite && component.mandatory()) {
                report(X12Error.COMPONENT_MISSING, element, c, null, component.element().name());
            }
            if (c < last) {
                out.put(delimiters.component());
            }
        }
    }

    private void value(String value, int element, int component, Element rule) {
        boolean isPlain = isPlain(value);
        String text = isPlain ? value : clean(value, element, component, rule);
        int length = text.length();
        if (rule.type().isNumber()) {
            length = ValueCheck.digits(text, rule.type() == ElementType.R);
            if (length < 0) {
                report(X12Error.NOT_NUMERIC, element, component, text, rule.type().name());
            }
        }
        if (length > rule.max()) {
            report(X12Error.ELEMENT_TOO_LONG, element, component, text, String.valueOf(rule.max()));
        } else if (length >= 0 && length < rule.min()) {
            report(X12Error.ELEMENT_TOO_SHORT, element, component, text, String.valueOf(rule.min()));
        }
        if (isPlain) {
            out.put(text);
        } else {
            out.put(text.getBytes(characters));
        }
    }

    /** ASCII without a separator: goes out as it is. */
    private boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ASCII || !plain[c]) {
                return false;
            }
        }
        return true;
    }

    /** X12 cannot say that a separator is meant as a character. */
    private String clean(String value, int element, int component, Element rule) {
        StringBuilder clean = new StringBuilder(value.length());
        boolean touched = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean bad = c < ' ' || isDelimiter(c) || !Character.isSurrogate(c) && !encoder.canEncode(c);
            touched |= bad;
            clean.append(bad ? ' ' : c);
        }
        if (touched) {
            Severity severity = FREE.contains(rule.id()) ? Severity.WARNING : Severity.ERROR;
            add(X12Error.SEPARATOR_IN_VALUE, severity, element, component, value, null);
        }
        return clean.toString();
    }

    private boolean isDelimiter(char c) {
        return c == (delimiters.element() & 0xff) || c == (delimiters.terminator() & 0xff)
                || c == (delimiters.component() & 0xff) || c == (delimiters.repetition() & 0xff);
    }

    private void report(X12Error error, int element, int component, @Nullable String value, @Nullable String expected) {
        add(error, Severity.ERROR, element, component, value, expected);
    }

    private void add(
            X12Error error, Severity severity, int element, int component, @Nullable String value, @Nullable String expected) {
        String segment = SegmentTag.name(tag);
        String path = segment + (element < 10 ? "0" : "") + element + (component > 0 ? "-" + component : "");
        findings.add(new Finding(severity, error, new Position(0, 0, 0, segment, position, element, component), value, expected, path));
    }
}
