package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions of one segment, flat: position {@code p} (from 0, behind the tag) holds the components
 * {@code firstComponent[p]} up to {@code firstComponent[p + 1]}; a simple data element is one component.
 */
public final class Layout {

    /** A data element or composite at a position of a segment. */
    public record Part(String id, String name, boolean mandatory, int repeat, boolean composite, List<Component> components) {}

    /** A data element in a composite, or alone. */
    public record Component(DataElement element, boolean mandatory) {}

    /** Of a rule: the longest value. */
    public static final int MAX = 0xffff;

    private static final int MIN_SHIFT = 16;
    /** Of a rule, shifted: the shortest value. */
    private static final int MIN = 0xff;

    /** Of a rule: the component is mandatory. */
    public static final int MANDATORY = 1 << 24;

    /** Of a rule: its value is a number. */
    public static final int NUMERIC = 1 << 25;

    /** Of a rule: its value has a code list. */
    public static final int CODED = 1 << 26;

    public final int size;
    final boolean[] mandatory;
    final int[] repeat;
    final boolean[] composite;
    final int[] firstComponent;
    /** For each position, up to which component it must go when it is sent. */
    private final int[] neededComponents;
    final DataElement[] elements;
    final @Nullable CodeList[] codes;
    /** For each component, what is checked of nearly every value, in one int: see the masks. */
    private final int[] rules;
    /** Index in the composite of the 3055 (or else 1131) that governs the code, -1 when none does. */
    final int[] agency;
    /** Up to which element a segment must go. */
    private int lastMandatory;
    private final String[] ids;
    private final String[] names;

    Layout(List<Part> parts) {
        size = parts.size();
        mandatory = new boolean[size];
        repeat = new int[size];
        composite = new boolean[size];
        firstComponent = new int[size + 1];
        neededComponents = new int[size];
        ids = new String[size];
        names = new String[size];
        int total = parts.stream().mapToInt(part -> part.components().size()).sum();
        rules = new int[total];
        elements = new DataElement[total];
        codes = new CodeList[total];
        agency = new int[total];
        Arrays.fill(agency, -1);
        for (int position = 0; position < size; position++) {
            place(position, parts.get(position));
        }
    }

    private void place(int position, Part part) {
        mandatory[position] = part.mandatory();
        lastMandatory = part.mandatory() ? position + 1 : lastMandatory;
        repeat[position] = part.repeat();
        composite[position] = part.composite();
        ids[position] = part.id();
        names[position] = part.name();
        int first = firstComponent[position];
        int governing = -1;
        for (int i = part.components().size() - 1; i >= 0; i--) {
            Component component = part.components().get(i);
            int index = first + i;
            DataElement element = component.element();
            rules[index] = rule(element, component.mandatory());
            if (component.mandatory() && neededComponents[position] == 0) {
                neededComponents[position] = i + 1;
            }
            elements[index] = element;
            codes[index] = element.codes();
            boolean qualifies = element.id().equals("3055") || element.id().equals("1131");
            agency[index] = qualifies ? -1 : governing;
            governing = element.id().equals("3055") || element.id().equals("1131") && governing < 0 ? i : governing;
        }
        firstComponent[position + 1] = first + part.components().size();
    }

    private static int rule(DataElement element, boolean mandatory) {
        return Math.min(element.max(), MAX) | Math.min(element.min(), MIN) << MIN_SHIFT
                | (mandatory ? MANDATORY : 0) | (element.numeric() ? NUMERIC : 0) | (element.codes() != null ? CODED : 0);
    }

    /**
     * Whether a segment, as far as bytes can be compared without a second thought, has nothing wrong with it: no
     * release characters, no repetitions, one byte a character. {@code false} says that somebody must look closely.
     *
     * @param edges where the separators stand, before the tag, behind it, and behind each component
     * @param first number of the first component of each element, from that of the tag, 0
     * @param found gets for each coded component where its list keeps the code
     */
    public boolean isClean(byte[] bytes, int[] edges, int[] first, int elements, int[] found) {
        if (elements < lastMandatory || elements > size || elements == 0) {
            return false;
        }
        for (int position = 0; position < elements; position++) {
            int from = first[position + 1];
            int sent = first[position + 2] - from;
            if (sent == 1 && edges[from] + 1 == edges[from + 1]) {
                if (mandatory[position] || position == elements - 1) {
                    return false;
                }
            } else if (!isClean(bytes, edges, from, sent, position, found)) {
                return false;
            }
        }
        return true;
    }

    private boolean isClean(byte[] bytes, int[] edges, int from, int sent, int position, int[] found) {
        int flat = firstComponent[position];
        if (sent > firstComponent[position + 1] - flat || sent < neededComponents[position]) {
            return false;
        }
        for (int i = 0; i < sent; i++) {
            int rule = rules[flat + i];
            int start = edges[from + i] + 1;
            int end = edges[from + i + 1];
            if (start == end) {
                if ((rule & MANDATORY) != 0) {
                    return false;
                }
            } else if ((rule & (NUMERIC | CODED)) == CODED) {
                int slot = codes[flat + i].find(bytes, start, end);
                found[from + i] = slot;
                if (slot < 0 || end - start < min(rule) || end - start > (rule & MAX)) {
                    return false;
                }
            } else if (!isClean(bytes, start, end, rule)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClean(byte[] bytes, int start, int end, int rule) {
        int length = end - start;
        if (length > (rule & MAX)) {
            return false;
        }
        if ((rule & NUMERIC) == 0) {
            return length >= min(rule);
        }
        if (length <= PackedCode.LONGEST) {
            return isNumber(PackedCode.of(bytes, start, length), length, rule);
        }
        int marks = 0;
        for (int i = start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                boolean inside = bytes[i] == '.' && i > start && i < end - 1;
                if (!inside || marks++ > 0) {
                    return false;
                }
            }
        }
        return length - marks >= min(rule);
    }

    private static boolean isNumber(long packed, int length, int rule) {
        long others = Digits.others(packed, length);
        if (others == 0) {
            return length >= min(rule);
        }
        int mark = Digits.single(others);
        return mark > 0 && mark < length - 1 && (packed >>> Byte.SIZE * mark & 0xff) == '.' && length - 1 >= min(rule);
    }

    /** From 1. */
    public Part part(int position) {
        List<Component> components = new ArrayList<>();
        for (int component = 1; component <= components(position); component++) {
            components.add(new Component(element(position, component), isMandatory(position, component)));
        }
        return new Part(id(position), name(position), isMandatory(position), repeat(position), isComposite(position), components);
    }

    /** Number of the composite or data element at a position, from 1. */
    public String id(int position) {
        return ids[position - 1];
    }

    public String name(int position) {
        return names[position - 1];
    }

    public boolean isComposite(int position) {
        return composite[position - 1];
    }

    public boolean isMandatory(int position) {
        return mandatory[position - 1];
    }

    public int repeat(int position) {
        return repeat[position - 1];
    }

    public int components(int position) {
        return firstComponent[position] - firstComponent[position - 1];
    }

    /** Position and component from 1. */
    public DataElement element(int position, int component) {
        return elements[flat(position, component)];
    }

    public boolean isMandatory(int position, int component) {
        return (rules[flat(position, component)] & MANDATORY) != 0;
    }

    public boolean isNumeric(int position, int component) {
        return (rules[flat(position, component)] & NUMERIC) != 0;
    }

    public int min(int position, int component) {
        return min(rules[flat(position, component)]);
    }

    public int max(int position, int component) {
        return rules[flat(position, component)] & MAX;
    }

    private int flat(int position, int component) {
        return firstComponent[position - 1] + component - 1;
    }

    /** Flat index of the first component of a position. */
    public int first(int position) {
        return firstComponent[position - 1];
    }

    /** By flat index. */
    public int rule(int flat) {
        return rules[flat];
    }

    /** The shortest value that a rule allows. */
    public static int min(int rule) {
        return rule >>> MIN_SHIFT & MIN;
    }

    /** By flat index of a component that is {@link #CODED}. */
    public boolean hasCode(int flat, byte[] bytes, int from, int to) {
        CodeList list = codes[flat];
        return list == null || list.contains(bytes, from, to);
    }

    /** Index in the composite of the component that says who gives this code, -1 when none does. */
    public int agency(int position, int component) {
        return agency[flat(position, component)];
    }
}
