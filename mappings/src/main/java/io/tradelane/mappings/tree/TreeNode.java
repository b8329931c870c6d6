package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.Position;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group, segment, composite or element; of XML an element with others in it, or one that has only a value.
 *
 * @param vocabulary of its syntax
 * @param id the tag of a segment, or of the segment that leads a group; the number of a composite or element
 * @param name in English, from the directory; empty where nobody knows it
 * @param group the number of a segment group in its directory, else 0
 * @param value of an element, as sent without release characters; {@code null} of all others, but for an element of XML that has both
 * @param position of the segment, with line and column; of what is in a segment, its own place
 */
public record TreeNode(
        Vocabulary vocabulary, Kind kind, String id, String name, int group, @Nullable String value, Position position, List<TreeNode> children) {

    public enum Kind {
        GROUP,
        SEGMENT,
        COMPOSITE,
        ELEMENT
    }

    /** Its name for a person: in Chinese where there is one, else in English. */
    public String name(Locale locale) {
        return vocabulary.name(locale, id, name);
    }

    /** Where an element stands in its segment, as people who know X12 say it: {@code BEG03}, {@code PO106-2}; empty of all others. */
    public String place() {
        if (kind != Kind.ELEMENT || position.element() == 0 || position.segment() == null) {
            return "";
        }
        String element = position.segment() + (position.element() < 10 ? "0" : "") + position.element();
        return position.component() > 1 ? element + "-" + position.component() : element;
    }

    /** What the value means as a code of its element; {@code null} where the list is not known, or does not have it. */
    public @Nullable String meaning(Locale locale) {
        return kind == Kind.ELEMENT && value != null ? vocabulary.code(locale, id, value) : null;
    }
}
