package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes segments: separators, release characters, nothing behind the last value; checks what it is given. */
final class SegmentEncoder {

    private static final @Nullable String[] ABSENT = {};

    private final ByteArrayOutputStream out;
    private final ServiceString service;
    private final CharacterSet characters;
    private final CharsetEncoder encoder;
    private final boolean lineBreaks;
    private final List<Finding> findings;
    private SegmentGrammar grammar;
    private Layout layout;
    private int position;

    SegmentEncoder(
            ByteArrayOutputStream out, ServiceString service, CharacterSet characters, boolean lineBreaks, List<Finding> findings) {
        this.out = out;
        this.service = service;
        this.characters = characters;
        this.encoder = characters.charset().newEncoder();
        this.lineBreaks = lineBreaks;
        this.findings = findings;
    }

    void advice(String una) {
        out.writeBytes(una.getBytes(StandardCharsets.US_ASCII));
        endLine();
    }

    private void endLine() {
        if (lineBreaks) {
            out.write('\n');
        }
    }

    void segment(SegmentGrammar grammar, @Nullable String[][] values, int position) {
        this.grammar = grammar;
        this.layout = grammar.expanded();
        this.position = position;
        out.writeBytes(grammar.tag().getBytes(StandardCharsets.US_ASCII));
        int waiting = 0;
        for (int element = 1; element <= layout.size; element++) {
            @Nullable String[] components = element <= values.length ? values[element - 1] : ABSENT;
            waiting++;
            int last = lastFilled(components);
            if (last == 0) {
                if (layout.isMandatory(element)) {
                    report(EdifactError.ELEMENT_MISSING, element, 0, null, layout.name(element));
                }
                continue;
            }
            for (; waiting > 0; waiting--) {
                out.write(service.element());
            }
            element(element, components, last);
        }
        out.write(service.terminator());
        endLine();
    }

    private static int lastFilled(@Nullable String[] components) {
        int last = components.length;
        while (last > 0 && (components[last - 1] == null || components[last - 1].isEmpty())) {
            last--;
        }
        return last;
    }

    private void element(int element, @Nullable String[] components, int last) {
        for (int component = 1; component <= Math.max(last, layout.components(element)); component++) {
            String value = component <= last ? components[component - 1] : null;
            if (value == null || value.isEmpty()) {
                if (layout.isMandatory(element, component)) {
                    report(EdifactError.COMPONENT_MISSING, element, component, null, layout.element(element, component).name());
                }
            } else if (check(element, component, value)) {
                value(value, element, component);
            }
            if (component < last) {
                out.write(service.component());
            }
        }
    }

    private boolean check(int element, int component, String value) {
        if (component > layout.components(element)) {
            report(EdifactError.TOO_MANY_COMPONENTS, element, component, value, String.valueOf(layout.components(element)));
            return false;
        }
        boolean numeric = layout.isNumeric(element, component);
        if (numeric && !value.matches("-?\\d+(\\.\\d+)?")) {
            report(EdifactError.NOT_NUMERIC, element, component, value, null);
            return false;
        }
        long length = numeric ? value.chars().filter(Character::isDigit).count() : value.codePointCount(0, value.length());
        if (length > layout.max(element, component)) {
            report(EdifactError.ELEMENT_TOO_LONG, element, component, value, String.valueOf(layout.max(element, component)));
        } else if (length < layout.min(element, component)) {
            report(EdifactError.ELEMENT_TOO_SHORT, element, component, value, String.valueOf(layout.min(element, component)));
        }
        return true;
    }

    private void value(String value, int element, int component) {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(value));
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                if (characters.isForeign(b)) {
                    foreign(value, element, component, Character.toString(b & 0xff));
                    return;
                }
                if (b == service.component() || b == service.element() || b == service.release()
                        || b == service.terminator() || b == service.repetition() && b != 0) {
                    out.write(service.release());
                }
                out.write(b);
            }
        } catch (CharacterCodingException e) {
            encoder.reset();
            int bad = value.codePoints().filter(c -> !encoder.canEncode(Character.toString(c))).findFirst().orElse('?');
            foreign(value, element, component, Character.toString(bad));
        }
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
