package io.tradelane.mappings.syntax.xml;

/**
 * How much of a document is taken before it is refused.
 *
 * @param bytes of the whole document
 * @param depth of nested elements
 * @param attributes of one element, namespace declarations included
 * @param names different names of elements and attributes
 * @param tag bytes of one tag with its attributes
 * @param run bytes of one text, comment or CDATA section
 */
public record XmlLimits(long bytes, int depth, int attributes, int names, int tag, int run) {

    public static XmlLimits defaults() {
        return ofBytes(200_000_000);
    }

    public static XmlLimits ofBytes(long bytes) {
        return new XmlLimits(bytes, 100, 200, 10_000, 64 << 10, 4 << 20);
    }
}
