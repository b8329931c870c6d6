package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a mapping finds wrong in one message, and knows the envelope it came in. */
public final class MappingReport {
    private final InterchangeHeader header;
    private final String reference;
    private final Position start;
    private final int limit;
    private final LocalDate received;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param start of the message: where that is reported which has no place of its own because it is missing
     * @param received when the envelope came in
     */
    public MappingReport(InterchangeHeader header, String reference, Position start, int limit, LocalDate received) {
        this.header = header;
        this.reference = reference;
        this.start = start;
        this.limit = limit;
        this.received = received;
    }

    public LocalDate received() {
        return received;
    }

    public InterchangeHeader header() {
        return header;
    }

    /** UNH 0062 of the message. */
    public String reference() {
        return reference;
    }

    /** @param expected what would have been right, or where it should stand: {@code BGM/1004} */
    public void add(MappingError code, Position place, @Nullable String value, @Nullable String expected) {
        if (findings.size() < limit) {
            findings.add(Finding.of(code, place.line() == 0 ? start : place, value, expected));
        }
    }

    /** About a field, or with {@code null} the whole row, of what was read from XML: it gets its XPath too. */
    public void add(MappingError code, Row row, @Nullable String field, @Nullable String value, @Nullable String expected) {
        if (findings.size() < limit) {
            Position place = field == null ? row.position() : row.position(field);
            String path = field == null ? row.path() : row.path(field);
            findings.add(new Finding(code.severity(), code, place.line() == 0 ? start : place, value, expected, path));
        }
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
