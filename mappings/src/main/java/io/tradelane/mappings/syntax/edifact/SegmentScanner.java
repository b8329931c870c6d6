package io.tradelane.mappings.syntax.edifact;

import static io.tradelane.mappings.syntax.edifact.ByteClasses.BREAK;
import static io.tradelane.mappings.syntax.edifact.ByteClasses.ELEMENT;
import static io.tradelane.mappings.syntax.edifact.ByteClasses.MARKS;
import static io.tradelane.mappings.syntax.edifact.ByteClasses.MULTI;
import static io.tradelane.mappings.syntax.edifact.ByteClasses.RELEASE;
import static io.tradelane.mappings.syntax.edifact.ByteClasses.REPETITION;
import static io.tradelane.mappings.syntax.edifact.ByteClasses.TERMINATOR;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts bytes into segments, elements and components over a sliding window. First it notes, a block ahead, where bytes
 * stand that are no plain data; that loop has no branch that depends on the bytes, so the lengths of values cost no
 * mispredictions. Then it goes from mark to mark.
 */
public final class SegmentScanner extends Window {

    public enum Outcome {
        SEGMENT,
        END,
        ENDS_IN_SEGMENT,
        ENDS_IN_RELEASE,
        SEGMENT_TOO_LARGE,
        INPUT_TOO_LARGE
    }

    private final long maxBytes;
    private byte[] classes = ByteClasses.USUAL;
    private final Segment segment = new Segment();
    private byte terminator;
    /** The terminator is a character of several bytes, of which it is the first: the others may stand before a segment. */
    private boolean longTerminator;
    /** A size limit counts from here: the start of the interchange. */
    private long counted;

    public SegmentScanner(InputStream in, Limits limits) {
        super(in, limits);
        this.maxBytes = limits.interchangeBytes();
        segment.buffer = buffer;
        use(ServiceString.DEFAULT, CharacterSet.UNOC);
    }

    public Segment segment() {
        return segment;
    }

    /** From now on; the segment at hand stays as it was cut. */
    public void use(ServiceString service, CharacterSet characters) {
        use(service, characters, false);
    }

    /** @param longTerminator the terminator is the first byte of a UTF-8 character */
    public void use(ServiceString service, CharacterSet characters, boolean longTerminator) {
        this.longTerminator = longTerminator;
        if (characters != segment.characters || service.packed() != segment.service.packed()) {
            segment.service = service;
            segment.characters = characters;
            classes = ByteClasses.of(service, characters);
            forget();
        }
        terminator = service.terminator();
    }

    /** The segment at hand, and those to come, are in this set. */
    public void useCharacters(CharacterSet characters) {
        use(segment.service, characters, longTerminator);
    }

    /** Skips what may stand between segments and shows up to {@code count} bytes without taking them. */
    public byte[] peek(int count) throws IOException {
        skipBlank();
        return ahead(count);
    }

    public void take(int count) {
        at += count;
    }

    public int line() {
        return line;
    }

    public int column() {
        return (int) (base + at - lineOffset) + 1;
    }

    public void countFromHere() {
        counted = base + at;
    }

    /** Goes back to the beginning of the segment that was read last. */
    public void again() {
        at = segment.first;
        forget();
        line = segment.line;
        lineOffset = segment.lineOffset;
    }

    /**
     * Passes over bytes of any kind and goes on behind the terminator that follows them. The segment is no longer to be
     * looked at.
     *
     * @param index of the component of the segment read last that begins with them
     * @return whether the terminator follows directly
     */
    public boolean skip(int index, long length) throws IOException {
        again();
        pass(segment.start(index) - at);
        if (!skip(length)) {
            return false;
        }
        for (boolean direct = true; skip(1); direct = false) {
            if (buffer[at - 1] == terminator) {
                return direct;
            }
        }
        return false;
    }

    private void skipBlank() throws IOException {
        if (at < limit && buffer[at] > ' ') {
            return;
        }
        while (true) {
            while (at < limit) {
                int b = buffer[at] & 0xff;
                boolean mark = b == 0xef && base + at == 0 || b >= 0xbb && b <= 0xbf && base + at < 3;
                boolean tail = longTerminator && b >= 0x80 && b < 0xc0;
                if (b > ' ' && !mark && !tail || b == terminator) {
                    return;
                }
                at++;
                if (b == '\n') {
                    line++;
                    lineOffset = base + at;
                }
            }
            if (fill(at) < 0) {
                return;
            }
        }
    }

    public Outcome next() throws IOException {
        skipBlank();
        if (at == limit) {
            return Outcome.END;
        }
        if (base + at - counted > maxBytes) {
            return Outcome.INPUT_TOO_LARGE;
        }
        Segment s = segment;
        s.offset = base + at;
        s.line = line;
        s.lineOffset = lineOffset;
        s.released = s.broken = s.multiByte = s.repeats = s.clean = false;
        s.foreign = -1;
        return cut(s);
    }

    private void index() {
        int from = Math.max(indexed, at);
        int end = Math.min(limit, from + BLOCK);
        byte[] bytes = buffer;
        byte[] table = classes;
        int[] found = marks;
        int count = 0;
        for (int i = from; i < end; i++) {
            found[count] = i;
            count += table[MARKS + (bytes[i] & 0xff)];
        }
        mark = 0;
        marked = count;
        indexed = end;
    }

    private Outcome cut(Segment s) throws IOException {
        byte[] kinds = classes;
        byte[] bytes = s.buffer = buffer;
        int[] edges = s.edges;
        int[] elementFirst = s.elementFirst;
        int from = at;
        int passed = from - 1;
        int n = 0;
        int elements = 0;
        edges[0] = passed;
        while (true) {
            if (mark == marked) {
                if (indexed < limit) {
                    index();
                    continue;
                }
                int moved = fill(from);
                if (moved < 0) {
                    return unfinished(s, from, limit, n, elements, Outcome.ENDS_IN_SEGMENT);
                }
                bytes = s.buffer = buffer;
                from -= moved;
                passed -= moved;
                shift(edges, n, moved);
                continue;
            }
            int place = marks[mark++];
            if (place <= passed) {
                continue;
            }
            int kind = kinds[bytes[place] & 0xff];
            if (kind <= REPETITION) {
                edges[++n] = place;
                if (n + 1 == edges.length) {
                    s.grow();
                    edges = s.edges;
                    elementFirst = s.elementFirst;
                }
                elementFirst[elements + 1] = n;
                elements += kind == ELEMENT ? 1 : 0;
                if (kind == REPETITION) {
                    repeated(s, n);
                }
            } else if (kind == TERMINATOR) {
                edges[n + 1] = place;
                elementFirst[elements + 1] = n + 1;
                return finish(s, from, place, elements);
            } else if (kind != RELEASE) {
                special(s, kind, place, from);
            } else if (place + 1 < limit) {
                s.released = true;
                passed = place + 1;
            } else {
                mark--;
                int moved = fill(from);
                if (moved < 0) {
                    return unfinished(s, from, place, n, elements, Outcome.ENDS_IN_RELEASE);
                }
                bytes = s.buffer = buffer;
                from -= moved;
                passed -= moved;
                shift(edges, n, moved);
            }
        }
    }

    /** A byte that is data but not plain data. */
    private void special(Segment s, int kind, int place, int from) {
        if (kind == BREAK) {
            s.broken = true;
            if (buffer[place] == '\n') {
                line++;
                lineOffset = base + place + 1;
            }
        } else if (kind == MULTI) {
            s.multiByte = true;
        } else if (s.foreign < 0) {
            s.foreign = place - from;
        }
    }

    private static void repeated(Segment s, int n) {
        if (!s.repeats) {
            s.repeats = true;
            Arrays.fill(s.repetition, false);
        }
        s.repetition[n] = true;
    }

    private static void shift(int[] edges, int last, int moved) {
        for (int edge = 0; moved != 0 && edge <= last; edge++) {
            edges[edge] -= moved;
        }
    }

    private Outcome finish(Segment s, int from, int terminated, int elements) {
        s.first = from;
        s.elements = elements;
        s.tag = SegmentTag.of(buffer, s.start(0), s.end(0));
        if (s.broken && !SegmentTag.isText(s.tag)) {
            int length = s.plain(0);
            s.tag = SegmentTag.of(s.scratch(), 0, length);
        }
        at = terminated + 1;
        if (terminator == '\n' && terminated < limit) {
            line++;
            lineOffset = base + at;
        }
        return terminated - from > maxSegment ? Outcome.SEGMENT_TOO_LARGE : Outcome.SEGMENT;
    }

    private Outcome unfinished(Segment s, int from, int to, int n, int elements, Outcome outcome) {
        boolean full = limit - from > maxSegment;
        int end = Math.min(to, limit);
        s.edges[n + 1] = end;
        s.elementFirst[elements + 1] = n + 1;
        finish(s, from, end, elements);
        at = limit;
        mark = marked;
        return full ? Outcome.SEGMENT_TOO_LARGE : outcome;
    }
}
