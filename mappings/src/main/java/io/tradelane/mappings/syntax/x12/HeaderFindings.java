package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Findings;
import java.util.EnumSet;
import java.util.Set;

/** What is wrong with the widths of ISA is told once for the whole of it; a blank stands for nothing there. */
final class HeaderFindings {

    private static final Set<X12Error> WIDTHS = EnumSet.of(
            X12Error.ELEMENT_TOO_SHORT, X12Error.ELEMENT_MISSING, X12Error.TRAILING_SEPARATORS, X12Error.TOO_MANY_ELEMENTS);

    private HeaderFindings() {}

    static void settle(Findings findings, X12Error instead) {
        findings.remove(finding -> finding.code() instanceof X12Error error
                && "ISA".equals(finding.position().segment()) && WIDTHS.contains(error)
                && (findings.has(instead) || finding.position().element() == 16));
    }
}
