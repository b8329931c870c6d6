package io.tradelane.trading.contract;

/**
 * A clause in both languages. Names in double braces stand for what the contract says elsewhere, as {@link Variables} lists them, and for
 * its own parameters.
 */
public record Clause(ClauseKind kind, String titleEn, String titleZh, String textEn, String textZh) {}
