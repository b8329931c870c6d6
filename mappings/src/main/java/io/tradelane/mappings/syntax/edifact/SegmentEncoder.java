package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.SegmentBytes;
import io.tradelane.mappings.syntax.SegmentValues;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes segments: separators, release characters, nothing behind the last value; checks what it is given. */
final class SegmentEncoder {

    private static final int ASCII = 0x80;
    /** Hyphens, dashes and the minus sign, quotation marks, narrow spaces; each becomes the character below it. */
    private static final String PRINTED = "\u2010\u2011\u2012\u2013\u2014\u2212\u2018\u2019\u201C\u201D\u201E\u2009\u202F";
    private static final String TYPED = "------''\"\"\"  ";

    private final SegmentBytes out = new SegmentBytes();
    private final CharacterSet characters;
    private final byte element;
    private final byte component;
    private final byte release;
    private final byte terminator;
    /** What an ASCII character needs: see {@link ByteClasses}. */
    private final byte[] classes;
    private final boolean latin;
    private final CharsetEncoder encoder;
    private final boolean lineBreaks;
    private final List<Finding> findings;
    private SegmentGrammar grammar;
    private Layout layout;
    private int position;

    SegmentEncoder(ServiceString service, CharacterSet characters, boolean lineBreaks, List<Finding> findings) {
        this.characters = characters;
        this.element = service.element();
        this.component = service.component();
        this.release = service.release();
        this.terminator = service.terminator();
        this.classes = ByteClasses.of(service, characters);
        this.latin = characters.charset().equals(StandardCharsets.ISO_8859_1);
        this.encoder = characters.charset().newEncoder();
        this.lineBreaks = lineBreaks;
        this.findings = findings;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void advice(String una) {
        out.put(una);
        endLine();
    }

    private void endLine() {
        if (lineBreaks) {
            out.put((byte) '\n');
        }
    }

    void segment(SegmentGrammar grammar, SegmentValues values, int position) {
        this.grammar = grammar;
        this.layout = grammar.expanded();
        this.position = position;
        out.tag(grammar.tag);
        int waiting = 0;
        for (int place = 1; place <= layout.size; place++) {
            waiting++;
            int last = values.components(place);
            if (last == 0) {
                if (layout.isMandatory(place)) {
                    report(EdifactError.ELEMENT_MISSING, place, 0, null, layout.name(place));
                }
                continue;
            }
            for (; waiting > 0; waiting--) {
                out.put(element);
            }
            element(place, values, last);
        }
        out.put(terminator);
        endLine();
    }

    private void element(int place, SegmentValues values, int last) {
        int known = layout.components(place);
        int first = layout.first(place);
        for (int i = 1; i <= Math.max(last, known); i++) {
            String value = i <= last ? values.value(place, i) : null;
            if (value == null) {
                if (i <= known && (layout.rule(first + i - 1) & Layout.MANDATORY) != 0) {
                    missing(place, i);
                }
            } else if (i > known) {
                report(EdifactError.TOO_MANY_COMPONENTS, place, i, value, String.valueOf(known));
            } else {
                value(value, place, i, layout.rule(first + i - 1));
            }
            if (i < last) {
                out.put(component);
            }
        }
    }

    private void missing(int place, int index) {
        report(EdifactError.COMPONENT_MISSING, place, index, null, layout.element(place, index).name());
    }

    private void value(String value, int place, int index, int rule) {
        boolean numeric = (rule & Layout.NUMERIC) != 0;
        int length = numeric ? digits(value) : -1;
        if (numeric && length < 0) {
            report(EdifactError.NOT_NUMERIC, place, index, value, null);
            return;
        }
        boolean plain = numeric || isPlain(value);
        if (!numeric) {
            length = plain ? value.length() : value.codePointCount(0, value.length());
        }
        if (length > (rule & Layout.MAX)) {
            report(EdifactError.ELEMENT_TOO_LONG, place, index, value, String.valueOf(rule & Layout.MAX));
        } else if (length < Layout.min(rule)) {
            report(EdifactError.ELEMENT_TOO_SHORT, place, index, value, String.valueOf(Layout.min(rule)));
        }
        if (plain) {
            out.put(value);
        } else {
            special(value, place, index);
        }
    }

    /** How many it has: digits, and perhaps a point and more of them, a minus in front of all; -1 for any other text. */
    private static int digits(String value) {
        int start = value.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && point < 0 && i > start) {
                point = i;
            } else if (c < '0' || c > '9') {
                return -1;
            }
        }
        int count = value.length() - start - (point < 0 ? 0 : 1);
        return count == 0 || point == value.length() - 1 ? -1 : count;
    }

    /** Latin characters that are plain data go out as they are; what comes behind the first other one takes the long way. */
    private void special(String value, int place, int index) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ASCII || latin && c < 2 * ASCII) {
                int kind = classes[c];
                if (kind != ByteClasses.DATA) {
                    if (kind > ByteClasses.RELEASE) {
                        encoded(value, i, place, index);
                        return;
                    }
                    out.put(release);
                }
                out.put((byte) c);
            } else {
                encoded(value, i, place, index);
                return;
            }
        }
    }

    private boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ASCII || classes[c] != ByteClasses.DATA) {
                return false;
            }
        }
        return true;
    }

    private void encoded(String value, int from, int place, int index) {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(value, from, value.length()));
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                if (characters.isForeign(b)) {
                    foreign(value, place, index, Character.toString(b & 0xff));
                    return;
                }
                int kind = classes[b & 0xff];
                if (kind != ByteClasses.DATA && kind <= ByteClasses.RELEASE) {
                    out.put(release);
                }
                out.put(b);
            }
        } catch (CharacterCodingException e) {
            encoder.reset();
            String rest = value.substring(from);
            String typed = typed(rest);
            if (!typed.equals(rest)) {
                encoded(typed, 0, place, index);
                return;
            }
            int bad = value.codePoints().filter(c -> !encoder.canEncode(Character.toString(c))).findFirst().orElse('?');
            foreign(value, place, index, Character.toString(bad));
        }
    }

    /** With the marks of a keyboard in place of those of a printer, which few character sets have: they mean the same. */
    private static String typed(String text) {
        StringBuilder typed = new StringBuilder(text);
        for (int i = 0; i < typed.length(); i++) {
            int mark = PRINTED.indexOf(typed.charAt(i));
            if (mark >= 0) {
                typed.setCharAt(i, TYPED.charAt(mark));
            }
        }
        return typed.toString();
    }

    private void foreign(String value, int element, int component, String character) {
        String shown = character.codePointAt(0) < ' ' ? "0x%02X".formatted(character.codePointAt(0)) : "\"" + character + "\"";
        report(EdifactError.CHARACTER_OUTSIDE_SET, element, component, shown + " (" + value + ")", characters.name());
    }

    private void report(EdifactError error, int element, int component, @Nullable String value, @Nullable String expected) {
        String path = grammar.tag() + "/" + layout.id(element);
        if (component > 0 && component <= layout.components(element) && layout.isComposite(element)) {
            path += "/" + layout.element(element, component).id();
        }
        Position where = new Position(0, 0, 0, grammar.tag(), position, element, component);
        findings.add(new Finding(Severity.ERROR, error, where, value, expected, path));
    }
}
