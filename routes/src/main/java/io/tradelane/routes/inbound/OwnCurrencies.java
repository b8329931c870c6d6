package io.tradelane.routes.inbound;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.json.JsonError;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.table.TableError;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.partner.CrossReferences;
import java.util.List;
import java.util.Set;

/**
 * A code that is no currency is wrong wherever nobody knows the sender; here the sender may have agreed on it. As long as it
 * stands in the document, the message is no reason to refuse: cross-references say what it means, or it waits for one.
 */
final class OwnCurrencies {
    private static final Set<FindingCode> UNKNOWN = Set.of(MappingError.CURRENCY_UNKNOWN, TableError.CURRENCY_UNKNOWN, JsonError.CURRENCY_UNKNOWN);

    private OwnCurrencies() {}

    static MessageResult asWarnings(MessageResult message) {
        BusinessDocument document = message.document();
        if (document == null || message.findings().stream().noneMatch(finding -> waits(finding, document))) {
            return message;
        }
        List<Finding> findings = message.findings().stream()
                .map(finding -> waits(finding, document)
                        ? new Finding(Severity.WARNING, finding.code(), finding.position(), finding.value(), finding.expected(), finding.path())
                        : finding)
                .toList();
        return message.with(findings);
    }

    /** What is said of a table is said with the first of its documents, though it may stand in another. */
    private static boolean waits(Finding finding, BusinessDocument document) {
        String code = finding.value();
        return finding.isError() && UNKNOWN.contains(finding.code()) && code != null
                && (finding.code() instanceof TableError || CrossReferences.hasCurrency(document, code));
    }
}
