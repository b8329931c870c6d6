package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Draft;
import io.tradelane.mappings.syntax.edifact.grammar.DraftPath;
import io.tradelane.mappings.syntax.edifact.grammar.ElementChange;
import io.tradelane.mappings.syntax.edifact.grammar.NewPart;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One change of a grammar, read from where the cursor stands and made. */
final class OverlayChange {
    private final XmlCursor cursor;
    private final Draft draft;
    private final Runnable here;
    private final Attributes attributes;

    /** @param here remembers the line, before what stands there is looked at */
    OverlayChange(XmlCursor cursor, Draft draft, Runnable here) {
        this.cursor = cursor;
        this.draft = draft;
        this.here = here;
        this.attributes = new Attributes(cursor);
    }

    void read(String kind) throws IOException, XmlRefused {
        switch (kind) {
            case "define" -> define();
            case "insert" -> {
                attributes.only("at", "after", "mandatory", "max");
                String after = cursor.attribute("after");
                draft.insert(
                        at(), after == null ? null : DraftPath.parse(after).steps().getFirst(),
                        Boolean.TRUE.equals(attributes.flag("mandatory")), attributes.number("max", 1));
            }
            case "use" -> {
                attributes.only("at", "mandatory", "max");
                draft.use(at(), attributes.flag("mandatory"), attributes.number("max"));
            }
            case "element" -> {
                attributes.only("at", "mandatory", "min", "max");
                draft.change(at(), new ElementChange(attributes.flag("mandatory"), attributes.number("min"), attributes.number("max"), List.of()));
            }
            case "codes" -> {
                attributes.only("at", "add");
                draft.change(at(), new ElementChange(null, null, null, List.of(attributes.required("add").split("\\s+"))));
            }
            default -> throw new IllegalArgumentException("a grammar has define, insert, use, element and codes, no " + kind);
        }
    }

    private DraftPath at() {
        return DraftPath.parse(attributes.required("at"));
    }

    private void define() throws IOException, XmlRefused {
        attributes.only("tag", "name");
        String tag = attributes.required("tag");
        String name = Objects.requireNonNullElse(cursor.attribute("name"), tag);
        List<NewPart> parts = new ArrayList<>();
        cursor.children(element -> {
            here.run();
            if (!element.equals("element")) {
                throw new IllegalArgumentException("a segment has elements, no " + element);
            }
            attributes.only("id", "name", "type", "min", "max", "mandatory", "repeat");
            parts.add(new NewPart(
                    attributes.required("id"), cursor.attribute("name"), cursor.attribute("type"), attributes.number("min", 1),
                    attributes.number("max", 35), Boolean.TRUE.equals(attributes.flag("mandatory")), attributes.number("repeat", 1)));
        });
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("segment " + tag + " has no elements");
        }
        draft.define(tag, name, parts);
    }
}
