package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import java.util.ArrayList;
import java.util.List;

/** Several values taken from one segment. Each place is also packed into an int, since most are not sent at all. */
final class TakingList {

    static final TakingList NONE = new TakingList(List.of());

    private final Taking[] takings;
    /** Element in the upper, component in the lower half. */
    private final int[] places;

    TakingList(List<Taking> takings) {
        this.takings = takings.toArray(Taking[]::new);
        this.places = takings.stream().mapToInt(taking -> taking.at().element() << 16 | taking.at().component()).toArray();
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
                int repetition = taking.at().repetition();
                int index = repetition == 1
                        ? segment.find(element, place & 0xffff)
                        : segment.find(element, repetition, place & 0xffff);
                if (index >= 0) {
                    taking.take(run, segment, row, index);
                }
            }
        }
    }
}
