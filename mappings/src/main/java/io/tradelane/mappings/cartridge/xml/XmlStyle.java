package io.tradelane.mappings.cartridge.xml;

import org.jspecify.annotations.Nullable;

/**
 * How a document is written.
 *
 * @param indented with line breaks and blanks for a person's eyes
 * @param namespace of the root element instead of the declared one, for a standard with one for each version;
 *     {@code null} for the declared one
 */
public record XmlStyle(boolean indented, @Nullable String namespace) {
    public static final XmlStyle PLAIN = new XmlStyle(false, null);
    public static final XmlStyle INDENTED = new XmlStyle(true, null);
}
