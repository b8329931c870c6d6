package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import java.util.ArrayList;
import java.util.List;

/** Several values taken from one segment. Each place is also packed into an int, since most are not sent at all. */
final class TakingList {

    static final TakingList NONE = new TakingList(List.of());

    private static final int REPEATED = 0x8000;
    private static final int COMPONENT = 0x7fff;

    private final Taking[] takings;
    /** Element in the upper half, component in the lower; marked when it is not the first repetition. */
    private final int[] places;

    TakingList(List<Taking> takings) {
        this.takings = takings.toArray(Taking[]::new);
        this.places = takings.stream().map(Taking::at).mapToInt(TakingList::pack).toArray();
    }

    private static int pack(Place.Address at) {
        return at.element() << 16 | at.component() | (at.repetition() > 1 ? REPEATED : 0);
    }

    TakingList and(Taking more) {
        List<Taking> all = new ArrayList<>(List.of(takings));
        all.add(more);
        return new TakingList(all);
    }

    void take(PlanRun run, Segment segment, Row row) {
        int sent = segment.elements();
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            int element = place >>> 16;
            if (element <= sent) {
                Taking taking = takings[i];
                int index = (place & REPEATED) == 0
                        ? segment.find(element, place & COMPONENT)
                        : segment.find(element, taking.at().repetition(), place & COMPONENT);
                if (index >= 0) {
                    taking.take(run, segment, row, index);
                }
            }
        }
    }
}
