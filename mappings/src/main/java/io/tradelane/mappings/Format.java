package io.tradelane.mappings;

/** What some bytes are, told from the bytes alone. */
public enum Format {
    /** UN/EDIFACT, ISO 9735. */
    EDIFACT("application/EDIFACT", "edi"),
    /** ANSI ASC X12. */
    X12("application/EDI-X12", "x12"),
    /** ANA TRADACOMS. */
    TRADACOMS("application/EDI-consent", "tradacoms"),
    /** OASIS UBL 2, Peppol BIS 3. */
    UBL("application/xml", "xml"),
    /** UN/CEFACT Cross Industry Invoice: ZUGFeRD, Factur-X. */
    CII("application/xml", "xml"),
    /** SAP IDoc, flat or XML. */
    IDOC("text/plain", "idoc"),
    CXML("text/xml", "xml"),
    /** ISO 20022: pain and camt. */
    ISO20022("application/xml", "xml"),
    SWIFT_MT("text/plain", "fin"),
    BMECAT("application/xml", "xml"),
    OPENTRANS("application/xml", "xml"),
    GS1_XML("application/xml", "xml"),
    CSV("text/csv", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** The canonical JSON of a document. */
    JSON("application/json", "json"),
    /** Some other XML. */
    XML("application/xml", "xml"),
    UNKNOWN("application/octet-stream", "bin");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, without the point. */
    public String ending() {
        return ending;
    }
}
