package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment of a directory (EDSD).
 *
 * <p>An element that may repeat stands in several positions behind each other before syntax version 4, and may stand
 * in one position with repetition separators since: {@code expanded} and {@code compact}.
 */
public final class SegmentGrammar {

    public final int tag;
    private final String name;
    private final Layout expanded;
    private final Layout compact;

    SegmentGrammar(int tag, String name, List<Layout.Part> parts) {
        this.tag = tag;
        this.name = name;
        this.compact = new Layout(parts);
        List<Layout.Part> positions = new ArrayList<>();
        for (Layout.Part part : parts) {
            for (int i = 0; i < part.repeat(); i++) {
                positions.add(new Layout.Part(
                        part.id(), part.name(), part.mandatory() && i == 0, 1, part.composite(), part.components()));
            }
        }
        this.expanded = positions.size() == parts.size() ? compact : new Layout(positions);
    }

    private SegmentGrammar(int tag, String name, Layout layout) {
        this.tag = tag;
        this.name = name;
        this.compact = layout;
        this.expanded = layout;
    }

    /** Of a syntax in which an element repeats in its position only. */
    public static SegmentGrammar inPlace(int tag, String name, List<Layout.Part> parts) {
        return new SegmentGrammar(tag, name, new Layout(parts));
    }

    /**
     * The same with another data element, or several of that name.
     *
     * @throws IllegalArgumentException if it has none
     */
    SegmentGrammar with(DraftPath.ElementName element, ElementChange change) {
        List<Layout.Part> parts = new ArrayList<>();
        int found = 0;
        for (int position = 1; position <= compact.size; position++) {
            Layout.Part part = compact.part(position);
            PartChange changed = PartChange.of(part, position, element, change, found);
            found = changed.found();
            parts.add(changed.part());
        }
        if (found < Math.max(1, element.occurrence())) {
            throw new IllegalArgumentException("segment " + tag() + " has no such data element");
        }
        return compact == expanded ? inPlace(tag, name, parts) : new SegmentGrammar(tag, name, parts);
    }

    public String tag() {
        return SegmentTag.name(tag);
    }

    public String name() {
        return name;
    }

    public Layout expanded() {
        return expanded;
    }

    public Layout compact() {
        return compact;
    }

    /**
     * The layout a sender used.
     *
     * @param elements sent, without the tag
     * @param repetitions the segment has a repetition separator
     */
    public Layout layout(boolean syntax4, int elements, boolean repetitions) {
        return syntax4 && (repetitions || elements <= compact.size) ? compact : expanded;
    }
}
