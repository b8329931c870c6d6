package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank's word that money has moved: ISO 20022 camt.054 (BankToCustomerDebitCreditNotification).
 *
 * @param number group header MsgId
 * @param createdAt group header CreDtTm, with its zone
 */
public record PaymentNotificationDocument(String number, OffsetDateTime createdAt, List<Party> parties, List<Entry> entries)
        implements BusinessDocument {

    /** Which way the money went, seen from the account (CdtDbtInd). */
    public enum Direction {
        CREDIT,
        DEBIT
    }

    /**
     * One transaction in one entry on one account; a batched entry gives several.
     *
     * @param account IBAN or other account number the entry is on
     * @param reference the bank's own reference (AcctSvcrRef), together with {@code account} unique
     * @param endToEndId what the payer gave (Refs/EndToEndId), absent for NOTPROVIDED
     * @param creditorReference structured remittance reference (CdtrRefInf/Ref), e.g. ISO 11649 RF…
     * @param remittance unstructured remittance information, lines joined by a space
     * @param reversal RvslInd: this entry takes back an earlier one
     */
    public record Entry(
            String account,
            String reference,
            Direction direction,
            Money amount,
            @Nullable LocalDate bookingDate,
            @Nullable LocalDate valueDate,
            @Nullable String endToEndId,
            @Nullable String creditorReference,
            @Nullable String remittance,
            @Nullable String debtorName,
            @Nullable String debtorAccount,
            @Nullable String creditorName,
            @Nullable String creditorAccount,
            boolean reversal) {}

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_NOTIFICATION;
    }

    @Override
    public LocalDate issueDate() {
        return createdAt.toLocalDate();
    }
}
