package io.tradelane.mappings.syntax.idoc;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a segment in the order of its data.
 *
 * @param type E1EDK01
 * @param definition as flat records name it: E2EDK01005
 * @param name for a person, in English
 * @param chinese the same in Chinese
 * @param open whether it has more fields than are known here
 */
public record SegmentLayout(
        String type, String definition, String name, String chinese, List<Field> fields, Map<String, Field> byName, boolean open) {
    private static final String[] RESOURCES = {"orders.txt", "delivery.txt", "master.txt", "status.txt"};

    /**
     * @param kind n a number, d a day, t a time of day, x any text
     * @param offset in the data of the segment
     * @param number from 1
     */
    public record Field(String name, char kind, int offset, int length, int number) {}

    private static final class Read {
        static final Map<String, SegmentLayout> BY_TYPE = read();
    }

    /** Of a segment that is known. */
    public static Optional<SegmentLayout> of(String type) {
        return type.equals(ControlLayout.TYPE) ? Optional.of(ControlLayout.EDI_DC40) : Optional.ofNullable(Read.BY_TYPE.get(type));
    }

    static @Nullable SegmentLayout find(String type) {
        return Read.BY_TYPE.get(type);
    }

    @Nullable Field field(String field) {
        return byName.get(field);
    }

    /** -1 when it has none of this name. */
    int length(String field) {
        Field found = byName.get(field);
        return found == null ? -1 : found.length();
    }

    int number(String field) {
        Field found = byName.get(field);
        return found == null ? 0 : found.number();
    }

    private static Map<String, SegmentLayout> read() {
        Map<String, SegmentLayout> layouts = new HashMap<>();
        for (String resource : RESOURCES) {
            try (InputStream bytes = Objects.requireNonNull(SegmentLayout.class.getResourceAsStream(resource));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> line.contains(" = ")).filter(line -> !line.startsWith("#")).map(SegmentLayout::parse)
                        .forEach(layout -> layouts.put(layout.type(), layout));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Map.copyOf(layouts);
    }

    private static SegmentLayout parse(String line) {
        String head = line.substring(0, line.indexOf(" = "));
        int slash = head.indexOf('/');
        int blank = head.indexOf(' ');
        int bar = head.indexOf('|');
        String type = head.substring(0, slash);
        String definition = "E2" + type.substring(2) + head.substring(slash + 1, blank);
        return of(type, definition, head.substring(blank + 1, bar), head.substring(bar + 1), line.substring(line.indexOf(" = ") + 3));
    }

    /** @param fields {@code QUALF 3, DATUM d8} */
    static SegmentLayout of(String type, String definition, String name, String chinese, String fields) {
        boolean open = fields.endsWith(", *");
        String[] told = (open ? fields.substring(0, fields.length() - 3) : fields).split(", ");
        Field[] all = new Field[told.length];
        Map<String, Field> byName = new HashMap<>();
        int offset = 0;
        for (int i = 0; i < all.length; i++) {
            String[] words = told[i].split(" ");
            char kind = Character.isLetter(words[1].charAt(0)) ? words[1].charAt(0) : 'x';
            int length = Integer.parseInt(kind == 'x' ? words[1] : words[1].substring(1));
            all[i] = new Field(words[0], kind, offset, length, i + 1);
            byName.put(words[0], all[i]);
            offset += length;
        }
        return new SegmentLayout(type, definition, name, chinese, List.of(all), Map.copyOf(byName), open);
    }

    /** The type behind the name in a flat record: E1EDK01 for E2EDK01005; of an unknown one, without its version where it has one. */
    static String typeOf(String name) {
        String type = name.length() > 2 && name.charAt(1) == '2' && (name.charAt(0) == 'E' || name.charAt(0) == 'Z')
                ? name.charAt(0) + "1" + name.substring(2) : name;
        if (find(type) != null || type.length() < 9) {
            return type;
        }
        for (int i = type.length() - 3; i < type.length(); i++) {
            if (!Character.isDigit(type.charAt(i))) {
                return type;
            }
        }
        return type.substring(0, type.length() - 3);
    }
}
