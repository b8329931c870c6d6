package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.Position;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group, segment, composite or element.
 *
 * @param id the tag of a segment, or of the segment that leads a group; the number of a composite or element
 * @param name in English, from the directory; empty where nobody knows it
 * @param group the number of a segment group in its directory, else 0
 * @param value of an element, as sent without release characters; {@code null} of all others
 * @param position of the segment, with line and column; of what is in a segment, its own place
 */
public record TreeNode(
        Kind kind, String id, String name, int group, @Nullable String value, Position position, List<TreeNode> children) {

    public enum Kind {
        GROUP,
        SEGMENT,
        COMPOSITE,
        ELEMENT
    }

    /** Its name for a person: in Chinese where there is one, else in English. */
    public String name(Locale locale) {
        return Names.of(locale, id, name);
    }

    /** What the value means as a code of its element; {@code null} where the list is not known, or does not have it. */
    public @Nullable String meaning(Locale locale) {
        return kind == Kind.ELEMENT && value != null ? Names.code(locale, id, value) : null;
    }
}
