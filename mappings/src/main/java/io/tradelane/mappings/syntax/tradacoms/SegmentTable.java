package io.tradelane.mappings.syntax.tradacoms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What each segment of {@code segments.txt} may hold, and its check. */
final class SegmentTable {

    /** @param type x, n or d */
    private record Component(char type, int length, boolean mandatory) {
        static Component of(String word) {
            boolean mandatory = word.endsWith("!");
            return new Component(word.charAt(0), Integer.parseInt(word.substring(1, word.length() - (mandatory ? 1 : 0))), mandatory);
        }
    }

    private static final class Read {
        static final Map<String, List<List<Component>>> SEGMENTS = read();
    }

    private SegmentTable() {}

    private static Map<String, List<List<Component>>> read() {
        Map<String, List<List<Component>>> segments = new HashMap<>();
        try (InputStream bytes = Objects.requireNonNull(SegmentTable.class.getResourceAsStream("segments.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).forEach(words -> segments.put(
                    words[0], Stream.of(words).skip(1).map(word -> Stream.of(word.split(":")).map(Component::of).toList()).toList()));
            return segments;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean knows(String tag) {
        return Read.SEGMENTS.containsKey(tag);
    }

    /** Says what is wrong with the elements of a segment; nothing of one that is not in the table. */
    static void check(TradacomsSegment segment, TradacomsReport report) {
        List<List<Component>> known = Read.SEGMENTS.get(segment.tag());
        if (known == null) {
            return;
        }
        for (int i = 1; i <= Math.max(known.size(), segment.elements().size()); i++) {
            List<Component> components = i <= known.size() ? known.get(i - 1) : List.of();
            int sent = i <= segment.elements().size() ? segment.elements().get(i - 1).size() : 0;
            for (int j = 1; j <= Math.max(components.size(), sent); j++) {
                String value = segment.value(i, j);
                if (j > components.size()) {
                    if (!value.isEmpty()) {
                        report.add(TradacomsError.TOO_MANY_ELEMENTS, segment.place().at(i, j), value, null);
                    }
                } else {
                    check(segment, i, j, value, components.get(j - 1), report);
                }
            }
        }
    }

    private static void check(TradacomsSegment segment, int element, int part, String value, Component component, TradacomsReport report) {
        if (value.isEmpty()) {
            if (component.mandatory()) {
                report.add(TradacomsError.ELEMENT_MISSING, segment.place().at(element, part), null, component.type() + ".." + component.length());
            }
            return;
        }
        if (value.length() > component.length()) {
            TradacomsError code = component.type() == 'x' && !component.mandatory() ? TradacomsError.TEXT_TOO_LONG : TradacomsError.ELEMENT_TOO_LONG;
            report.add(code, segment.place().at(element, part), value, Integer.toString(component.length()));
        }
        if (!TradacomsScanner.clean(value)) {
            report.add(TradacomsError.CHARACTER_INVALID, segment.place().at(element, part), value, null);
        }
        if (component.type() == 'd' && TradacomsValues.date(value) == null) {
            report.add(TradacomsError.DATE_INVALID, segment.place().at(element, part), value, "YYMMDD");
        } else if (component.type() == 'n' && !TradacomsValues.numeric(value)) {
            report.add(TradacomsError.NOT_NUMERIC, segment.place().at(element, part), value, "9(" + component.length() + ")");
        }
    }
}
