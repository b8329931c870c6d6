package io.tradelane.trading.payment;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer announced to pay, and what of it the bank has brought.
 *
 * @param paymentOn the day of the payment as announced; the day of the advice where none was
 * @param overdue that day has passed, and the money has not come
 */
public record RemittanceView(
        UUID id,
        String number,
        Company buyer,
        Company supplier,
        LocalDate issuedOn,
        LocalDate paymentOn,
        @Nullable String paymentReference,
        Money total,
        Money arrived,
        Status status,
        boolean overdue,
        @Nullable UUID message,
        Instant createdAt,
        List<Item> items,
        List<RemittanceCase> cases) {

    public enum Status {
        /** Promised, and nothing has come. */
        ANNOUNCED,
        PART_ARRIVED,
        ARRIVED
    }

    /**
     * @param invoice {@code null} for a document that is not here, which only a set-off may name
     * @param announced what is paid for it after deductions; negative: set off against the others
     * @param deducted what is not paid of it; negative: paid on top
     */
    public record Item(
            UUID id,
            int position,
            InvoiceDocument.Kind kind,
            String documentNumber,
            @Nullable UUID invoice,
            @Nullable Money due,
            Money announced,
            Money deducted,
            Money arrived) {}

    RemittanceView with(List<Item> of, List<RemittanceCase> open) {
        return new RemittanceView(id, number, buyer, supplier, issuedOn, paymentOn, paymentReference, total, arrived, status, overdue, message,
                createdAt, of, open);
    }
}
