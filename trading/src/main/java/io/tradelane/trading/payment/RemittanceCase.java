package io.tradelane.trading.payment;

import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the supplier's finance has to decide about a remittance advice. The decision moves no money: a credit note, or a payment, does.
 *
 * @param code the payer's reason: UN/EDIFACT data element 4465, X12 data element 426
 * @param note the payer's reason in words
 * @param amount deducted, announced beyond what is open, or set off; negative: paid on top
 */
public record RemittanceCase(
        UUID id,
        UUID advice,
        String adviceNumber,
        UUID supplier,
        String buyerName,
        @Nullable UUID invoice,
        @Nullable String documentNumber,
        Reason reason,
        @Nullable String code,
        @Nullable String note,
        Money amount,
        Status status,
        Instant createdAt,
        @Nullable String closedBy,
        @Nullable String closedReason,
        int version) {

    public enum Reason {
        /** Less is paid than was due. */
        DEDUCTION,
        /** More is announced than is open of the invoice. */
        MORE_THAN_OPEN,
        /** A document is set off that is not here. */
        UNKNOWN_DOCUMENT
    }

    public enum Status {
        OPEN,
        ACCEPTED,
        DISPUTED
    }
}
