package io.tradelane.mappings;

import io.tradelane.mappings.syntax.xml.XmlRoot;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of an input, from which its format is told; a file's name is never asked. Most formats show in the first few;
 * more are looked at only for those that need them.
 */
final class Head {
    /** How far is looked at the most. */
    static final int LENGTH = 1 << 16;
    /** Of a buffer that grows to {@link #LENGTH} only if that is needed. */
    static final int BUFFER = 1 << 10;
    private static final int FIRST_LOOK = 512;
    private static final String[] BYTE_ORDER_MARKS = {"\u00EF\u00BB\u00BF", "\u00FE\u00FF", "\u00FF\u00FE"};

    private final InputStream input;
    private final String first;
    private byte @Nullable [] bytes;
    private @Nullable Optional<XmlRoot> root;

    private Head(InputStream input, String first) {
        this.input = input;
        this.first = first;
    }

    /** From here on the input is read through {@link #rest()}; it may be looked at until somebody reads on. */
    static Head of(InputStream stream) throws IOException {
        boolean inMemory = stream instanceof ByteArrayInputStream || stream instanceof BufferedInputStream;
        InputStream input = inMemory ? stream : new BufferedInputStream(stream, BUFFER);
        byte[] bytes = look(input, FIRST_LOOK);
        String first = visible(bytes);
        return new Head(input, first.isEmpty() && bytes.length == FIRST_LOOK ? visible(look(input, LENGTH)) : first);
    }

    /** Leaves the stream where it was. */
    private static byte[] look(InputStream input, int length) throws IOException {
        input.mark(LENGTH + 1);
        byte[] bytes = input.readNBytes(length);
        input.reset();
        return bytes;
    }

    /** The input from its beginning, for whoever reads it; from now on it is not looked at any more, so that nothing is kept for that. */
    InputStream rest() {
        input.mark(0);
        return input;
    }

    /** As they came, {@value #LENGTH} at most. */
    byte[] bytes() {
        if (bytes == null) {
            try {
                bytes = look(input, LENGTH);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    /** The first few characters as Latin-1 text, without byte order mark, leading white space and the zero bytes of UTF-16. */
    String first() {
        return first;
    }

    /** The same of all that is looked at. */
    String start() {
        return visible(bytes());
    }

    boolean empty() {
        return first.isEmpty();
    }

    /** The root element, when it is XML and one begins here. */
    Optional<XmlRoot> root() {
        if (root == null) {
            root = first.startsWith("<") ? XmlRoot.peek(bytes(), bytes().length) : Optional.empty();
        }
        return root;
    }

    private static String visible(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String mark : BYTE_ORDER_MARKS) {
            if (text.startsWith(mark)) {
                text = text.substring(mark.length());
            }
        }
        return (text.indexOf('\0') < 0 ? text : text.replace("\0", "")).stripLeading();
    }
}
