package io.tradelane.mappings.syntax.xml;

import io.tradelane.mappings.syntax.Limits;

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

    /** As far as they are about XML. */
    public static XmlLimits of(Limits limits) {
        XmlLimits usual = ofBytes(limits.interchangeBytes());
        return new XmlLimits(usual.bytes, limits.depth(), usual.attributes, usual.names, usual.tag, usual.run);
    }

    public static XmlLimits ofBytes(long bytes) {
        return new XmlLimits(bytes, 100, 200, 10_000, 64 << 10, 4 << 20);
    }
}
