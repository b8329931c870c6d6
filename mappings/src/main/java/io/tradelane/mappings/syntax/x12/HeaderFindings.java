package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Findings;
import java.util.EnumSet;
import java.util.Set;

/** What is wrong with the widths of ISA is told once for the whole of it; blanks are no value there. */
final class HeaderFindings {

    private static final Set<X12Error> WIDTHS = EnumSet.of(
            X12Error.ELEMENT_TOO_SHORT, X12Error.ELEMENT_TOO_LONG, X12Error.ELEMENT_MISSING, X12Error.TRAILING_SEPARATORS, X12Error.TOO_MANY_ELEMENTS);

    private HeaderFindings() {}

    static void settle(Findings findings, X12Error instead) {
        findings.remove(finding -> finding.code() instanceof X12Error error
                && "ISA".equals(finding.position().segment()) && WIDTHS.contains(error)
                && (findings.has(instead) || finding.position().element() == 16)
                && !isTooLong(finding));
    }

    /** Even without its blanks. */
    private static boolean isTooLong(Finding finding) {
        String value = finding.value();
        return finding.code() == X12Error.ELEMENT_TOO_LONG && value != null
                && value.strip().length() > Integer.parseInt(String.valueOf(finding.expected()));
    }
}
