package io.tradelane.adapters.as2.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Takes multipart bodies apart and puts them together (RFC 2046, section 5.1). The line break before a boundary belongs to the boundary. */
final class Multipart {
    private static final int MAX_PARTS = 10;
    private static final byte[] CRLF = {'\r', '\n'};

    private Multipart() {}

    /** Where in the bytes of an entity that was taken apart its first part begins. */
    static int firstPart(Entity entity) {
        byte[] body = entity.body();
        byte[] delimiter = delimiter(entity);
        return entity.bodyStart() + lineEnd(body, next(body, delimiter, 0) + delimiter.length);
    }

    private static byte[] delimiter(Entity entity) {
        String boundary = entity.contentType().parameter("boundary").filter(b -> !b.isEmpty() && b.length() <= 200)
                .orElseThrow(() -> new MalformedMessage("A multipart body names no boundary"));
        return ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<Entity> parts(Entity entity) {
        byte[] body = entity.body();
        byte[] delimiter = delimiter(entity);
        var parts = new ArrayList<Entity>();
        int start = -1;
        for (int at = next(body, delimiter, 0); at >= 0; at = next(body, delimiter, at + delimiter.length)) {
            if (start >= 0) {
                parts.add(Entity.parse(Arrays.copyOfRange(body, start, Math.max(start, endBefore(body, at)))));
            }
            if (parts.size() > MAX_PARTS) {
                throw new MalformedMessage("A multipart body has more than " + MAX_PARTS + " parts");
            }
            int after = at + delimiter.length;
            if (after + 1 < body.length && body[after] == '-' && body[after + 1] == '-') {
                return parts;
            }
            start = lineEnd(body, after);
        }
        throw new MalformedMessage("A multipart body is cut off: its last boundary is missing");
    }

    static Entity of(String contentType, List<Entity> parts) {
        String boundary = "=_" + UUID.randomUUID().toString().replace("-", "");
        var out = new ByteArrayOutputStream();
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
        for (Entity part : parts) {
            out.writeBytes(delimiter);
            out.writeBytes(CRLF);
            out.writeBytes(part.bytes());
            out.writeBytes(CRLF);
        }
        out.writeBytes(delimiter);
        out.writeBytes("--\r\n".getBytes(StandardCharsets.US_ASCII));
        return Entity.of(Headers.of("Content-Type", contentType + "; boundary=\"" + boundary + "\""), out.toByteArray());
    }

    /** A boundary counts only at the start of a line and when nothing but blanks or the closing hyphens follow it. */
    private static int next(byte[] body, byte[] delimiter, int from) {
        for (int i = from; i + delimiter.length <= body.length; i++) {
            if (body[i] == '-' && (i == 0 || body[i - 1] == '\n')
                    && Arrays.equals(body, i, i + delimiter.length, delimiter, 0, delimiter.length)
                    && endsThere(body, i + delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean endsThere(byte[] body, int at) {
        if (at + 1 < body.length && body[at] == '-' && body[at + 1] == '-') {
            return true;
        }
        int i = at;
        while (i < body.length && (body[i] == ' ' || body[i] == '\t')) {
            i++;
        }
        return i < body.length && (body[i] == '\r' || body[i] == '\n');
    }

    private static int lineEnd(byte[] body, int at) {
        int i = at;
        while (i < body.length && body[i] != '\n') {
            i++;
        }
        return Math.min(body.length, i + 1);
    }

    private static int endBefore(byte[] body, int delimiterAt) {
        int end = delimiterAt - 1;
        return end > 0 && body[end - 1] == '\r' ? end - 1 : end;
    }
}
