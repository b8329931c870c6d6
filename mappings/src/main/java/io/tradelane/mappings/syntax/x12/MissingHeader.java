package io.tradelane.mappings.syntax.x12;

import org.jspecify.annotations.Nullable;

/** Guesses the separators of an input that begins with GS or ST: behind its first segment another one begins. */
final class MissingHeader {

    static final int LOOK_AHEAD = 300;

    private MissingHeader() {}

    static @Nullable Delimiters guess(byte[] bytes) {
        byte separator = bytes.length > 2 ? bytes[2] : 0;
        if (!Delimiters.isUsable(separator)) {
            return null;
        }
        for (int i = 3; i < bytes.length; i++) {
            if (bytes[i] != separator && Delimiters.isUsable(bytes[i]) && beginsSegment(bytes, i + 1, separator)) {
                byte component = bytes[i] == ':' || separator == ':' ? (byte) '>' : (byte) ':';
                return new Delimiters(separator, (byte) 0, component, bytes[i]);
            }
        }
        return null;
    }

    private static boolean beginsSegment(byte[] bytes, int from, byte separator) {
        int at = from;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        int start = at;
        while (at < bytes.length && (bytes[at] >= 'A' && bytes[at] <= 'Z' || at > start && bytes[at] >= '0' && bytes[at] <= '9')) {
            at++;
        }
        return at - start >= 2 && at - start <= 3 && at < bytes.length && bytes[at] == separator;
    }
}
