package io.tradelane.mappings.syntax;

import java.util.Arrays;

/** The bytes of segments while they are written. */
public final class SegmentBytes {

    private byte[] bytes = new byte[2048];
    private int size;

    public void put(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = b;
    }

    public void put(byte[] more) {
        for (byte b : more) {
            put(b);
        }
    }

    /** One byte a character: of a text in ASCII, or in Latin-1. */
    public void put(String latin) {
        for (int i = 0; i < latin.length(); i++) {
            put((byte) latin.charAt(i));
        }
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
