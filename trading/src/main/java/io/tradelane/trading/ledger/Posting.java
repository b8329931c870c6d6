package io.tradelane.trading.ledger;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry to be posted in one organisation's books.
 *
 * @param rule which business event it books; together with {@code source} unique in the books, so that a repeat books nothing
 * @param source the receipt, invoice decision or payment behind it
 */
public record Posting(UUID organisation, Rule rule, UUID source, LocalDate date, String text, List<Line> lines) {

    public enum Rule {
        GOODS_RECEIVED,
        INVOICE_APPROVED,
        CREDIT_NOTE,
        PAYMENT_SETTLED,
        PAYMENT_ALLOCATED,
        PAYMENT_UNALLOCATED,
        REVERSAL,
        OPENING
    }

    /** Debit or credit, the other is {@code null}; amounts are positive. */
    public record Line(Account account, @Nullable Money debit, @Nullable Money credit, @Nullable UUID counterparty) {}

    /** Collects the lines of a posting; a negative amount goes to the other side, zero is left out. */
    public static final class Builder {
        private final List<Line> lines = new ArrayList<>();
        private final @Nullable UUID counterparty;

        public Builder(@Nullable UUID counterparty) {
            this.counterparty = counterparty;
        }

        public Builder debit(Account account, Money amount) {
            return add(account, amount);
        }

        public Builder credit(Account account, Money amount) {
            return add(account, amount.negate());
        }

        private Builder add(Account account, Money amount) {
            if (amount.amount().signum() > 0) {
                lines.add(new Line(account, amount, null, counterparty));
            } else if (amount.amount().signum() < 0) {
                lines.add(new Line(account, null, amount.negate(), counterparty));
            }
            return this;
        }

        public List<Line> lines() {
            return List.copyOf(lines);
        }
    }
}
