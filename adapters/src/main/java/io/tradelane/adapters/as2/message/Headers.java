package io.tradelane.adapters.as2.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Header fields in the order they came. Names are compared without regard to case. A value never holds a line break, so nothing that
 * a partner sends can add a field to something that we send.
 */
public record Headers(List<Field> fields) {
    static final int MAX_FIELDS = 100;
    /** RFC 5322, section 2.1.1, allows 998 characters on a line; a folded value may be longer. */
    static final int MAX_VALUE = 8 * 1024;

    public Headers {
        fields = List.copyOf(fields);
    }

    public record Field(String name, String value) {
        public Field {
            if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 127 && c != ':')) {
                throw new MalformedMessage("Header name '" + printable(name) + "' is not allowed");
            }
            if (value.length() > MAX_VALUE || value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                throw new MalformedMessage("Header '" + name + "' is too long or holds a line break");
            }
        }
    }

    public static Headers of(String... namesAndValues) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    public Headers with(String name, String value) {
        var more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }

    public Optional<String> first(String name) {
        return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value).findFirst();
    }

    /** Reads the lines between {@code from} and {@code to}, unfolding continuation lines. */
    static Headers parse(byte[] bytes, int from, int to) {
        var fields = new ArrayList<Field>();
        String[] lines = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).split("\r?\n");
        var line = new StringBuilder();
        for (String next : lines) {
            if (!next.isEmpty() && (next.charAt(0) == ' ' || next.charAt(0) == '\t')) {
                line.append(' ').append(next.strip());
                continue;
            }
            add(fields, line);
            line.append(next);
        }
        add(fields, line);
        return new Headers(fields);
    }

    private static void add(List<Field> fields, StringBuilder line) {
        if (line.isEmpty()) {
            return;
        }
        int colon = line.indexOf(":");
        if (colon < 1 || fields.size() >= MAX_FIELDS) {
            throw new MalformedMessage("Header line '" + printable(line.toString()) + "' cannot be read");
        }
        fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        line.setLength(0);
    }

    void writeTo(ByteArrayOutputStream out) {
        for (Field field : fields) {
            out.writeBytes((field.name() + ": " + field.value() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    byte[] toBytes() {
        var out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(60, text.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
