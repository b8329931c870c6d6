package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of document goes from one organisation to another. Without one the receiver reads the document in the portal.
 *
 * @param format {@code EDIFACT}
 * @param version directory, for example {@code D96A}
 * @param association code assigned by the association (S009 0057), for example {@code EAN008}
 * @param channel outbound channel of the receiver; null while none is set up
 * @param acknowledgementRequested whether a syntax acknowledgement (UNB 0031) is asked for
 * @param senderId address in the envelope, with its qualifier (0007)
 * @param charset UN/EDIFACT syntax identifier 0001: {@code UNOA}, {@code UNOC}, {@code UNOY} …
 */
public record Agreement(
        UUID id,
        UUID sender,
        UUID receiver,
        DocumentType type,
        String format,
        String version,
        @Nullable String association,
        @Nullable UUID channel,
        boolean acknowledgementRequested,
        String senderId,
        @Nullable String senderQualifier,
        String receiverId,
        @Nullable String receiverQualifier,
        String charset,
        boolean test) {}
