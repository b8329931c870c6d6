package io.tradelane.trading.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which remittance advices to list, newest first.
 *
 * @param text part of a number of an advice or of a document in it, of a payment reference or of a company's name
 * @param before the cursor: only advices older than the one of this id
 * @param limit at most 200
 */
public record RemittanceFilter(Tab tab, @Nullable String text, @Nullable UUID before, int limit) {

    public enum Tab {
        ALL,
        /** Announced, not arrived. */
        ANNOUNCED,
        /** Of these, those whose day has passed. */
        OVERDUE,
        ARRIVED,
        /** With a case to be decided. */
        CASES
    }
}
