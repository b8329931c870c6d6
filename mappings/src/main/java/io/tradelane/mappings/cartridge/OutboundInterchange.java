package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import java.util.List;

/**
 * What shall be written.
 *
 * @param header {@code syntaxIdentifier} decides the characters, {@code syntaxVersion} the form of the date
 * @param lineBreaks a line feed behind every segment, for people
 * @param overlays what recipients want otherwise, by the recipient in the header on the day in it
 */
public record OutboundInterchange(InterchangeHeader header, List<OutboundMessage> messages, boolean lineBreaks, Overlays overlays) {

    /** As everybody gets it. */
    public OutboundInterchange(InterchangeHeader header, List<OutboundMessage> messages, boolean lineBreaks) {
        this(header, messages, lineBreaks, Overlays.NONE);
    }

    /** @param document made by {@link EdifactCartridge#newRow} for this type, directory and recipient */
    public record OutboundMessage(String reference, MessageType type, Row document) {}
}
