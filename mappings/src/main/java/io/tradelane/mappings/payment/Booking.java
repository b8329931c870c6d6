package io.tradelane.mappings.payment;

import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry ({@code Ntry}) as read so far: what the bank booked in one line of the account. */
final class Booking {
    @Nullable String entryReference;
    @Nullable Money amount;
    @Nullable Direction direction;
    boolean reversal;
    @Nullable String status;
    @Nullable LocalDate bookingDate;
    @Nullable LocalDate valueDate;
    @Nullable String servicerReference;
    @Nullable String additionalInformation;
    boolean transactionCode;
    final List<Transaction> transactions = new ArrayList<>();

    /** One transaction ({@code TxDtls}) of an entry; a batched entry has several. */
    static final class Transaction {
        @Nullable String servicerReference;
        @Nullable String endToEndId;
        @Nullable String creditorReference;
        @Nullable Money amount;
        @Nullable Direction direction;
        final List<String> remittance = new ArrayList<>();
        final Side debtor = new Side();
        final Side creditor = new Side();

        @Nullable String remittanceText() {
            return remittance.isEmpty() ? null : String.join(" ", remittance);
        }
    }

    /** The payer's or the payee's side of a transaction. */
    static final class Side {
        @Nullable String name;
        @Nullable String ultimateName;
        @Nullable String account;

        @Nullable String nameOrUltimate() {
            return name == null ? ultimateName : name;
        }
    }
}
