package io.tradelane.mappings.syntax;

import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.util.Arrays;

/** The bytes of segments while they are written. */
public final class SegmentBytes {

    private byte[] bytes = new byte[2048];
    private int size;

    public void put(byte b) {
        if (size == bytes.length) {
            room(1);
        }
        bytes[size++] = b;
    }

    public void put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** One byte a character: of a text in ASCII, or in Latin-1. */
    @SuppressWarnings("deprecation") // it drops what Latin-1 does not have, of which there is nothing here
    public void put(String latin) {
        int length = latin.length();
        room(length);
        latin.getBytes(0, length, bytes, size);
        size += length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size * 2, size + more));
        }
    }

    /** A tag of two or three characters, see {@link SegmentTag}. */
    public void tag(int tag) {
        put((byte) (tag >> 16));
        put((byte) (tag >> 8));
        if ((tag & 0xff) != 0) {
            put((byte) tag);
        }
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
