package io.tradelane.trading.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a movement comes from.
 *
 * @param id of the document; {@code null} where a person says it
 * @param number of the document, as it is known to people
 * @param message in which it came
 */
public record StockCause(Kind kind, @Nullable UUID id, @Nullable String number, @Nullable UUID message) {

    public enum Kind {
        PURCHASE_ORDER,
        DESPATCH_ADVICE,
        GOODS_RECEIPT,
        INVENTORY_REPORT,
        /** The article's page, its API, or a file of articles. */
        ARTICLE,
        COUNT_FILE,
        PERSON
    }

    static final StockCause PERSON = new StockCause(Kind.PERSON, null, null, null);

    static StockCause of(Kind kind) {
        return new StockCause(kind, null, null, null);
    }
}
