package io.tradelane.trading.inventory;

/**
 * What became of a report.
 *
 * @param rows how many places and articles stand as it says
 * @param older how many it says nothing new of: a later report came before
 */
public record Taken(int rows, int older) {}
