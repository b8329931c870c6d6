package io.tradelane.mappings.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A place in what was received.
 *
 * @param line from 1; 0 when the syntax has no lines or the place is the whole input
 * @param column in bytes, from 1
 * @param offset in bytes from the start of the input
 * @param segment its tag, or the element's name in XML
 * @param segmentPosition of the segment in its message, UNH is 1; 0 outside a message
 * @param element position of the data element in the segment, from 1; 0 for the whole segment
 * @param component position in the composite, from 1; 0 for the whole element
 */
public record Position(
        int line, int column, long offset, @Nullable String segment, int segmentPosition, int element, int component) {

    public static final Position NONE = new Position(0, 0, 0, null, 0, 0, 0);

    public Position at(int element, int component) {
        return new Position(line, column, offset, segment, segmentPosition, element, component);
    }
}
