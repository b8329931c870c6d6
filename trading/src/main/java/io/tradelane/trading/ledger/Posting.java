package io.tradelane.trading.ledger;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry to be posted in one organisation's books.
 *
 * @param rule which business event it books; together with {@code source} unique in the books, so that a repeat books
 *     nothing
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

    /** @throws IllegalArgumentException if debits and credits differ, or cash moves without a cash-flow item */
    public Posting {
        lines.stream().collect(Collectors.groupingBy(Line::currency)).forEach((currency, ofCurrency) -> {
            BigDecimal sum = ofCurrency.stream().map(Line::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() != 0) {
                throw new IllegalArgumentException(text + " is off balance by " + sum + " " + currency);
            }
        });
        if (lines.stream().anyMatch(line -> line.account.cash() && line.cashFlow == null)) {
            throw new IllegalArgumentException(text + " moves cash without a cash-flow item");
        }
    }

    /**
     * Debit or credit, the other is {@code null}; amounts are positive.
     *
     * @param cashFlow required on an account that holds cash
     */
    public record Line(
            Account account, @Nullable Money debit, @Nullable Money credit, @Nullable UUID counterparty,
            @Nullable CashFlow cashFlow) {

        String currency() {
            return debit != null ? debit.currency() : Objects.requireNonNull(credit).currency();
        }

        /** Positive for a debit, negative for a credit. */
        public BigDecimal signed() {
            return debit != null ? debit.amount() : Objects.requireNonNull(credit).amount().negate();
        }
    }

    /** Collects the lines of a posting; a negative amount goes to the other side, zero is left out. */
    public static final class Builder {
        private final List<Line> lines = new ArrayList<>();
        private final @Nullable UUID counterparty;

        public Builder(@Nullable UUID counterparty) {
            this.counterparty = counterparty;
        }

        public Builder debit(Account account, Money amount) {
            return add(account, amount, null);
        }

        public Builder credit(Account account, Money amount) {
            return add(account, amount.negate(), null);
        }

        /** Money that came in (positive) or went out (negative). */
        public Builder cash(Account account, Money amount, CashFlow cashFlow) {
            return add(account, amount, cashFlow);
        }

        private Builder add(Account account, Money amount, @Nullable CashFlow cashFlow) {
            if (amount.amount().signum() > 0) {
                lines.add(new Line(account, amount, null, counterparty, cashFlow));
            } else if (amount.amount().signum() < 0) {
                lines.add(new Line(account, null, amount.negate(), counterparty, cashFlow));
            }
            return this;
        }

        public List<Line> lines() {
            return List.copyOf(lines);
        }
    }
}
