package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ListingFilter.Tab;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param counts of every tab, the text counted in @param next for {@link ListingFilter#before} of the next page; null at the end */
public record ListingPage(List<ArticleSummary> articles, Map<Tab, Integer> counts, @Nullable UUID next) {}
