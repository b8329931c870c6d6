package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Several values taken from one segment. Where they stand is also packed into ints, so that a segment without
 * repetitions is gone through without asking for each, since most are not sent at all.
 */
final class TakingList {

    static final TakingList NONE = new TakingList(List.of());

    private static final int COMPONENT = 0x7fff;
    private static final int REPEATED = 0x8000;

    private final Taking[] takings;
    /** Element in the upper half, component in the lower, from 0; marked when it is not the first repetition. */
    private final int[] places;
    /** No element stands before that of the place before it: behind what was sent, none is to be looked for. */
    private final boolean inOrder;

    TakingList(List<Taking> takings) {
        this.takings = takings.toArray(Taking[]::new);
        this.places = takings.stream().mapToInt(taking -> pack(taking.at())).toArray();
        boolean rising = true;
        for (int i = 1; i < places.length; i++) {
            rising &= places[i] >>> 16 >= places[i - 1] >>> 16;
        }
        this.inOrder = rising;
    }

    private static int pack(Place.Address at) {
        return at.element() << 16 | at.component() - 1 | (at.repetition() > 1 ? REPEATED : 0);
    }

    TakingList and(Taking more) {
        List<Taking> all = new ArrayList<>(List.of(takings));
        all.add(more);
        return new TakingList(all);
    }

    void take(PlanRun run, Segment segment, Row row) {
        if (segment.hasRepetitions()) {
            takeRepeated(run, segment, row);
            return;
        }
        int sent = segment.elements();
        int[] first = segment.firsts();
        int[] edges = segment.edges();
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            int element = place >>> 16;
            if (element > sent && inOrder) {
                return;
            }
            if (element > sent || (place & REPEATED) != 0) {
                continue;
            }
            int index = first[element] + (place & COMPONENT);
            if (index < first[element + 1] && edges[index] + 1 < edges[index + 1]) {
                takings[i].take(run, segment, row, index);
            }
        }
    }

    private void takeRepeated(PlanRun run, Segment segment, Row row) {
        for (Taking taking : takings) {
            int index = taking.find(segment);
            if (index >= 0) {
                taking.take(run, segment, row, index);
            }
        }
    }

    /** Appends the values to one field, in the order of their places. */
    void join(Segment segment, Row row, int slot, String between) {
        for (int i = 0; i < places.length && places[i] >>> 16 <= segment.elements(); i++) {
            int index = takings[i].find(segment);
            if (index >= 0) {
                Object before = row.value(slot);
                String text = segment.text(index);
                row.value(slot, before == null ? text : before + between + text);
            }
        }
    }
}
