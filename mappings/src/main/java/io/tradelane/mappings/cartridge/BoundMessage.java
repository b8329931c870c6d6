package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as read.
 *
 * @param reference UNH 0062
 * @param index in the interchange, from 0
 * @param place of its UNH
 * @param byteEnd behind the terminator of its UNT
 * @param segments counted, UNH and UNT included
 * @param document what the declaration asked for; {@code null} when no declaration fits the type, or the type is
 *     unknown. Present, as far as it could be read, in a message with errors too
 * @param group the functional group around it, of X12
 */
public record BoundMessage(
        InterchangeHeader header,
        String reference,
        MessageType type,
        int index,
        Position place,
        long byteEnd,
        int segments,
        @Nullable Row document,
        List<Finding> findings,
        @Nullable GroupHeader group) {

    /** Offset of its UNH in the input. */
    public long byteStart() {
        return place.offset();
    }

    public boolean valid() {
        return !Finding.anyError(findings);
    }
}
