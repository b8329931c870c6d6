package io.tradelane.mappings.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * In which character set a table is written: by its byte order mark, else UTF-16 where every other byte is zero, UTF-8 where that
 * fits, GB18030 where bytes above 127 come in pairs, else Windows-1252.
 *
 * @param mark bytes of the byte order mark
 */
record TableCharset(Charset charset, int mark) {
    private static final int PAIRS_PERCENT = 90;

    static TableCharset of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new TableCharset(StandardCharsets.UTF_8, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new TableCharset(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new TableCharset(StandardCharsets.UTF_16BE, 2);
        }
        if (head.length > 3 && head[1] == 0 && head[3] == 0) {
            return new TableCharset(StandardCharsets.UTF_16LE, 0);
        }
        if (head.length > 3 && head[0] == 0 && head[2] == 0) {
            return new TableCharset(StandardCharsets.UTF_16BE, 0);
        }
        if (utf8(head)) {
            return new TableCharset(StandardCharsets.UTF_8, 0);
        }
        return new TableCharset(Charset.forName(pairs(head) ? "GB18030" : "windows-1252"), 0);
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The last character may be cut off. */
    private static boolean utf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), out, false);
        return !result.isError();
    }

    /** Two bytes of 0xA1 and more are a character of GB 2312; in a Western text such a byte stands alone among letters. */
    private static boolean pairs(byte[] head) {
        int high = 0;
        int paired = 0;
        for (int i = 0; i < head.length; i++) {
            if ((head[i] & 0xFF) < 0x80) {
                continue;
            }
            boolean pair = i + 1 < head.length && (head[i] & 0xFF) >= 0xA1 && (head[i + 1] & 0xFF) >= 0xA1;
            high++;
            paired += pair ? 1 : 0;
            i += pair ? 1 : 0;
        }
        return paired * 100L >= (long) high * PAIRS_PERCENT;
    }
}
