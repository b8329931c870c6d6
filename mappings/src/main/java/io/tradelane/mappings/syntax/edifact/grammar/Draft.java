package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a message while a partner's deviations are written into it; the directory's own stays as it is. Whatever the
 * message does not have is an {@link IllegalArgumentException} that says so.
 */
public class Draft {
    private static final int MOST_TIMES = 999_999;

    /** A segment, or a group with what is in it, led by the first. */
    protected static final class Place {
        private final int tag;
        private final int group;
        private final List<Place> children = new ArrayList<>();
        private boolean mandatory;
        private int max;
        private @Nullable SegmentGrammar segment;

        private Place(int tag, boolean mandatory, int max, int group, @Nullable SegmentGrammar segment) {
            this.tag = tag;
            this.mandatory = mandatory;
            this.max = max;
            this.group = group;
            this.segment = segment;
        }

        boolean isGroup() {
            return segment == null;
        }

        public @Nullable SegmentGrammar segment() {
            return segment;
        }
    }

    private final MessageGrammar standard;
    private final Place root;
    private final Map<String, SegmentGrammar> own = new HashMap<>();

    public Draft(MessageGrammar standard) {
        this.standard = standard;
        this.root = copy(standard.root());
    }

    private static Place copy(Node node) {
        Place place = new Place(node.tag, node.mandatory, node.max, node.group, node.segment);
        node.children().forEach(child -> place.children.add(copy(child)));
        return place;
    }

    /** A segment that the directory does not have, or has otherwise. */
    public final void define(String tag, String name, List<NewPart> parts) {
        if (!SegmentTag.isValid(SegmentTag.of(tag)) && !tag.matches("[A-Z][A-Z0-9]")) {
            throw new IllegalArgumentException("no tag of a segment: \"" + tag + "\"");
        }
        own.put(tag, defined(SegmentTag.of(tag), name, parts));
    }

    /** @param after the segment or group on the same level behind which it stands; absent: the last */
    public final void insert(DraftPath at, DraftPath.@Nullable Step after, boolean mandatory, int max) {
        Place level = level(at);
        String tag = at.steps().getLast().tag();
        SegmentGrammar segment = own.containsKey(tag) ? own.get(tag) : standard.directory().segment(SegmentTag.of(tag));
        if (segment == null) {
            throw new IllegalArgumentException(standard.directory().name() + " has no segment " + tag + ", and none is defined");
        }
        int index = after == null ? level.children.size() : level.children.indexOf(child(level, after)) + 1;
        level.children.add(index, new Place(segment.tag, mandatory, times(max), 0, segment));
    }

    /** What is null stays. */
    public final void use(DraftPath at, @Nullable Boolean mandatory, @Nullable Integer max) {
        Place place = child(level(at), at.steps().getLast());
        place.mandatory = mandatory == null ? place.mandatory : mandatory;
        place.max = max == null ? place.max : times(max);
    }

    private static int times(int max) {
        if (max < 1 || max > MOST_TIMES) {
            throw new IllegalArgumentException("repeated 1 to " + MOST_TIMES + " times, not " + max);
        }
        return max;
    }

    public final void change(DraftPath at, ElementChange change) {
        Place found = child(level(at), at.steps().getLast());
        Place place = found.isGroup() ? found.children.getFirst() : found;
        if (at.element() == null) {
            throw new IllegalArgumentException("no data element is named: " + at);
        }
        place.segment = changed(place, at.element(), change);
    }

    private Place level(DraftPath at) {
        Place level = root;
        for (DraftPath.Step step : at.steps().subList(0, at.steps().size() - 1)) {
            level = child(level, step);
            if (!level.isGroup()) {
                throw new IllegalArgumentException(step.tag() + " leads no group of " + standard + ": " + at);
            }
        }
        return level;
    }

    private Place child(Place level, DraftPath.Step step) {
        int tag = SegmentTag.of(step.tag());
        List<Place> found = new ArrayList<>(level.children.stream().filter(place -> place.tag == tag && !place.isGroup()).toList());
        level.children.stream().filter(place -> place.tag == tag && place.isGroup()).forEach(found::add);
        if (found.size() < step.occurrence()) {
            String where = level == root ? "" : " in the group of " + SegmentTag.name(level.tag);
            throw new IllegalArgumentException(standard + " has no " + step.tag() + (step.occurrence() > 1 ? "#" + step.occurrence() : "") + where);
        }
        return found.get(step.occurrence() - 1);
    }

    /** The message as it is now. */
    public final MessageGrammar build() {
        MessageStructure structure = new MessageStructure(standard.directory(), root.tag);
        List<Place> order = new ArrayList<>(List.of(root));
        root.children.forEach(child -> build(child, structure, order));
        return grammar(standard, structure.nodes(), order);
    }

    private static void build(Place place, MessageStructure structure, List<Place> order) {
        order.add(place);
        if (place.segment != null) {
            structure.segment(place.segment, place.mandatory, place.max);
            return;
        }
        structure.beginGroup(place.group, place.mandatory, place.max);
        place.children.forEach(child -> build(child, structure, order));
        structure.endGroup();
    }

    protected SegmentGrammar defined(int tag, String name, List<NewPart> parts) {
        return new SegmentGrammar(tag, name, parts.stream().map(part -> NewParts.of(part, standard.directory())).toList());
    }

    protected SegmentGrammar changed(Place place, DraftPath.ElementName element, ElementChange change) {
        return Objects.requireNonNull(place.segment).with(element, change);
    }

    /** @param order the places of the nodes */
    protected MessageGrammar grammar(MessageGrammar standard, List<Node> nodes, List<Place> order) {
        return new MessageGrammar(standard.name(), standard.directory(), nodes);
    }
}
