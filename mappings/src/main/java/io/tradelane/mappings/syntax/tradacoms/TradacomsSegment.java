package io.tradelane.mappings.syntax.tradacoms;

import io.tradelane.mappings.syntax.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment.
 *
 * @param tag three letters
 * @param elements of components, as sent without release characters
 * @param place its start
 */
public record TradacomsSegment(String tag, List<List<String>> elements, Position place) {

    /** Element and component count from 1; empty when it is not there. */
    public String value(int element, int component) {
        if (element > elements.size() || component > elements.get(element - 1).size()) {
            return "";
        }
        return elements.get(element - 1).get(component - 1).strip();
    }

    public String value(int element) {
        return value(element, 1);
    }

    public @Nullable String text(int element, int component) {
        String value = value(element, component);
        return value.isEmpty() ? null : value;
    }

    /** Components of an element that are not empty, joined by a space. */
    public @Nullable String joined(int element) {
        if (element > elements.size()) {
            return null;
        }
        String text = String.join(" ", elements.get(element - 1).stream().map(String::strip).filter(part -> !part.isEmpty()).toList());
        return text.isEmpty() ? null : text;
    }
}
