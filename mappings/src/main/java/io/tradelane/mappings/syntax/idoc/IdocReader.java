package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Reads IDocs one by one; each is checked and handed over before the next is read. */
public final class IdocReader {
    /** Segments of one IDoc that are kept: it is read as a whole. */
    private static final int MOST = 250_000;

    private IdocReader() {}

    static int mostSegments(Limits limits) {
        return Math.min(MOST, limits.messageSegments());
    }

    /** Whether a flat file begins so. @param start without byte order mark and leading blanks */
    public static boolean isFlat(String start) {
        return start.startsWith("EDI_DC40") || start.startsWith("EDI_DC ");
    }

    /** Whether it is an IDoc, or holds one right below its root. */
    public static boolean isXml(XmlRoot root) {
        return root.name().equals("IDOC") ? root.holds("EDI_DC40") || root.holds("EDI_DC") : root.holds("IDOC");
    }

    /** @return what is wrong with the input as a whole; what is wrong with an IDoc, its report says */
    public static List<Finding> read(InputStream bytes, boolean flat, Limits limits, LocalDate received, Consumer<Idoc> idocs) throws IOException {
        return flat ? new FlatReader(bytes, limits, received, idocs).read() : new IdocXmlReader(bytes, limits, received, idocs).read();
    }
}
