package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one message, or of the envelopes; a flood is counted, not kept. */
public final class Findings {

    private final int most;
    private List<Finding> kept = new ArrayList<>(0);
    private int more;
    private boolean moreErrors;

    public Findings(int most) {
        this.most = most;
    }

    public void add(FindingCode code, Position position, @Nullable String value, @Nullable String expected) {
        add(Finding.of(code, position, value, expected));
    }

    public void add(
            FindingCode code, Severity severity, Position position,
            @Nullable String value, @Nullable String expected, @Nullable String path) {
        add(new Finding(severity, code, position, value, expected, path));
    }

    private void add(Finding finding) {
        if (kept.size() < most) {
            kept.add(finding);
        } else {
            more++;
            moreErrors |= finding.isError();
        }
    }

    /** Whether a further finding would only be counted. */
    boolean full() {
        return kept.size() >= most;
    }

    void countOnly(Severity severity) {
        more++;
        moreErrors |= severity == Severity.ERROR;
    }

    /** Makes a warning of every error at or behind an element of UNB, and of a syntax version that is not there: no element needs it. */
    void soften(int element) {
        kept.replaceAll(finding -> "UNB".equals(finding.position().segment())
                        && (finding.position().element() >= element || "UNB/S001/0002".equals(finding.path()) && finding.value() == null)
                ? new Finding(Severity.WARNING, finding.code(), finding.position(), finding.value(), finding.expected(), finding.path())
                : finding);
    }

    boolean has(FindingCode code) {
        return kept.stream().anyMatch(finding -> finding.code() == code);
    }

    boolean hasErrors() {
        return moreErrors || kept.stream().anyMatch(Finding::isError);
    }

    /** What was collected; the collector is empty afterwards. The list belongs to the caller. */
    List<Finding> drain() {
        List<Finding> result = kept;
        if (more > 0) {
            Severity severity = moreErrors ? Severity.ERROR : Severity.WARNING;
            result.add(new Finding(
                    severity, EdifactError.TOO_MANY_FINDINGS, result.getLast().position(),
                    String.valueOf(more), String.valueOf(most), null));
        }
        kept = new ArrayList<>(0);
        more = 0;
        moreErrors = false;
        return result;
    }
}
