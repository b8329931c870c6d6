package io.tradelane.mappings;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells the format from the first bytes; a file's name is never asked. */
final class FormatDetector {
    /** How far the first bytes are looked at. */
    static final int LOOK_AHEAD = 512;
    private static final Pattern EDIFACT = Pattern.compile("(?s)UNA.|UNB|UNG|UNH|[A-Z]{3}[+:']");
    private static final Pattern SWIFT = Pattern.compile("\\{[1-5S]:");

    private FormatDetector() {}

    /** @param start the first visible characters, for a person; empty when there are none */
    record Detected(Format format, String start) {}

    /** Leaves the stream where it was. */
    static Detected detect(BufferedInputStream input) throws IOException {
        input.mark(LOOK_AHEAD + 1);
        byte[] head = new byte[LOOK_AHEAD];
        int length = input.readNBytes(head, 0, LOOK_AHEAD);
        input.reset();
        if (length > 3 && head[0] == 'U' && head[1] == 'N' && (head[2] == 'A' || head[2] == 'B')) {
            return new Detected(Format.EDIFACT, new String(head, 0, Math.min(20, length), StandardCharsets.ISO_8859_1));
        }
        String start = visible(head, length);
        return new Detected(format(start), start.substring(0, Math.min(20, start.length())));
    }

    private static Format format(String start) {
        if (EDIFACT.matcher(start).lookingAt()) {
            return Format.EDIFACT;
        }
        if (start.startsWith("ISA")) {
            return Format.X12;
        }
        if (start.startsWith("STX=")) {
            return Format.TRADACOMS;
        }
        if (SWIFT.matcher(start).lookingAt()) {
            return Format.SWIFT_MT;
        }
        if (start.startsWith("<")) {
            return Format.XML;
        }
        return start.startsWith("{") || start.startsWith("[") ? Format.JSON : Format.UNKNOWN;
    }

    /** Without byte order mark and leading white space; the zero bytes of UTF-16 left out. */
    private static String visible(byte[] head, int length) {
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        for (String mark : new String[] {"\u00EF\u00BB\u00BF", "\u00FE\u00FF", "\u00FF\u00FE"}) {
            if (text.startsWith(mark)) {
                text = text.substring(mark.length());
            }
        }
        return text.replace("\0", "").stripLeading();
    }
}
