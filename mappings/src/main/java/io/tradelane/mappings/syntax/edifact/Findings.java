package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one message, or of the envelopes; a flood is counted, not kept. */
public final class Findings {
    /** What a directory says and another may say otherwise. */
    private static final Set<EdifactError> OF_DIRECTORY = EnumSet.of(
            EdifactError.SEGMENT_MISSING, EdifactError.SEGMENT_UNKNOWN, EdifactError.SEGMENT_OUT_OF_ORDER, EdifactError.SEGMENT_REPEATED_TOO_OFTEN,
            EdifactError.GROUP_REPEATED_TOO_OFTEN, EdifactError.ELEMENT_MISSING, EdifactError.COMPONENT_MISSING, EdifactError.TOO_MANY_ELEMENTS,
            EdifactError.TOO_MANY_COMPONENTS, EdifactError.ELEMENT_REPEATED_TOO_OFTEN, EdifactError.ELEMENT_TOO_LONG, EdifactError.ELEMENT_TOO_SHORT,
            EdifactError.NOT_NUMERIC, EdifactError.CODE_UNKNOWN);


    private final int most;
    private List<Finding> kept = new ArrayList<>(0);
    private int more;
    private boolean moreErrors;
    private final FindingCode flood;

    public Findings(int most) {
        this(most, EdifactError.TOO_MANY_FINDINGS);
    }

    /** @param flood says at the end that there were more than are kept */
    public Findings(int most, FindingCode flood) {
        this.most = most;
        this.flood = flood;
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
    public boolean full() {
        return kept.size() >= most;
    }

    public void countOnly(Severity severity) {
        more++;
        moreErrors |= severity == Severity.ERROR;
    }

    /** Makes warnings of errors against a directory that may not be that of the message. */
    void approximate() {
        kept.replaceAll(finding -> finding.code() instanceof EdifactError error && OF_DIRECTORY.contains(error)
                ? new Finding(Severity.WARNING, error, finding.position(), finding.value(), finding.expected(), finding.path())
                : finding);
        moreErrors = false;
    }

    /** Makes a warning of every error at or behind an element of UNB, and of a syntax version that is not there: no element needs it. */
    void soften(int element) {
        kept.replaceAll(finding -> "UNB".equals(finding.position().segment())
                        && (finding.position().element() >= element || "UNB/S001/0002".equals(finding.path()) && finding.value() == null)
                ? new Finding(Severity.WARNING, finding.code(), finding.position(), finding.value(), finding.expected(), finding.path())
                : finding);
    }

    /** Takes back what turned out to be said otherwise. */
    public void remove(Predicate<Finding> unwanted) {
        kept.removeIf(unwanted);
    }

    public boolean has(FindingCode code) {
        return kept.stream().anyMatch(finding -> finding.code() == code);
    }

    public boolean hasErrors() {
        return moreErrors || Finding.anyError(kept);
    }

    /** What was collected; the collector is empty afterwards. The list belongs to the caller. */
    public List<Finding> drain() {
        List<Finding> result = kept;
        if (more > 0) {
            Severity severity = moreErrors ? Severity.ERROR : Severity.WARNING;
            result.add(new Finding(
                    severity, flood, result.getLast().position(),
                    String.valueOf(more), String.valueOf(most), null));
        }
        kept = new ArrayList<>(0);
        more = 0;
        moreErrors = false;
        return result;
    }
}
