package io.tradelane.trading.catalogue;

import java.util.List;
import java.util.UUID;

/** Where it is said how much of its articles a supplier can sell; the warehouses are behind it. */
public interface ArticleCounts {

    /**
     * Counts what is there, in the supplier's main warehouse. What is said of an earlier time than what is known changes nothing, nor does a number below zero.
     *
     * @return of how many articles it is news
     */
    int set(UUID supplier, List<ArticleStock.Level> levels);
}
