package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.DraftPath;
import io.tradelane.mappings.syntax.edifact.grammar.ElementChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is checked of a segment: its elements, and the conditions between them. */
public final class SegmentRules {

    /**
     * An element or composite at its position.
     *
     * @param name in English
     * @param components one, of a simple element
     */
    public record Part(
            String id, String name, String chineseName, boolean mandatory, int repeat, boolean composite, List<Component> components) {}

    /** An element alone or in a composite. */
    public record Component(Element element, boolean mandatory) {}

    private final String name;
    private final String chineseName;
    private final Part[] parts;
    private final Component[][] components;
    /** By position from 0, where its components begin in what follows; one more closes the last. */
    private final int[] firstComponent;
    /** Of each component, see {@link ValueCheck#rule}. */
    private final int[] values;
    private final @Nullable CodeList[] codes;
    private final Condition[] conditions;
    private final long mandatory;
    private final boolean open;

    SegmentRules(String name, String chineseName, List<Part> parts, List<Condition> conditions, boolean open) {
        this.name = name;
        this.chineseName = chineseName;
        this.parts = parts.toArray(Part[]::new);
        this.components = parts.stream().map(part -> part.components().toArray(Component[]::new)).toArray(Component[][]::new);
        this.conditions = conditions.toArray(Condition[]::new);
        this.open = open;
        long bits = 0;
        this.firstComponent = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            bits |= parts.get(i).mandatory() ? 1L << i + 1 : 0;
            firstComponent[i + 1] = firstComponent[i] + components[i].length;
        }
        this.mandatory = bits;
        List<Element> elements = Arrays.stream(components).flatMap(Arrays::stream).map(Component::element).toList();
        this.values = elements.stream().mapToInt(ValueCheck::rule).toArray();
        this.codes = elements.stream().map(Element::codes).toArray(CodeList[]::new);
    }

    /** The same with another data element, or several of that name. @throws IllegalArgumentException if it has none */
    SegmentRules with(DraftPath.ElementName wanted, ElementChange change) {
        List<Part> changed = new ArrayList<>();
        int found = 0;
        for (int position = 1; position <= parts.length; position++) {
            Part part = parts[position - 1];
            boolean here = wanted.position() > 0 ? wanted.position() == position : wanted.composite() == null || wanted.composite().equals(part.id());
            boolean whole = wanted.component() == 0 && wanted.id() == null;
            boolean mandatory = part.mandatory();
            List<Component> components = new ArrayList<>();
            for (int i = 0; i < part.components().size(); i++) {
                Component component = part.components().get(i);
                boolean named = here && (whole || (wanted.id() == null ? wanted.component() == i + 1 : component.element().id().equals(wanted.id())));
                found += named ? 1 : 0;
                if (named && whole) {
                    change.refuseFor(part.composite());
                }
                mandatory = named && (whole || !part.composite()) ? change.mandatory(mandatory) : mandatory;
                components.add(named && !(whole && part.composite())
                        ? new Component(component.element().with(change), part.composite() ? change.mandatory(component.mandatory()) : component.mandatory())
                        : component);
            }
            changed.add(new Part(part.id(), part.name(), part.chineseName(), mandatory, part.repeat(), part.composite(), components));
        }
        if (found == 0) {
            throw new IllegalArgumentException("segment " + name + " has no such data element");
        }
        return new SegmentRules(name, chineseName, changed, List.of(conditions), open);
    }

    public String name() {
        return name;
    }

    public String chineseName() {
        return chineseName;
    }

    public int size() {
        return parts.length;
    }

    /** From 1. */
    public Part part(int position) {
        return parts[position - 1];
    }

    /** Of an element or composite, from 1. */
    public boolean isMandatory(int position) {
        return (mandatory & 1L << position) != 0;
    }

    public Condition[] conditions() {
        return conditions;
    }

    /** Younger than what is known of the segment: it may have got further elements. */
    public boolean isOpen() {
        return open;
    }

    /** The component's rule, {@code null} where the element has no so many. */
    public @Nullable Component component(int position, int component) {
        Component[] all = components[position - 1];
        return component <= all.length ? all[component - 1] : null;
    }

    /**
     * Whether a segment, as far as can be told in one go, has nothing wrong with it. {@code false} says that somebody
     * must look closely. Expects one byte a character, no repetitions and no line breaks.
     */
    public boolean isClean(Segment segment, boolean shortDates) {
        int sent = segment.elements();
        if (sent == 0 || sent > parts.length) {
            return false;
        }
        long present = 0;
        byte[] bytes = segment.buffer();
        int[] edges = segment.edges();
        int[] first = segment.firsts();
        for (int position = 1; position <= sent; position++) {
            int from = first[position];
            int count = first[position + 1] - from;
            int known = firstComponent[position - 1];
            if (count > firstComponent[position] - known) {
                return false;
            }
            boolean filled = false;
            for (int i = 0; i < count; i++) {
                int start = edges[from + i] + 1;
                int end = edges[from + i + 1];
                if (start < end) {
                    if (!ValueCheck.isClean(values[known + i], codes[known + i], bytes, start, end, shortDates)) {
                        return false;
                    }
                    filled = true;
                }
            }
            if (filled) {
                present |= 1L << position;
                if (firstComponent[position] - known > 1 && !isComplete(segment, from, count, components[position - 1])) {
                    return false;
                }
            } else if (position == sent || count > 1) {
                return false;
            }
        }
        return (present & mandatory) == mandatory && holds(present);
    }

    private static boolean isComplete(Segment segment, int from, int count, Component[] known) {
        for (int i = 0; i < known.length; i++) {
            if (known[i].mandatory() && (i >= count || segment.isEmpty(from + i))) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(long present) {
        for (Condition condition : conditions) {
            if (!condition.holds(present)) {
                return false;
            }
        }
        return true;
    }
}
