package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.util.Set;

/** As what this hub can write documents; the mappings themselves are behind it. */
public interface WrittenFormats {
    String JSON = "JSON";

    /** EDIFACT directories ({@code D96A}), and {@link #JSON}. */
    Set<String> of(DocumentType type);
}
