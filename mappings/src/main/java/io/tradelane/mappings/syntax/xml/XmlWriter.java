package io.tradelane.mappings.syntax.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document in UTF-8. What was begun can be taken back to a {@link #mark}, so that an element may be begun
 * before it is known whether it will have content.
 */
public final class XmlWriter {
    private static final int TEXT = 0;
    private static final int ATTRIBUTE = 1;

    private final boolean indented;
    private byte[] bytes = new byte[4096];
    private int length;
    private int depth;
    /** A start tag that may still get attributes. */
    private boolean open;
    /** The last thing written was a text, or a start tag: the end tag follows on the same line. */
    private boolean inline;

    public XmlWriter(boolean indented) {
        this.indented = indented;
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /** A state to return to. */
    public record Mark(int length, int depth, boolean open, boolean inline) {}

    public Mark mark() {
        return new Mark(length, depth, open, inline);
    }

    public void back(Mark mark) {
        length = mark.length();
        depth = mark.depth();
        open = mark.open();
        inline = mark.inline();
    }

    /** A document type declaration that names an external one. */
    public void doctype(String root, String systemId) {
        line();
        put("<!DOCTYPE " + root + " SYSTEM \"" + systemId + "\">");
    }

    /** @param name with its prefix */
    public void start(String name) {
        close();
        line();
        put((byte) '<');
        put(name);
        open = true;
        inline = true;
        depth++;
    }

    /**
     * Right after {@link #start}.
     *
     * @return whether all characters of the value can be written
     */
    public boolean attribute(String name, String value) {
        put((byte) ' ');
        put(name);
        put("=\"");
        boolean good = escaped(value, ATTRIBUTE);
        put((byte) '"');
        return good;
    }

    /** @return whether all characters of the text can be written */
    public boolean text(String text) {
        close();
        inline = true;
        return escaped(text, TEXT);
    }

    public void end(String name) {
        depth--;
        if (open) {
            put("/>");
            open = false;
        } else {
            if (!inline && indented) {
                line();
            }
            put("</");
            put(name);
            put((byte) '>');
        }
        inline = false;
    }

    public byte[] finish() {
        if (indented) {
            put((byte) '\n');
        }
        return Arrays.copyOf(bytes, length);
    }

    private void close() {
        if (open) {
            put((byte) '>');
            open = false;
        }
    }

    private void line() {
        if (indented || depth == 0) {
            put((byte) '\n');
            for (int i = 0; indented && i < depth; i++) {
                put("  ");
            }
        }
    }

    private boolean escaped(String text, int where) {
        int from = 0;
        int size = text.length();
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (!isAllowed(text, i)) {
                    return false;
                }
                continue;
            }
            String instead = instead(c, where);
            if (instead != null) {
                put(text.substring(from, i));
                put(instead);
                from = i + 1;
            } else if (c < ' ' && c != '\n' && c != '\t') {
                return false;
            }
        }
        put(from == 0 ? text : text.substring(from));
        return true;
    }

    private static @Nullable String instead(char c, int where) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '"' -> where == ATTRIBUTE ? "&quot;" : null;
            case '\n' -> where == ATTRIBUTE ? "&#10;" : null;
            case '\t' -> where == ATTRIBUTE ? "&#9;" : null;
            default -> null;
        };
    }

    /** XML 1.0, production 2, beyond ASCII. */
    private static boolean isAllowed(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c < '\uFFFE';
    }

    private void put(String text) {
        int size = text.length();
        ensure(size);
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
                ensure(rest.length);
                System.arraycopy(rest, 0, bytes, length, rest.length);
                length += rest.length;
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    private void put(byte b) {
        ensure(1);
        bytes[length++] = b;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
