package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a segment after a change.
 *
 * @param found how many data elements of the name were met in the segment so far
 */
record PartChange(Layout.Part part, int found) {

    static PartChange of(Layout.Part part, int position, DraftPath.ElementName wanted, ElementChange change, int before) {
        String composite = wanted.composite();
        boolean here = wanted.position() > 0 ? wanted.position() == position : composite == null || composite.equals(part.id());
        if (!here) {
            return new PartChange(part, before);
        }
        if (wanted.id() == null && wanted.component() == 0) {
            change.refuseFor(part.composite());
            List<Layout.Component> components = part.composite() ? part.components()
                    : List.of(new Layout.Component(changed(part.components().getFirst().element(), change), true));
            return new PartChange(with(part, change.mandatory(part.mandatory()), components), before + 1);
        }
        int found = before;
        boolean mandatory = part.mandatory();
        List<Layout.Component> components = new ArrayList<>();
        for (int i = 0; i < part.components().size(); i++) {
            Layout.Component component = part.components().get(i);
            boolean named = wanted.id() == null ? wanted.component() == i + 1 : component.element().id().equals(wanted.id());
            found += named ? 1 : 0;
            if (named && (wanted.occurrence() == 0 || wanted.occurrence() == found)) {
                mandatory = part.composite() ? mandatory : change.mandatory(mandatory);
                component = new Layout.Component(
                        changed(component.element(), change), !part.composite() || change.mandatory(component.mandatory()));
            }
            components.add(component);
        }
        return new PartChange(with(part, mandatory, components), found);
    }

    private static Layout.Part with(Layout.Part part, boolean mandatory, List<Layout.Component> components) {
        return new Layout.Part(part.id(), part.name(), mandatory, part.repeat(), part.composite(), components);
    }

    private static DataElement changed(DataElement element, ElementChange change) {
        return new DataElement(
                element.id(), element.name(), element.numeric(), change.min(element.min()), change.max(element.max()),
                change.codes(element.codes(), element.id()));
    }
}
