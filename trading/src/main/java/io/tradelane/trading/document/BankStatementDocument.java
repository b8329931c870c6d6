package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on accounts: ISO 20022 camt.053 and camt.052, SWIFT MT940 and MT942.
 *
 * @param number group header MsgId, or :20:
 * @param createdAt with its zone; midnight UTC of the statement's day where the format has no time
 */
public record BankStatementDocument(
        String number, Kind kind, OffsetDateTime createdAt, List<Party> parties, List<Statement> statements)
        implements BusinessDocument {

    public enum Kind {
        /** Booked and final. */
        STATEMENT,
        /** During the day, provisional. */
        INTERIM
    }

    /**
     * One account for one period.
     *
     * @param number the bank's id of this statement (Stmt/Id)
     * @param sequence LglSeqNb, ElctrncSeqNb or the statement number of :28C:; a gap means that one is missing
     * @param page of several that make one statement, from 1
     * @param opening {@code null} in an interim report without it; negative when overdrawn
     */
    public record Statement(
            String number,
            String account,
            @Nullable String bank,
            String currency,
            @Nullable Long sequence,
            @Nullable Integer page,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Balance opening,
            @Nullable Balance closing,
            @Nullable Balance available,
            List<PaymentNotificationDocument.Entry> entries) {}

    public record Balance(Money amount, LocalDate date) {}

    @Override
    public DocumentType type() {
        return DocumentType.BANK_STATEMENT;
    }

    @Override
    public LocalDate issueDate() {
        return createdAt.toLocalDate();
    }
}
