package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.trading.document.BusinessDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as read.
 *
 * @param header of the interchange it came in; of a document without an envelope, with empty addresses
 * @param reference UNH 0062; MsgId of an ISO 20022 message; the document's number in JSON
 * @param index in the input, from 0
 * @param byteStart where it starts in the input
 * @param byteEnd where it ends, exclusive
 * @param document {@code null} when it could not be made, or when no mapping knows the type of message
 * @param group the functional group it was in: X12 GS
 */
public record MessageResult(
        InterchangeHeader header,
        String reference,
        MessageType type,
        int index,
        long byteStart,
        long byteEnd,
        @Nullable BusinessDocument document,
        List<Finding> findings,
        @Nullable GroupHeader group) {

    /** Of a format without functional groups. */
    public MessageResult(
            InterchangeHeader header,
            String reference,
            MessageType type,
            int index,
            long byteStart,
            long byteEnd,
            @Nullable BusinessDocument document,
            List<Finding> findings) {
        this(header, reference, type, index, byteStart, byteEnd, document, findings, null);
    }

    /** The same message with other things to say about it. */
    public MessageResult with(List<Finding> others) {
        return new MessageResult(header, reference, type, index, byteStart, byteEnd, document, others, group);
    }

    /** No finding is an error. */
    public boolean valid() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
