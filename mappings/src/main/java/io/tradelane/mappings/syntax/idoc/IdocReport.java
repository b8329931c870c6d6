package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one IDoc, up to a number of findings; a first error is always kept. */
public final class IdocReport {
    private final int limit;
    private final LocalDate received;
    private final List<Finding> findings = new ArrayList<>();
    private boolean errors;

    /** @param received when the IDoc came in */
    public IdocReport(int limit, LocalDate received) {
        this.limit = limit;
        this.received = received;
    }

    public LocalDate received() {
        return received;
    }

    /** About a field of a segment, there or not; with {@code null}, about the segment as a whole. */
    public void add(FindingCode code, IdocSegment segment, @Nullable String field, @Nullable String value, @Nullable String expected) {
        add(finding(code.severity(), code, segment, field, value, expected));
    }

    /** The same as a warning, whatever the code is worth elsewhere. */
    void warn(FindingCode code, IdocSegment segment, String field, @Nullable String value, @Nullable String expected) {
        add(finding(Severity.WARNING, code, segment, field, value, expected));
    }

    private static Finding finding(
            Severity severity, FindingCode code, IdocSegment segment, @Nullable String field, @Nullable String value, @Nullable String expected) {
        Position place = field == null ? segment.place() : segment.place(field);
        return new Finding(severity, code, place, value, expected, field == null ? segment.path() : segment.path() + "/" + field);
    }

    void add(FindingCode code, Position place, @Nullable String value, @Nullable String expected) {
        add(Finding.of(code, place, value, expected));
    }

    void add(Finding finding) {
        if (findings.size() < limit || finding.isError() && !errors) {
            findings.add(finding);
        }
        errors |= finding.isError();
    }

    public boolean hasErrors() {
        return errors;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
