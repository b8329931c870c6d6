package io.tradelane.trading.partner;

import org.jspecify.annotations.Nullable;

/** What two versions say differently. @param term path such as {@code acknowledgements.deadlineMinutes} @param before null: nothing */
public record TermDifference(String term, @Nullable String before, @Nullable String after) {}
