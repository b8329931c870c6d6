package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, credit note or debit note: UN/EDIFACT INVOIC.
 *
 * @param buyerReference what the buyer asked to be quoted (EN 16931 BT-10)
 * @param creditorReference what the payer is asked to quote, for example an ISO 11649 reference (RFF+PQ)
 * @param payeeAccount IBAN of the supplier (FII 3194)
 */
public record InvoiceDocument(
        String number,
        Kind kind,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate supplyDate,
        String currency,
        @Nullable String buyerReference,
        @Nullable String orderNumber,
        @Nullable String despatchAdviceNumber,
        @Nullable String precedingInvoice,
        @Nullable String creditorReference,
        @Nullable String payeeAccount,
        List<Party> parties,
        @Nullable String paymentTerms,
        @Nullable String note,
        List<AllowanceCharge> allowances,
        List<Line> lines,
        List<Tax> taxes,
        Totals totals)
        implements BusinessDocument {

    /** The code is UN/EDIFACT data element 1001. */
    public enum Kind {
        INVOICE("380"),
        CREDIT_NOTE("381"),
        DEBIT_NOTE("383"),
        CORRECTED("384"),
        SELF_BILLED("389");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param net line amount without tax (MOA 203)
     * @param taxRate in percent
     * @param taxCategory UN/EDIFACT 5305, where the line says it
     * @param allowances already taken into account in {@code net}
     */
    public record Line(
            String lineNumber,
            @Nullable String orderNumber,
            @Nullable String orderLineNumber,
            Item item,
            Quantity quantity,
            @Nullable Price price,
            Money net,
            @Nullable BigDecimal taxRate,
            @Nullable String taxCategory,
            List<AllowanceCharge> allowances) {}

    /**
     * @param category UN/EDIFACT 5305: S standard, Z zero, E exempt …
     * @param rate in percent
     */
    public record Tax(
            String category, BigDecimal rate, @Nullable Money base, @Nullable Money amount, @Nullable String exemptionReason) {}

    /**
     * @param lines sum of line amounts (MOA 79)
     * @param allowances sum of those of the document (MOA 260)
     * @param charges sum of those of the document (MOA 259)
     * @param tax MOA 124 or 176
     * @param prepaid paid already (MOA 113)
     * @param rounding added to what is to be paid, may be negative (MOA 165)
     * @param payable MOA 77, 9 or 86
     */
    public record Totals(
            @Nullable Money lines,
            @Nullable Money allowances,
            @Nullable Money charges,
            @Nullable Money taxable,
            @Nullable Money tax,
            @Nullable Money prepaid,
            @Nullable Money rounding,
            Money payable) {

        public Totals(@Nullable Money lines, @Nullable Money taxable, @Nullable Money tax, Money payable) {
            this(lines, null, null, taxable, tax, null, null, payable);
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }
}
