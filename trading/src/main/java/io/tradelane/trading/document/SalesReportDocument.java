package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold where in a period: UN/EDIFACT SLSRPT, X12 852 and 867. It replaces what was reported of the same period before.
 *
 * @param periodStart first day, inclusive
 * @param periodEnd last day, inclusive
 */
public record SalesReportDocument(
        String number,
        LocalDate issueDate,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable String currency,
        List<Party> parties,
        List<Line> lines)
        implements BusinessDocument {

    /**
     * @param location the shop: the identifier of a place, absent when one of the parties says it
     * @param sold QTY 153
     * @param returned QTY 61, absent when not reported
     * @param stock on hand at the end of the period (QTY 17 or 145), absent when not reported
     */
    public record Line(
            String lineNumber,
            Item item,
            @Nullable String location,
            @Nullable LocalDate day,
            Quantity sold,
            @Nullable Quantity returned,
            @Nullable Quantity stock,
            @Nullable Money revenue) {}

    @Override
    public DocumentType type() {
        return DocumentType.SALES_REPORT;
    }
}
