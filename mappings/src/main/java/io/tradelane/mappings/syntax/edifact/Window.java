package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Slides over the input, and knows where in it and in which line it is; what follows from the bytes is its subclass's. A
 * subclass and not a user of it: a scanner that goes through a field for each of its places loses some percent of its speed.
 */
abstract class Window {

    private static final int FIRST = 4 << 10;
    /** Stays in the processor's nearest caches; larger only for segments that need it. */
    private static final int USUAL = 16 << 10;
    /** Behind the window: what is read there with a last short code. */
    private static final int SPARE = Long.BYTES;
    private static final int READ_AHEAD = 64 << 10;
    /** Bytes of which the marks are noted together. */
    static final int BLOCK = 1 << 8;

    private final InputStream in;
    final int maxSegment;
    private boolean ended;

    byte[] buffer = new byte[FIRST + SPARE];
    int at;
    int limit;
    /** Places of bytes that are no plain data, up to {@code indexed}; taken up to {@code mark}. */
    final int[] marks = new int[BLOCK];
    int mark;
    int marked;
    int indexed;
    /** Offset in the input of the first byte of the buffer. */
    long base;
    int line = 1;
    long lineOffset;

    Window(InputStream in, Limits limits) {
        this.in = in;
        this.maxSegment = limits.segmentBytes();
    }

    public final long offset() {
        return base + at;
    }

    /** Whether what begins there is longer than a segment may be. */
    final boolean isFull(int from) {
        return limit - from > maxSegment;
    }

    /** Forgets the marks: bytes from here on have another meaning, or are read again. */
    final void forget() {
        mark = marked = 0;
        indexed = at;
    }

    /** @return bytes by which the window moved, -1 when the input has ended or the window is full */
    final int fill(int keepFrom) throws IOException {
        if (ended || isFull(keepFrom)) {
            return -1;
        }
        byte[] window = limit == buffer.length - SPARE && isTight(limit - keepFrom) ? new byte[Math.min(buffer.length * 4, largest())] : buffer;
        System.arraycopy(buffer, keepFrom, window, 0, limit - keepFrom);
        buffer = window;
        if (keepFrom > 0) {
            base += keepFrom;
            limit -= keepFrom;
            at -= keepFrom;
            indexed -= keepFrom;
            for (int i = mark; i < marked; i++) {
                marks[i] -= keepFrom;
            }
        }
        int read = in.read(buffer, limit, buffer.length - SPARE - limit);
        limit += Math.max(read, 0);
        ended = read <= 0;
        return ended && keepFrom == 0 ? -1 : keepFrom;
    }

    private boolean isTight(int kept) {
        return buffer.length < (kept > USUAL / 2 ? largest() : USUAL);
    }

    private int largest() {
        return maxSegment + READ_AHEAD + SPARE;
    }

    /** Up to so many bytes from here on, without taking them. */
    final byte[] ahead(int count) throws IOException {
        while (limit - at < count && fill(at) >= 0) {}
        return Arrays.copyOfRange(buffer, at, Math.min(at + count, limit));
    }

    /** Goes on to where these bytes begin; {@code false} when they are nowhere, at the end of the input. */
    public final boolean seek(byte... wanted) throws IOException {
        while (true) {
            while (limit - at < wanted.length) {
                if (fill(at) < 0) {
                    at = limit;
                    return false;
                }
            }
            if (Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
            pass(1);
        }
    }

    /** Passes over so many bytes of any kind; {@code false} when the input ends before. */
    final boolean skip(long length) throws IOException {
        for (long rest = length; rest > 0;) {
            if (at == limit && fill(at) < 0) {
                return false;
            }
            int step = (int) Math.min(rest, limit - at);
            pass(step);
            rest -= step;
        }
        return true;
    }

    /** Passes over bytes in sight. */
    final void pass(int count) {
        for (int end = at + count; at < end;) {
            if (buffer[at++] == '\n') {
                line++;
                lineOffset = base + at;
            }
        }
    }
}
