package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.util.Set;

/** As what this hub can write documents; the mappings themselves are behind it. */
public interface WrittenFormats {
    String EDIFACT = "EDIFACT";

    /** EDIFACT directories ({@code D96A}); other formats with their version ({@code X12:004010}, {@code UBL:PEPPOL}, {@code JSON}). */
    Set<String> of(DocumentType type);
}
