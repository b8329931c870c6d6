package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions of one segment, flat: position {@code p} (from 0, behind the tag) holds the components
 * {@code firstComponent[p]} up to {@code firstComponent[p + 1]}; a simple data element is one component.
 */
public final class Layout {

    /** A data element or composite at a position of a segment. */
    record Part(String id, String name, boolean mandatory, int repeat, boolean composite, List<Component> components) {}

    /** A data element in a composite, or alone. */
    record Component(DataElement element, boolean mandatory) {}

    public final int size;
    final boolean[] mandatory;
    final int[] repeat;
    final boolean[] composite;
    final int[] firstComponent;
    final boolean[] componentMandatory;
    final DataElement[] elements;
    final int[] min;
    final int[] max;
    final boolean[] numeric;
    final @Nullable CodeList[] codes;
    /** Index in the composite of the 3055 (or else 1131) that governs the code, -1 when none does. */
    final int[] agency;
    private final String[] ids;
    private final String[] names;

    Layout(List<Part> parts) {
        size = parts.size();
        mandatory = new boolean[size];
        repeat = new int[size];
        composite = new boolean[size];
        firstComponent = new int[size + 1];
        ids = new String[size];
        names = new String[size];
        int total = parts.stream().mapToInt(part -> part.components().size()).sum();
        componentMandatory = new boolean[total];
        elements = new DataElement[total];
        min = new int[total];
        max = new int[total];
        numeric = new boolean[total];
        codes = new CodeList[total];
        agency = new int[total];
        Arrays.fill(agency, -1);
        for (int position = 0; position < size; position++) {
            place(position, parts.get(position));
        }
    }

    private void place(int position, Part part) {
        mandatory[position] = part.mandatory();
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
            componentMandatory[index] = component.mandatory();
            elements[index] = element;
            min[index] = element.min();
            max[index] = element.max();
            numeric[index] = element.numeric();
            codes[index] = element.codes();
            boolean qualifies = element.id().equals("3055") || element.id().equals("1131");
            agency[index] = qualifies ? -1 : governing;
            governing = element.id().equals("3055") || element.id().equals("1131") && governing < 0 ? i : governing;
        }
        firstComponent[position + 1] = first + part.components().size();
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
        return elements[firstComponent[position - 1] + component - 1];
    }

    public boolean isMandatory(int position, int component) {
        return componentMandatory[firstComponent[position - 1] + component - 1];
    }

    /** Flat index of the first component of a position; the methods with one argument take flat indices. */
    public int first(int position) {
        return firstComponent[position - 1];
    }

    public boolean isComponentMandatory(int flat) {
        return componentMandatory[flat];
    }

    public boolean isNumeric(int flat) {
        return numeric[flat];
    }

    public int min(int flat) {
        return min[flat];
    }

    public int max(int flat) {
        return max[flat];
    }

    public boolean isNumeric(int position, int component) {
        return numeric[firstComponent[position - 1] + component - 1];
    }

    public int min(int position, int component) {
        return min[firstComponent[position - 1] + component - 1];
    }

    public int max(int position, int component) {
        return max[firstComponent[position - 1] + component - 1];
    }

    /** Also true where there is no code list. */
    public boolean hasCode(int flat, byte[] bytes, int from, int to) {
        CodeList list = codes[flat];
        return list == null || list.contains(bytes, from, to);
    }

    /** Index in the composite of the component that says who gives this code, -1 when none does. */
    public int agency(int position, int component) {
        return agency[firstComponent[position - 1] + component - 1];
    }
}
