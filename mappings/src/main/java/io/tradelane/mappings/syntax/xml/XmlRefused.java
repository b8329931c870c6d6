package io.tradelane.mappings.syntax.xml;

import org.jspecify.annotations.Nullable;

/** The document cannot be read further: not well-formed, or it asks for something a stranger's document may not have. */
public final class XmlRefused extends Exception {
    private final XmlError error;
    private final int line;
    private final int column;
    private final String path;
    private final @Nullable String value;

    XmlRefused(XmlError error, int line, int column, String path, @Nullable String value) {
        super(error + " at " + line + ":" + column + " " + path);
        this.error = error;
        this.line = line;
        this.column = column;
        this.path = path;
        this.value = value;
    }

    public XmlError error() {
        return error;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** The element in which reading stopped, for example {@code /Document/Ntfctn}. */
    public String path() {
        return path;
    }

    /** What stood there, or the parser's own words. */
    public @Nullable String value() {
        return value;
    }
}
