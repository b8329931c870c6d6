package io.tradelane.trading.document;

import org.jspecify.annotations.Nullable;

/**
 * An article as a line names it; at least one of the fields is present in a document that can be processed.
 *
 * @param gtin GS1 Global Trade Item Number, as sent (its check digit is the engine's business)
 * @param buyerArticle the buyer's article number (7143 code IN)
 * @param supplierArticle the supplier's article number (7143 code SA)
 */
public record Item(
        @Nullable String gtin, @Nullable String buyerArticle, @Nullable String supplierArticle, @Nullable String description) {}
