package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.xml.XmlError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document has, or lacks, that keeps it from being written in XML, where the declaration alone cannot say so. */
public final class XmlRefusals {
    private XmlRefusals() {}

    /** @param path where it would stand, @param expected what the standard allows there */
    public static UnwritableException value(String path, String value, String expected) {
        return refused(XmlError.BAD_VALUE, path, value, expected);
    }

    public static UnwritableException missing(String path) {
        return refused(XmlError.MISSING_ELEMENT, path, null, last(path));
    }

    private static UnwritableException refused(XmlError code, String path, @Nullable String value, String expected) {
        Position place = new Position(0, 0, 0, last(path), 0, 0, 0);
        return new UnwritableException(List.of(new Finding(code.severity(), code, place, value, expected, path)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
