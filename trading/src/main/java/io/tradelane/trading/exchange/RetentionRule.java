package io.tradelane.trading.exchange;

import io.tradelane.trading.document.DocumentType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long bytes are kept.
 *
 * @param partner whom they came from or went to, or who is the other party; absent: everybody
 * @param type absent: documents of every type
 * @param years from receipt or writing
 */
public record RetentionRule(UUID id, @Nullable UUID partner, @Nullable DocumentType type, int years) {
    /** Where no rule says otherwise. */
    public static final int USUAL_YEARS = 10;
}
