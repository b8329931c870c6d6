package io.tradelane.mappings;

import io.tradelane.mappings.syntax.xml.XmlRoot;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first bytes of an input, from which its format is told; a file's name is never asked. */
final class Head {
    static final int LENGTH = 1 << 16;
    /** Of a buffer that grows to {@link #LENGTH} only if that is needed. */
    static final int BUFFER = 1 << 10;
    private static final int FIRST = 512;
    private static final int ENOUGH = 16;
    private static final String[] BYTE_ORDER_MARKS = {"\u00EF\u00BB\u00BF", "\u00FE\u00FF", "\u00FF\u00FE"};

    private final byte[] bytes;
    private final String start;
    private @Nullable Optional<XmlRoot> root;

    private Head(byte[] bytes, String start) {
        this.bytes = bytes;
        this.start = start;
    }

    /** Leaves the stream where it was. Only XML, and what begins with much white space, is looked at in full. */
    static Head of(BufferedInputStream input) throws IOException {
        input.mark(LENGTH + 1);
        byte[] bytes = input.readNBytes(FIRST);
        String start = visible(bytes, bytes.length);
        if (bytes.length == FIRST && (start.length() < ENOUGH || start.startsWith("<"))) {
            input.reset();
            bytes = input.readNBytes(LENGTH);
            start = visible(bytes, bytes.length);
        }
        input.reset();
        return new Head(bytes, start);
    }

    /** As they came, {@value #LENGTH} at most. */
    byte[] bytes() {
        return bytes;
    }

    /** The same as Latin-1 text without byte order mark, leading white space and the zero bytes of UTF-16. */
    String start() {
        return start;
    }

    boolean empty() {
        return start.isEmpty();
    }

    /** The root element, when it is XML and one begins here. */
    Optional<XmlRoot> root() {
        if (root == null) {
            root = start.startsWith("<") ? XmlRoot.peek(bytes, bytes.length) : Optional.empty();
        }
        return root;
    }

    private static String visible(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        for (String mark : BYTE_ORDER_MARKS) {
            if (text.startsWith(mark)) {
                text = text.substring(mark.length());
            }
        }
        return text.replace("\0", "").stripLeading();
    }
}
