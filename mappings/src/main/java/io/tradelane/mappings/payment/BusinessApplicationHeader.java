package io.tradelane.mappings.payment;

import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * ISO 20022 business application header, head.001.001.01 to .03: who sends the document behind it to whom, and which message it
 * says that document is. Elements are found by their local names.
 */
public final class BusinessApplicationHeader {
    private static final String ROOT = "AppHdr";
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:head.001.001.";
    private static final int NEWEST = 3;
    /** Of {@code pain.001.001.09}; a market's own version may follow. */
    private static final int DEFINITION = 15;
    /** Of {@code pain.001.001}: which message, whatever its version. */
    private static final int MESSAGE = 12;

    private final XmlCursor cursor;
    private final XmlReport report;
    private final XmlValues values;
    private final String path;
    private final String version;
    private int definitionLine;
    private int definitionColumn;
    private @Nullable PartyAddress sender;
    private @Nullable PartyAddress receiver;
    private @Nullable String reference;
    private @Nullable String definition;
    private @Nullable OffsetDateTime createdAt;

    private BusinessApplicationHeader(XmlCursor cursor, XmlReport report) {
        this.cursor = cursor;
        this.report = report;
        this.values = new XmlValues(cursor, report);
        this.path = cursor.path();
        this.version = cursor.namespace().substring(NAMESPACE.length());
    }

    /** Whether an element of this name is one. */
    public static boolean is(String localName, String namespace) {
        return localName.equals(ROOT) && namespace.startsWith(NAMESPACE);
    }

    /** @param cursor at the header's element, at whose end it is afterwards */
    public static BusinessApplicationHeader read(XmlCursor cursor, XmlReport report) throws IOException, XmlRefused {
        BusinessApplicationHeader header = new BusinessApplicationHeader(cursor, report);
        header.read();
        return header;
    }

    private void read() throws IOException, XmlRefused {
        if (!version.matches("0[1-" + NEWEST + "]")) {
            report.warning(XmlError.UNKNOWN_VERSION, cursor, path, version, "01 … 0" + NEWEST);
        }
        boolean[] dated = new boolean[1];
        cursor.children(name -> {
            switch (name) {
                case "Fr" -> sender = party();
                case "To" -> receiver = party();
                case "BizMsgIdr" -> reference = values.text(35);
                case "MsgDefIdr" -> definition();
                case "CreDt" -> {
                    dated[0] = true;
                    createdAt = values.dateTime();
                }
                default -> { } // Rltd repeats these names one level down
            }
        });
        require(sender != null, "Fr");
        require(receiver != null, "To");
        require(reference != null, "BizMsgIdr");
        require(definition != null, "MsgDefIdr");
        require(dated[0], "CreDt");
    }

    private void definition() throws IOException, XmlRefused {
        definitionLine = cursor.line();
        definitionColumn = cursor.column();
        definition = values.text(35);
    }

    /** Party44Choice: a BIC, else the first other identification. */
    private PartyAddress party() throws IOException, XmlRefused {
        String[] found = new String[2];
        party(found, false);
        return found[0] != null ? new PartyAddress(found[0], "BIC") : new PartyAddress(found[1] == null ? "" : found[1], found[1] == null ? null : "ZZZ");
    }

    /** @param found a BIC, another identification */
    private void party(String[] found, boolean other) throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "BIC", "BICFI", "AnyBIC", "BICOrBEI" -> found[0] = found[0] == null ? values.text(11) : found[0];
                case "FIId", "FinInstnId", "OrgId" -> party(found, false);
                case "Othr", "ClrSysMmbId" -> party(found, true);
                case "Id", "MmbId" -> {
                    if (!other) {
                        party(found, false);
                    } else if (found[1] == null) {
                        found[1] = values.text(35);
                    }
                }
                default -> { }
            }
        });
    }

    private void require(boolean present, String name) {
        if (!present) {
            report.error(XmlError.MISSING_ELEMENT, cursor, path + "/" + name, null, name);
        }
    }

    /**
     * Reports it when the document behind the header is not the message that the header names; another version of the same is read as
     * what it is.
     *
     * @param namespace of the document
     */
    public void check(String namespace, XmlReport of) {
        String actual = namespace.substring(Math.max(namespace.lastIndexOf(':'), namespace.lastIndexOf('$')) + 1);
        if (definition != null && !definition.regionMatches(0, actual, 0, Math.max(DEFINITION, Math.min(definition.length(), actual.length())))) {
            Severity severity = definition.regionMatches(0, actual, 0, MESSAGE) ? Severity.WARNING : Severity.ERROR;
            of.add(severity, XmlError.HEADER_DISAGREES, definitionLine, definitionColumn, path + "/MsgDefIdr", definition, actual);
        }
    }

    /** Where it stands. */
    public String path() {
        return path;
    }

    /** With an empty value where nothing identifies it. */
    public PartyAddress sender() {
        return sender == null ? new PartyAddress("", null) : sender;
    }

    /** With an empty value where nothing identifies it. */
    public PartyAddress receiver() {
        return receiver == null ? new PartyAddress("", null) : receiver;
    }

    /** BizMsgIdr, empty where there is none. */
    public String reference() {
        return reference == null ? "" : reference;
    }

    public @Nullable OffsetDateTime createdAt() {
        return createdAt;
    }
}
