package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.RowLayout;
import java.util.ArrayList;
import java.util.List;

/** One {@code rows} declaration at one place; the document itself is the outermost. */
final class Level {
    final int number;
    final int above;
    final int child;
    final RowLayout layout;
    final Located at;
    final boolean stream;
    final List<GivenValue> given = new ArrayList<>();
    /** Fields whose values are gathered in a StringBuilder while the row is read. */
    final List<Integer> joined = new ArrayList<>();
    final List<Node.Check> checks = new ArrayList<>();
    /** Whether fields have several places, the best of which counts. */
    boolean ranked;

    Level(int number, int above, int child, RowLayout layout, Located at, boolean stream) {
        this.number = number;
        this.above = above;
        this.child = child;
        this.layout = layout;
        this.at = at;
        this.stream = stream;
    }

    record GivenValue(int slot, String value) {}

    /** Whether only a later element says if there is this row at all. */
    boolean isTentative() {
        return at.later().length > 0;
    }
}
