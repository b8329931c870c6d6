package io.tradelane.mappings.syntax.xml;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one document; after a number of findings the rest is passed over. */
public final class XmlReport {
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();

    public XmlReport(int limit) {
        this.limit = limit;
    }

    public void error(XmlError code, XmlCursor place, String path, @Nullable String value, @Nullable String expected) {
        add(Severity.ERROR, code, place.line(), place.column(), path, value, expected);
    }

    public void warning(XmlError code, XmlCursor place, String path, @Nullable String value, @Nullable String expected) {
        add(Severity.WARNING, code, place.line(), place.column(), path, value, expected);
    }

    /** At a place that was passed before. */
    public void add(XmlError code, int line, int column, String path, @Nullable String value, @Nullable String expected) {
        add(code.severity(), code, line, column, path, value, expected);
    }

    /** Takes over what another one collected. */
    public void add(XmlReport other) {
        for (Finding finding : other.findings) {
            if (findings.size() < limit) {
                findings.add(finding);
            }
        }
    }

    public void refused(XmlRefused refused) {
        findings.add(finding(Severity.ERROR, refused.error(), refused.line(), refused.column(), refused.path(), refused.value(), null));
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** At a place that was passed before, and of more or less weight than usual. */
    public void add(
            Severity severity, XmlError code, int line, int column, String path, @Nullable String value, @Nullable String expected) {
        if (findings.size() < limit) {
            findings.add(finding(severity, code, line, column, path, value, expected));
        }
    }

    private static Finding finding(
            Severity severity, XmlError code, int line, int column, String path, @Nullable String value, @Nullable String expected) {
        String element = path.substring(path.lastIndexOf('/') + 1);
        Position position = new Position(line, column, 0, element.isEmpty() ? null : element, 0, 0, 0);
        return new Finding(severity, code, position, value, expected, path);
    }
}
