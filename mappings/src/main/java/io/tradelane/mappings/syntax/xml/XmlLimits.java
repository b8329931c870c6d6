package io.tradelane.mappings.syntax.xml;

/**
 * How much of a document is taken before it is refused.
 *
 * @param bytes of the whole document
 * @param depth of nested elements
 * @param attributes of one element, namespace declarations included
 * @param run bytes of what stands between two tags, or of a tag: a text, an attribute, a comment, a CDATA section
 */
public record XmlLimits(long bytes, int depth, int attributes, int run) {

    public static XmlLimits defaults() {
        return ofBytes(200_000_000);
    }

    public static XmlLimits ofBytes(long bytes) {
        return new XmlLimits(bytes, 100, 200, 4_000_000);
    }
}
