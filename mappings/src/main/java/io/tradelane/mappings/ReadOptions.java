package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;

/**
 * @param codeLists what a code outside the standard's list is worth
 * @param limits what one interchange may cost
 */
public record ReadOptions(Strictness codeLists, Limits limits) {

    public static ReadOptions defaults() {
        return new ReadOptions(Strictness.LENIENT, Limits.defaults());
    }

    /** For files that are known and large. */
    public ReadOptions forBulk() {
        return new ReadOptions(codeLists, limits.forBulk());
    }
}
