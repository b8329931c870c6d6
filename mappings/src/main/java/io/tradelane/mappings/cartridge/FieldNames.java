package io.tradelane.mappings.cartridge;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fields of a kind that are looked at one after the other, such as id1, id2 …; where a layout has them is remembered. */
public final class FieldNames {

    private final String[] names;
    /** Of the layout that was asked for last; threads may overwrite each other's. */
    private @Nullable Found last;

    private record Found(RowLayout layout, int[] slots) {}

    private FieldNames(String[] names) {
        this.names = names;
    }

    /**
     * The same strings as literals, which rows find quickest.
     *
     * @param stem such as id
     */
    public static FieldNames of(String stem, int most) {
        return new FieldNames(IntStream.rangeClosed(1, most).mapToObj(i -> (stem + i).intern()).toArray(String[]::new));
    }

    public String name(int i) {
        return names[i];
    }

    public int size() {
        return names.length;
    }

    /** The slots of those that a row has, up to the first that it does not have. Not to be written to. */
    @SuppressWarnings("ReferenceEquality") // a declaration has one layout
    public int[] in(Row row) {
        Found found = last;
        if (found == null || found.layout() != row.layout()) {
            RowLayout layout = row.layout();
            int[] slots = Arrays.stream(names).takeWhile(layout::hasField).mapToInt(layout::slot).toArray();
            last = found = new Found(layout, slots);
        }
        return found.slots();
    }
}
