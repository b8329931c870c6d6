package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;

/** A value that an IDoc cannot hold: too long, or with characters that its fields do not have. */
public final class IdocUnwritable extends RuntimeException {
    private final transient Finding finding;

    /** @param expected what the field takes */
    public IdocUnwritable(String segment, String field, String value, String expected) {
        super(segment + "/" + field + " takes " + expected);
        Position place = new Position(0, 0, 0, segment, 0, 0, 0);
        this.finding = new Finding(
                IdocError.VALUE_NOT_EXPRESSIBLE.severity(), IdocError.VALUE_NOT_EXPRESSIBLE, place, value, expected, segment + "/" + field);
    }

    public Finding finding() {
        return finding;
    }
}
