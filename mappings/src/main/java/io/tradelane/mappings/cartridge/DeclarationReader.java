package io.tradelane.mappings.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads {@code edi:message}; the schema of the resource has already been obeyed. */
final class DeclarationReader {

    private DeclarationReader() {}

    static Declaration.Message message(Element element) {
        Declaration.Rows content = new Declaration.Rows(
                required(element, "name"), null, content(element), new Declaration.Scope(true, true, Set.of()));
        return new Declaration.Message(
                required(element, "type"), Set.copyOf(words(required(element, "directories"))),
                words(element.getAttribute("segments")), content);
    }

    private static List<Declaration> content(Element parent) {
        List<Declaration> content = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                content.add(declaration(element));
            }
        }
        return List.copyOf(content);
    }

    private static Declaration declaration(Element element) {
        Path at = Path.parse(required(element, "at"));
        Declaration.Scope scope = scope(element);
        return switch (element.getLocalName()) {
            case "field" -> new Declaration.Field(
                    required(element, "name"), at, type(element), optional(element, "join"), scope);
            case "constant" -> new Declaration.Constant(at, required(element, "value"), scope);
            case "count" -> new Declaration.Count(at, required(element, "of"), scope);
            case "rows" -> new Declaration.Rows(required(element, "name"), at, content(element), scope);
            default -> throw new IllegalArgumentException("unknown declaration " + element.getNodeName());
        };
    }

    private static Declaration.Scope scope(Element element) {
        String use = element.getAttribute("use");
        return new Declaration.Scope(
                !use.equals("write"), !use.equals("read"), Set.copyOf(words(element.getAttribute("directories"))));
    }

    private static Declaration.Type type(Element element) {
        String type = element.getAttribute("type");
        return switch (type) {
            case "" -> Declaration.Type.STRING;
            case "dateTime" -> Declaration.Type.DATE_TIME;
            default -> Declaration.Type.valueOf(type.toUpperCase(Locale.ROOT));
        };
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static @Nullable String optional(Element element, String attribute) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute) : null;
    }

    private static String required(Element element, String attribute) {
        if (!element.hasAttribute(attribute)) {
            throw new IllegalArgumentException(element.getNodeName() + " has no " + attribute);
        }
        return element.getAttribute(attribute);
    }
}
