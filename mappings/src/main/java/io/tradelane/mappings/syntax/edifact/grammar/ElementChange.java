package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a data element at one place; what is absent stays as the directory has it.
 *
 * @param min shortest value
 * @param max longest value
 * @param codes further codes beside those of its list
 */
public record ElementChange(@Nullable Boolean mandatory, @Nullable Integer min, @Nullable Integer max, List<String> codes) {

    public ElementChange {
        if (min != null && (min < 0 || min > 0xff) || max != null && (max < 1 || max > Layout.MAX)) {
            throw new IllegalArgumentException("a value has at least 0 to 255 and at most 1 to 65535 characters");
        }
        codes = List.copyOf(codes);
    }

    /** @throws IllegalArgumentException if it says of a composite what can only be said of a data element */
    public void refuseFor(boolean composite) {
        if (composite && (min != null || max != null || !codes.isEmpty())) {
            throw new IllegalArgumentException("a composite has neither a length nor codes: name a data element in it");
        }
    }

    public boolean mandatory(boolean before) {
        return mandatory == null ? before : mandatory;
    }

    public int min(int before) {
        return min == null ? before : min;
    }

    public int max(int before) {
        return max == null ? before : max;
    }

    /** @throws IllegalArgumentException if there is no list to add to, or a code is none */
    public @Nullable CodeList codes(@Nullable CodeList before, String element) {
        if (codes.isEmpty()) {
            return before;
        }
        if (before == null) {
            throw new IllegalArgumentException("data element " + element + " has no list of codes");
        }
        Set<String> all = new TreeSet<>(before.codes());
        all.addAll(codes);
        return CodeList.of(all.toArray(String[]::new));
    }
}
