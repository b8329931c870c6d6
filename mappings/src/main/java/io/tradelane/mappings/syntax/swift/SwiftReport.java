package io.tradelane.mappings.syntax.swift;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one message, up to a number of findings; a first error is always kept. */
public final class SwiftReport {
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();
    private boolean errors;

    public SwiftReport(int limit) {
        this.limit = limit;
    }

    public void add(SwiftError code, Position place, @Nullable String value, @Nullable String expected) {
        Finding finding = new Finding(code.severity(), code, place, value, expected, path(place));
        if (findings.size() < limit || finding.isError() && !errors) {
            findings.add(finding);
        }
        errors |= finding.isError();
    }

    public void add(SwiftError code, FinField field, @Nullable String value, @Nullable String expected) {
        add(code, field.place(), value, expected);
    }

    /** {@code :61:}, or {@code :61: 5} for a sub-field. */
    private static @Nullable String path(Position place) {
        if (place.segment() == null) {
            return null;
        }
        return ":" + place.segment() + ":" + (place.element() > 0 ? " " + place.element() : "");
    }

    public boolean hasErrors() {
        return errors;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
