package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;

/**
 * @param codeLists what a code outside the standard's list is worth
 * @param limits what one interchange may cost
 * @param rules whether a document is held against the schema and the rules of the profile it claims
 */
public record ReadOptions(Strictness codeLists, Limits limits, boolean rules) {

    public ReadOptions(Strictness codeLists, Limits limits) {
        this(codeLists, limits, true);
    }

    public static ReadOptions defaults() {
        return new ReadOptions(Strictness.LENIENT, Limits.defaults());
    }

    /** For files that are known and large. */
    public ReadOptions forBulk() {
        return new ReadOptions(codeLists, limits.forBulk(), rules);
    }

    /** Only what is needed to make the document. */
    public ReadOptions withoutRules() {
        return new ReadOptions(codeLists, limits, false);
    }
}
