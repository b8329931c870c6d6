package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.order.Parties;
import org.jspecify.annotations.Nullable;

/**
 * An offer on its way in.
 *
 * @param rfq what it answers; {@code null}: nobody asked for it
 * @param documentKey the supplier's number and version of it, under which it comes once; {@code null}: from a form that gave no number
 * @param expectedVersion of the negotiation, where somebody saw it before; {@code null}: a message, which expects none
 */
record QuoteDraft(
        @Nullable RfqRow rfq, QuotationDocument document, Parties parties, Side author, @Nullable String documentKey, @Nullable Integer expectedVersion) {}
