package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import java.util.List;

/**
 * What shall be written.
 *
 * @param header {@code syntaxIdentifier} decides the characters, {@code syntaxVersion} the form of the date
 * @param lineBreaks a line feed behind every segment, for people
 */
public record OutboundInterchange(InterchangeHeader header, List<OutboundMessage> messages, boolean lineBreaks) {

    /** @param document made by {@link EdifactCartridge#newRow} for this type and directory */
    public record OutboundMessage(String reference, MessageType type, Row document) {}
}
