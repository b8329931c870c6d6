package io.tradelane.mappings.syntax.tradacoms;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, up to a number of findings; a first error is always kept. */
public final class TradacomsReport {
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();
    private boolean errors;

    public TradacomsReport(int limit) {
        this.limit = limit;
    }

    public void add(TradacomsError code, Position place, @Nullable String value, @Nullable String expected) {
        Finding finding = Finding.of(code, place, value, expected);
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
