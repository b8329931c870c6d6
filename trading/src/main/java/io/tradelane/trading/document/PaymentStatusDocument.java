package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bank made of payment instructions: ISO 20022 pain.002.
 *
 * @param instructionNumber OrgnlMsgId: the MsgId of the instruction
 * @param status of all of it (GrpSts), absent when only single ones are spoken of
 */
public record PaymentStatusDocument(
        String number,
        OffsetDateTime createdAt,
        String instructionNumber,
        @Nullable Status status,
        List<Reason> reasons,
        List<Party> parties,
        List<Transaction> transactions)
        implements BusinessDocument {

    /** The code is ISO 20022 external payment transaction status. */
    public enum Status {
        RECEIVED("RCVD"),
        ACCEPTED_SYNTAX("ACTC"),
        ACCEPTED_CUSTOMER("ACCP"),
        PENDING("PDNG"),
        ACCEPTED_WITH_CHANGE("ACWC"),
        ACCEPTED_SETTLING("ACSP"),
        PARTLY_ACCEPTED("PART"),
        SETTLED("ACSC"),
        CREDITED("ACCC"),
        CANCELLED("CANC"),
        REJECTED("RJCT");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** @param code ISO 20022 external status reason, such as AC04 */
    public record Reason(@Nullable String code, @Nullable String text) {}

    /**
     * @param batchNumber OrgnlPmtInfId
     * @param endToEndId OrgnlEndToEndId; absent where the whole batch is meant
     */
    public record Transaction(
            @Nullable String batchNumber,
            @Nullable String instructionId,
            @Nullable String endToEndId,
            Status status,
            List<Reason> reasons,
            @Nullable Money amount) {}

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_STATUS;
    }

    @Override
    public LocalDate issueDate() {
        return createdAt.toLocalDate();
    }
}
