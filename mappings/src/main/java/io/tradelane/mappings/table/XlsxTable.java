package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads the first sheet of an Office Open XML workbook (ECMA-376): its parts through the one XML reader, with bounds on parts,
 * inflation, rows and columns. What a zip says of its sizes is not believed.
 */
final class XlsxTable {
    private static final long FILE = 64L << 20;
    private static final int PARTS = 1_000;
    private static final long INFLATED = 200L << 20;
    private static final long RATIO = 100;
    private static final long SMALL = 1L << 20;

    private final byte[] zip;
    private final Limits limits;
    private final TableReport report;
    private final SheetNames names = new SheetNames();
    private final List<String> strings = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();
    private final Map<String, Boolean> parts = new HashMap<>();
    private long inflated;

    private XlsxTable(byte[] zip, Limits limits, TableReport report) {
        this.zip = zip;
        this.limits = limits;
        this.report = report;
    }

    static Table read(InputStream bytes, Limits limits, TableReport report) throws IOException {
        long most = Math.min(FILE, limits.interchangeBytes());
        byte[] zip = bytes.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
        if (zip.length > most) {
            report.add(TableError.WORKBOOK_TOO_LARGE, 0, null, most + " bytes");
            return new Table(List.of(), ' ', false);
        }
        XlsxTable table = new XlsxTable(zip, limits, report);
        table.read();
        return new Table(table.rows, ' ', table.names.days1904());
    }

    private void read() throws IOException {
        try {
            each(this::description);
            if (!parts.containsKey("[Content_Types].xml")) {
                throw new ZipException("[Content_Types].xml is missing");
            }
            String sheet = names.first(parts.keySet());
            if (sheet == null) {
                throw new ZipException("there is no sheet");
            }
            inflated = 0;
            each((name, part) -> {
                if (name.equals(sheet)) {
                    new SheetReader(cursor(part), strings, rows, limits, report).read();
                }
            });
        } catch (TableTooLarge exceeded) {
            report.add(TableError.WORKBOOK_TOO_LARGE, 0, null, (INFLATED >> 20) + " MiB, " + RATIO + " : 1, " + PARTS + " parts");
        } catch (XmlRefused refused) {
            report.add(TableError.WORKBOOK_BROKEN, 0, refused.error() + " " + refused.path(), null);
        } catch (IOException | IllegalArgumentException broken) {
            // The bytes are in memory: what fails here is their content.
            report.add(TableError.WORKBOOK_BROKEN, 0, broken.getMessage(), null);
        }
    }

    @FunctionalInterface
    private interface PartHandler {
        void part(String name, InputStream part) throws IOException, XmlRefused;
    }

    private void each(PartHandler handler) throws IOException, XmlRefused {
        try (ZipFile file = ZipFile.builder().setByteArray(zip).get()) {
            List<ZipArchiveEntry> entries = Collections.list(file.getEntries());
            if (entries.size() > PARTS) {
                throw new TableTooLarge();
            }
            for (ZipArchiveEntry entry : entries) {
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    // Office Open XML (ECMA-376 part 2, annex C) has no other.
                    throw new ZipException(entry.getName() + ": compression method " + entry.getMethod());
                }
                try (InputStream part = new Inflated(file.getInputStream(entry))) {
                    handler.part(entry.getName(), part);
                }
            }
        }
    }

    private void description(String name, InputStream part) throws IOException, XmlRefused {
        parts.put(name, true);
        switch (name) {
            case "xl/workbook.xml" -> names.workbook(cursor(part));
            case "xl/_rels/workbook.xml.rels" -> names.relationships(cursor(part));
            case "xl/sharedStrings.xml" -> strings(cursor(part));
            default -> { }
        }
    }

    private static XmlCursor cursor(InputStream part) throws IOException, XmlRefused {
        return new XmlCursor(part, XmlLimits.ofBytes(INFLATED));
    }

    private void strings(XmlCursor cursor) throws IOException, XmlRefused {
        cursor.root();
        cursor.children(name -> strings.add(SheetReader.richText(cursor)));
    }

    /** Counts what all parts that are read inflate to. */
    private final class Inflated extends FilterInputStream {
        Inflated(InputStream in) {
            super(in);
        }

        private int count(int bytes) throws IOException {
            inflated += Math.max(0, bytes);
            if (inflated > INFLATED || inflated > SMALL + RATIO * zip.length) {
                throw new TableTooLarge();
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return count(in.read(buffer, offset, length));
        }
    }
}
