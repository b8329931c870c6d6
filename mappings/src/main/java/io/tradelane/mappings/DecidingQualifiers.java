package io.tradelane.mappings;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Severity;
import java.util.Set;

/**
 * A date, quantity, amount or price whose qualifier nobody knows cannot be passed over: perhaps it was the one that
 * counts. In a message that becomes a document such a code is an error, where another unknown code is only a warning. A
 * code that came into the list later, and those that EANCOM added (with an E at the end), are in use and stay warnings.
 */
final class DecidingQualifiers {
    private static final Set<String> ELEMENTS = Set.of("2005", "2379", "6063", "5025", "5125", "6347");

    private DecidingQualifiers() {}

    static Finding weighed(Finding finding) {
        String value = finding.value();
        if (finding.code() != EdifactError.CODE_UNKNOWN || finding.isError() || finding.path() == null || value == null) {
            return finding;
        }
        String element = finding.path().substring(finding.path().lastIndexOf('/') + 1);
        boolean eancom = value.length() == 3 && value.endsWith("E");
        return ELEMENTS.contains(element) && !eancom && !LaterCodes.have(finding)
                ? new Finding(Severity.ERROR, finding.code(), finding.position(), value, finding.expected(), finding.path())
                : finding;
    }
}
