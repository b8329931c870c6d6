package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.PackedCode;
import java.util.Arrays;
import java.util.List;

/** A condition of a declaration, ready to be asked of a segment. */
final class Requirement {

    private final Place.Address expanded;
    private final Place.Address compact;
    private final String[] values;
    /** The same, packed; 0 for one that is too long for that. */
    private final long[] packed;

    private Requirement(Place.Address expanded, Place.Address compact, String[] values) {
        this.expanded = expanded;
        this.compact = compact;
        this.values = values;
        this.packed = Arrays.stream(values).mapToLong(PackedCode::of).toArray();
    }

    static Requirement[] of(Place place, Node segment, List<Path.Condition> conditions) {
        return conditions.stream()
                .map(condition -> new Requirement(
                        place.addresses(segment, condition.element(), false).getFirst(),
                        place.addresses(segment, condition.element(), true).getFirst(),
                        condition.values().toArray(String[]::new)))
                .toArray(Requirement[]::new);
    }

    static boolean all(Requirement[] requirements, Segment segment, boolean compact) {
        for (Requirement test : requirements) {
            if (!test.holds(segment, compact)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Segment segment, boolean compactLayout) {
        Place.Address at = compactLayout ? compact : expanded;
        int index = segment.find(at.element(), at.repetition(), at.component());
        if (index < 0) {
            return false;
        }
        int from = segment.start(index);
        int length = segment.end(index) - from;
        if (!segment.isPlain() || length > PackedCode.LONGEST) {
            return List.of(values).contains(segment.text(index));
        }
        long sent = PackedCode.of(segment.buffer(), from, length);
        for (long value : packed) {
            if (value == sent) {
                return true;
            }
        }
        return false;
    }
}
