package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import org.jspecify.annotations.Nullable;

/** Checks the elements of a segment against its layout. The usual case costs neither an object nor a second look. */
final class ElementCheck {

    private final Findings findings;
    private Severity codeSeverity;
    private final Limits limits;
    private Segment segment;
    private Layout layout;

    ElementCheck(Findings findings, Strictness codeLists, Limits limits) {
        this.findings = findings;
        this.codeSeverity = codeLists.severity();
        this.limits = limits;
    }

    void weigh(Strictness codeLists) {
        codeSeverity = codeLists.severity();
    }

    void check(Segment segment, Layout layout) {
        boolean usual = !segment.released && !segment.broken && !segment.multiByte && !segment.repeats;
        segment.clean = usual && layout.isClean(segment.buffer, segment.edges, segment.elementFirst, segment.elements, segment.codes);
        if (!segment.clean) {
            checkClosely(segment, layout);
        }
    }

    private void checkClosely(Segment segment, Layout layout) {
        this.segment = segment;
        this.layout = layout;
        int sent = segment.elements;
        if (sent == 0) {
            report(EdifactError.SEGMENT_EMPTY, EdifactError.SEGMENT_EMPTY.severity(), 0, 0, null, null);
            return;
        }
        int known = Math.min(sent, layout.size);
        for (int element = 1; element <= known; element++) {
            int first = segment.elementFirst[element];
            int last = segment.elementFirst[element + 1];
            if (last - first == 1 && segment.isEmpty(first)) {
                if (layout.isMandatory(element)) {
                    missing(element);
                }
            } else if (segment.repeats) {
                repetitions(element, first, last);
            } else {
                components(element, first, last);
            }
        }
        for (int element = known + 1; element <= layout.size; element++) {
            if (layout.isMandatory(element)) {
                missing(element);
            }
        }
        if (sent > layout.size) {
            tooMany();
        } else if (segment.components(sent) == 1 && segment.find(sent, 1) < 0) {
            report(EdifactError.TRAILING_SEPARATORS, Severity.WARNING, sent, 0, null, null);
        }
    }

    private void missing(int element) {
        report(EdifactError.ELEMENT_MISSING, Severity.ERROR, element, 0, null, layout.name(element));
    }

    private void tooMany() {
        int first = segment.elementFirst[layout.size + 1];
        int last = segment.elementFirst[segment.elements + 1];
        for (int index = first; index < last; index++) {
            if (!segment.isEmpty(index)) {
                report(EdifactError.TOO_MANY_ELEMENTS, Severity.ERROR, layout.size + 1, 0,
                        segment.text(index), String.valueOf(layout.size));
                return;
            }
        }
        report(EdifactError.TRAILING_SEPARATORS, Severity.WARNING, layout.size, 0, null, null);
    }

    private void repetitions(int element, int first, int last) {
        int from = first;
        int count = 1;
        for (int i = first + 1; i <= last; i++) {
            if (i == last || segment.repetition[i]) {
                components(element, from, i);
                from = i;
                count += i == last ? 0 : 1;
            }
        }
        if (count > layout.repeat(element)) {
            report(EdifactError.ELEMENT_REPEATED_TOO_OFTEN, Severity.ERROR, element, 0,
                    String.valueOf(count), String.valueOf(layout.repeat(element)));
        }
    }

    private void components(int element, int first, int last) {
        int known = layout.components(element);
        int flat = layout.first(element);
        int sent = last - first;
        for (int c = 0; c < known; c++) {
            int index = first + c;
            int rule = layout.rule(flat + c);
            if (c >= sent || segment.isEmpty(index)) {
                if ((rule & Layout.MANDATORY) != 0) {
                    report(EdifactError.COMPONENT_MISSING, Severity.ERROR, element, c + 1, null, layout.element(element, c + 1).name());
                }
            } else {
                value(element, c + 1, index, flat + c, rule);
            }
        }
        for (int index = first + known; index < last; index++) {
            if (!segment.isEmpty(index)) {
                report(EdifactError.TOO_MANY_COMPONENTS, Severity.ERROR, element, index - first + 1,
                        segment.text(index), String.valueOf(known));
                return;
            }
        }
    }

    private void value(int element, int component, int index, int flat, int rule) {
        byte[] bytes = segment.buffer;
        int from = segment.start(index);
        int to = segment.end(index);
        if (segment.released || segment.broken) {
            to = segment.plain(index);
            bytes = segment.scratch();
            from = 0;
        }
        if ((rule & Layout.NUMERIC) != 0) {
            number(element, component, index, bytes, from, to, rule);
            return;
        }
        int length = segment.multiByte ? characters(bytes, from, to) : to - from;
        if (length > (rule & Layout.MAX)) {
            tooLong(element, component, index);
        } else if (length < Layout.min(rule)) {
            report(EdifactError.ELEMENT_TOO_SHORT, Severity.ERROR, element, component, segment.text(index),
                    String.valueOf(Layout.min(rule)));
        } else if ((rule & Layout.CODED) != 0 && !layout.hasCode(flat, bytes, from, to) && !ownCode(element, component, index)) {
            report(EdifactError.CODE_UNKNOWN, codeSeverity, element, component, segment.text(index),
                    layout.element(element, component).id());
        }
    }

    private void tooLong(int element, int component, int index) {
        report(EdifactError.ELEMENT_TOO_LONG, Severity.ERROR, element, component, segment.text(index),
                String.valueOf(layout.max(element, component)));
    }

    private static int characters(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += (bytes[i] & 0xc0) != 0x80 ? 1 : 0;
        }
        return count;
    }

    /** The composite says that another agency than UN/ECE gives the codes (3055), or names a list of its own (1131). */
    private boolean ownCode(int element, int component, int index) {
        int governing = layout.agency(element, component);
        if (governing < 0) {
            return false;
        }
        int agency = index - (component - 1) + governing;
        int last = segment.elementFirst[element + 1];
        boolean otherAgency = agency < last && !segment.isEmpty(agency) && !"6".equals(segment.text(agency));
        int list = agency - 1;
        return otherAgency || list > index && list < last && !segment.isEmpty(list);
    }

    private void number(int element, int component, int index, byte[] bytes, int from, int to, int rule) {
        int digits = 0;
        int marks = 0;
        int i = bytes[from] == '-' ? from + 1 : from;
        int begin = i;
        for (; i < to; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits++;
            } else if (segment.service.isDecimalMark(b)) {
                marks++;
            } else {
                EdifactError error = b == '-' || b == '+' ? EdifactError.DECIMAL_NOTATION : EdifactError.NOT_NUMERIC;
                report(error, Severity.ERROR, element, component, segment.text(index), null);
                return;
            }
        }
        if (marks > 1 || digits == 0 || segment.service.isDecimalMark(bytes[to - 1])) {
            report(EdifactError.DECIMAL_NOTATION, Severity.ERROR, element, component, segment.text(index), null);
        } else if (segment.service.isDecimalMark(bytes[begin])) {
            report(EdifactError.DIGIT_MISSING_BEFORE_DECIMAL, Severity.WARNING, element, component, segment.text(index), null);
        } else if (digits > (rule & Layout.MAX)) {
            tooLong(element, component, index);
        } else if (digits < Layout.min(rule)) {
            report(EdifactError.ELEMENT_TOO_SHORT, Severity.ERROR, element, component, segment.text(index),
                    String.valueOf(Layout.min(rule)));
        }
    }

    /** A component whose segment no directory knows has no maximum but this. */
    void checkSize(Segment segment) {
        for (int i = 0; i < segment.elementFirst[segment.elements + 1]; i++) {
            int most = segment.tagText().equals("FTX") ? limits.freeTextBytes() : limits.elementBytes();
            if (segment.end(i) - segment.start(i) > most) {
                findings.add(EdifactError.ELEMENT_TOO_LONG, segment.position(), segment.raw(i), String.valueOf(most));
                return;
            }
        }
    }

    private void report(
            FindingCode code, Severity severity, int element, int component, @Nullable String value, @Nullable String expected) {
        if (findings.full()) {
            findings.countOnly(severity);
            return;
        }
        findings.add(code, severity, segment.position(element, component), value, expected, path(element, component));
    }

    private String path(int element, int component) {
        if (element == 0 || element > layout.size) {
            return segment.tagText();
        }
        String path = segment.tagText() + "/" + layout.id(element);
        boolean inside = component > 0 && component <= layout.components(element) && layout.isComposite(element);
        return inside ? path + "/" + layout.element(element, component).id() : path;
    }
}
