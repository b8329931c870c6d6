package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's word to its bank: ISO 20022 pain.001 (credit transfers) and pain.008 (direct debits), SWIFT MT101.
 *
 * @param number group header MsgId
 * @param createdAt group header CreDtTm, with its zone
 */
public record PaymentInstructionDocument(
        String number, Kind kind, OffsetDateTime createdAt, List<Party> parties, List<Batch> batches) implements BusinessDocument {

    public enum Kind {
        CREDIT_TRANSFER,
        DIRECT_DEBIT
    }

    /**
     * Payments from, or collections to, one account on one day.
     *
     * @param number PmtInfId
     * @param account IBAN or other number of the ordering account
     * @param bank BIC or other number of the bank that keeps it
     * @param executionDate ReqdExctnDt or ReqdColltnDt
     */
    public record Batch(
            String number,
            String account,
            @Nullable String accountHolder,
            @Nullable String bank,
            LocalDate executionDate,
            boolean urgent,
            List<Transaction> transactions) {}

    /**
     * @param endToEndId EndToEndId, given on to the other side
     * @param name of the creditor, of a direct debit the debtor
     * @param creditorReference structured remittance reference, e.g. ISO 11649 RF…
     * @param mandate of a direct debit
     */
    public record Transaction(
            @Nullable String instructionId,
            String endToEndId,
            Money amount,
            String name,
            String account,
            @Nullable String bank,
            @Nullable String creditorReference,
            @Nullable String remittance,
            @Nullable String mandate,
            @Nullable LocalDate mandateSigned) {}

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_INSTRUCTION;
    }

    @Override
    public LocalDate issueDate() {
        return createdAt.toLocalDate();
    }
}
