package io.tradelane.mappings;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.trading.document.BusinessDocument;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** UNB from an envelope: the character set decides the syntax identifier. */
final class EnvelopeHeader {
    private EnvelopeHeader() {}

    static InterchangeHeader of(Envelope envelope, List<BusinessDocument> documents) {
        String identifier = syntaxIdentifier(envelope.charset());
        return new InterchangeHeader(
                identifier,
                identifier.equals("UNOW") ? "4" : "3",
                envelope.sender(),
                envelope.recipient(),
                LocalDateTime.ofInstant(envelope.preparedAt(), ZoneOffset.UTC),
                envelope.controlReference(),
                null,
                envelope.acknowledgementRequested(),
                envelope.test());
    }

    /** ISO 9735 data element 0001. */
    private static String syntaxIdentifier(String charset) {
        return switch (charset.toUpperCase(Locale.ROOT)) {
            case "US-ASCII", "ASCII" -> "UNOB";
            case "ISO-8859-1" -> "UNOC";
            case "ISO-8859-2" -> "UNOD";
            case "ISO-8859-5" -> "UNOE";
            case "ISO-8859-7" -> "UNOF";
            case "ISO-8859-3" -> "UNOG";
            case "ISO-8859-4" -> "UNOH";
            case "ISO-8859-6" -> "UNOI";
            case "ISO-8859-8" -> "UNOJ";
            case "ISO-8859-9" -> "UNOK";
            case "UTF-8" -> "UNOW";
            default -> throw new IllegalArgumentException("no EDIFACT syntax identifier for the character set " + charset);
        };
    }
}
