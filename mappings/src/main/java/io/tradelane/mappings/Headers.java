package io.tradelane.mappings;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Headers of interchanges in formats without an envelope of their own. */
final class Headers {
    static final PartyAddress NOBODY = new PartyAddress("", null);

    private Headers() {}

    /** @param reference what identifies the document for its sender */
    static InterchangeHeader without(
            String syntax, PartyAddress sender, PartyAddress recipient, @Nullable OffsetDateTime prepared, String reference) {
        var preparedAt = prepared == null ? null : prepared.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return new InterchangeHeader(syntax, "", sender, recipient, preparedAt, reference, null, false, false);
    }
}
