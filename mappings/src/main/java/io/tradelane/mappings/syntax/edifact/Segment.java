package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.ControlCharacters;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The segment under the reader's eye: a view on its buffer, overwritten by the next. Elements and components count
 * from 1; components are also numbered flat through the segment, the tag being 0.
 */
public final class Segment {

    byte[] buffer = {};
    /** Where the separators stand: {@code edges[i]} before component {@code i}, {@code edges[i + 1]} behind it. */
    int[] edges = new int[64];
    /** Flat index of the first component of each element; that of the tag is 0; one more closes the last. */
    int[] elementFirst = new int[64 + 2];
    int elements;
    int tag;

    int first;
    long offset;
    int line;
    long lineOffset;
    /** In its message, UNH is 1. */
    int position;

    boolean released;
    boolean broken;
    boolean multiByte;
    boolean repeats;
    /** Every code is in its list, and {@link #codes} says where. */
    boolean clean;
    /** By component, where the list of its element keeps its code; meaningful when {@code clean}. */
    int[] codes = new int[64];
    /** Offset from {@code first} of a byte outside the character set, -1 for none. */
    int foreign;

    /** Flat indices at which a repetition begins; meaningful when {@code repeats}. */
    boolean[] repetition = new boolean[64];

    CharacterSet characters = CharacterSet.UNOC;
    ServiceString service = ServiceString.DEFAULT;
    private byte[] scratch = {};

    public int tag() {
        return tag;
    }

    public String tagText() {
        return tag == SegmentTag.INVALID ? raw(0) : SegmentTag.name(tag);
    }

    /** Says where in its message it stands; the segment that begins the message is 1. */
    public void stands(int position) {
        this.position = position;
    }

    /** In its message, UNH is 1. */
    public int segmentPosition() {
        return position;
    }

    public int line() {
        return line;
    }

    /** Of its first byte, from 1. */
    public int column() {
        return (int) (offset - lineOffset) + 1;
    }

    public long offset() {
        return offset;
    }

    /** Whether the bytes of a component are its value: no release character, no line break, none outside the set. */
    public boolean isPlain() {
        return !released && !broken && foreign < 0;
    }

    /** Whether it was checked and nothing is wrong with it, so that {@link #code} knows its codes. */
    public boolean isClean() {
        return clean;
    }

    /** The code of a coded component of a segment that {@link #isClean}, out of the list it was checked with. */
    public String code(int index, CodeList list) {
        return list.text(codes[index]);
    }

    public boolean hasRepetitions() {
        return repeats;
    }

    /** Not to be written to. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the separators stand in the buffer: before component {@code i}, and behind it. Not to be written to. */
    public int[] edges() {
        return edges;
    }

    /** By element, the flat index of its first component; one more closes the last. Not to be written to. */
    public int[] firsts() {
        return elementFirst;
    }

    public int start(int index) {
        return edges[index] + 1;
    }

    public int end(int index) {
        return edges[index + 1];
    }

    public boolean isEmpty(int index) {
        return edges[index] + 1 == edges[index + 1];
    }

    /** Flat index of the last component. */
    public int last() {
        return elementFirst[elements + 1] - 1;
    }

    /** How its bytes are to be read. */
    public Charset charset() {
        return characters.charset();
    }

    public int elements() {
        return elements;
    }

    /** Flat index of the first component of an element; of the one behind the last, where the segment ends. */
    public int first(int element) {
        return elementFirst[element];
    }

    /** Whether a repetition separator stands somewhere. */
    public boolean repeats() {
        return repeats;
    }

    /** Whether a repetition begins with this component; meaningful when it {@link #repeats()}. */
    public boolean begins(int index) {
        return repetition[index];
    }

    /** Whether a line break stands inside. */
    public boolean isBroken() {
        return broken;
    }

    /** Whether characters may take several bytes. */
    public boolean isMultiByte() {
        return multiByte;
    }

    /** Whether a byte is no character of the set, or a control character. */
    public boolean isForeign() {
        return foreign >= 0;
    }

    /** Components of an element, of all its repetitions. */
    public int components(int element) {
        return element > elements ? 0 : elementFirst[element + 1] - elementFirst[element];
    }

    /** Flat index of a component in the first repetition of an element, -1 when it was not sent. */
    public int find(int element, int component) {
        if (element > elements) {
            return -1;
        }
        int index = elementFirst[element] + component - 1;
        if (index >= elementFirst[element + 1] || isEmpty(index)
                || repeats && crossesRepetition(elementFirst[element], index)) {
            return -1;
        }
        return index;
    }

    /** Flat index of a component in the {@code repetition}-th repetition (from 1) of an element, -1 when not sent. */
    public int find(int element, int occurrence, int component) {
        if (occurrence == 1) {
            return find(element, component);
        }
        if (element > elements || !repeats) {
            return -1;
        }
        int seen = 1;
        int from = elementFirst[element];
        while (seen < occurrence && ++from < elementFirst[element + 1]) {
            seen += repetition[from] ? 1 : 0;
        }
        int index = from + component - 1;
        if (index >= elementFirst[element + 1] || crossesRepetition(from, index)) {
            return -1;
        }
        return isEmpty(index) ? -1 : index;
    }

    private boolean crossesRepetition(int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            if (repetition[i]) {
                return true;
            }
        }
        return false;
    }

    /** {@code null} when the component is absent or empty. */
    public @Nullable String text(int element, int component) {
        int index = find(element, component);
        return index < 0 ? null : text(index);
    }

    public String text(int index) {
        int from = start(index);
        int length = end(index) - from;
        byte[] bytes = buffer;
        if (released || broken) {
            length = plain(index);
            bytes = scratch;
            from = 0;
        }
        if (foreign >= 0) {
            return ControlCharacters.shown(rescue(bytes, from, length));
        }
        return new String(bytes, from, length, characters.charset());
    }

    /** Bytes outside the set are often UTF-8 under a wrong name; else each is taken as ISO 8859-1. */
    private String rescue(byte[] bytes, int from, int length) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
        } catch (CharacterCodingException e) {
            return new String(
                    bytes, from, length,
                    characters.charset().equals(StandardCharsets.US_ASCII) ? StandardCharsets.ISO_8859_1 : characters.charset());
        }
    }

    /** The bytes as received, release characters and all, for a finding; empty before a first segment. */
    public String raw(int index) {
        int length = Math.min(end(index) - start(index), 200);
        return length <= 0 ? "" : new String(buffer, start(index), length, characters.charset());
    }

    /** Puts a component without release characters and line breaks into the scratch buffer; its length. */
    public int plain(int index) {
        int to = end(index);
        int length = to - start(index);
        if (scratch.length < length) {
            scratch = new byte[length * 2];
        }
        int put = 0;
        for (int i = start(index); i < to; i++) {
            byte b = buffer[i];
            if (b == service.release() && i + 1 < to) {
                scratch[put++] = buffer[++i];
            } else if (b != '\r' && b != '\n') {
                scratch[put++] = b;
            }
        }
        return put;
    }

    public byte[] scratch() {
        return scratch;
    }

    public Position position() {
        return new Position(line, column(), offset, tagText(), position, 0, 0);
    }

    /** Of one component; {@code component} 0 for the whole element. */
    public Position position(int element, int component) {
        int index = element > elements ? elementFirst[elements + 1] - 1 : elementFirst[element] + Math.max(component, 1) - 1;
        int at = Math.min(index, elementFirst[elements + 1] - 1);
        return placed(element > elements ? end(at) : start(at), element, component);
    }

    Position placed(int at, int element, int component) {
        int row = line;
        long rowOffset = lineOffset;
        for (int i = first; broken && i < at; i++) {
            if (buffer[i] == '\n') {
                row++;
                rowOffset = offset + (i - first) + 1;
            }
        }
        long place = offset + (at - first);
        return new Position(row, (int) (place - rowOffset) + 1, place, tagText(), position, element, component);
    }

    void grow() {
        edges = Arrays.copyOf(edges, edges.length * 2);
        codes = Arrays.copyOf(codes, codes.length * 2);
        repetition = Arrays.copyOf(repetition, repetition.length * 2);
        elementFirst = Arrays.copyOf(elementFirst, edges.length + 2);
    }
}
