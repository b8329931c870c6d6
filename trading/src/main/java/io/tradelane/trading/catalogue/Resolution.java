package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of an item that a document names.
 *
 * @param article the article meant; {@code null} when none of the item's numbers is known
 * @param agreedPrice what buyer and supplier agreed for it on the day asked for; {@code null} when nothing was agreed
 * @param buyerArticle the number the buyer uses for it, when one is on record
 * @param conflict the item's numbers mean different articles; {@code article} is the one its GTIN means
 */
public record Resolution(
        @Nullable Article article, @Nullable Price agreedPrice, @Nullable String buyerArticle, boolean conflict) {}
