package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one IDoc, up to a number of findings; a first error is always kept. */
public final class IdocReport {
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();
    private boolean errors;

    public IdocReport(int limit) {
        this.limit = limit;
    }

    /** About a segment as a whole, or with {@code null} about a field of it, there or not. */
    public void add(FindingCode code, IdocSegment segment, @Nullable String field, @Nullable String value, @Nullable String expected) {
        Position place = field == null ? segment.place() : segment.place(field);
        String path = field == null ? segment.path() : segment.path() + "/" + field;
        add(new Finding(code.severity(), code, place, value, expected, path));
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

    /** Whether so much is kept that warnings are passed over. */
    boolean full() {
        return findings.size() >= limit;
    }

    public boolean hasErrors() {
        return errors;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
