package io.tradelane.trading.payment;

import io.tradelane.trading.ledger.Account;
import io.tradelane.trading.ledger.CashFlow;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.ledger.Posting;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How payments are booked. Money that pays nothing yet lies as an advance: the payer's prepayment, the payee's
 * liability.
 */
@Component
class PaymentBooks {
    private final Ledger ledger;
    private final Clock clock;

    PaymentBooks(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The whole payment in both books: {@code allocated} pays an invoice, {@code excess} does not. */
    void settled(PaymentRow payment, UUID buyer, UUID supplier, Money allocated, Money excess) {
        LocalDate day = payment.day(LocalDate.now(clock));
        Money all = allocated.plus(excess);
        ledger.post(List.of(
                new Posting(supplier, Posting.Rule.PAYMENT_SETTLED, payment.id(), day, payment.bankReference(),
                        new Posting.Builder(buyer)
                        .cash(Account.BANK, all, CashFlow.SALES_RECEIVED)
                        .credit(Account.RECEIVABLES, allocated)
                        .credit(Account.ADVANCES_RECEIVED, excess)
                        .lines()),
                new Posting(buyer, Posting.Rule.PAYMENT_SETTLED, payment.id(), day, payment.bankReference(),
                        new Posting.Builder(supplier)
                        .debit(Account.PAYABLES, allocated)
                        .debit(Account.PREPAYMENTS, excess)
                        .cash(Account.BANK, all.negate(), CashFlow.PURCHASES_PAID)
                        .lines())));
    }

    /** A payment that fits nothing, in the books of whose account it is on. */
    void unallocated(PaymentRow payment, UUID owner) {
        LocalDate day = payment.day(LocalDate.now(clock));
        Posting.Builder builder = new Posting.Builder(null);
        List<Posting.Line> lines = payment.credit()
                ? builder.cash(Account.BANK, payment.money(),
                        CashFlow.SALES_RECEIVED).credit(Account.ADVANCES_RECEIVED, payment.money()).lines()
                : builder.debit(Account.PREPAYMENTS, payment.money()).cash(Account.BANK, payment.money().negate(),
                        CashFlow.PURCHASES_PAID).lines();
        ledger.post(List.of(new Posting(owner, Posting.Rule.PAYMENT_UNALLOCATED, payment.id(), day,
                payment.bankReference(), lines)));
    }

    /**
     * A part of a payment that a clerk brings home. Where a party's books have the money already, it leaves the
     * advance;
     * in the others it moves at the bank.
     */
    void allocated(PaymentRow payment, UUID allocation, UUID buyer, UUID supplier, Money amount) {
        LocalDate today = LocalDate.now(clock);
        boolean supplierHas = payment.bothBooked() || supplier.equals(payment.orgId());
        boolean buyerHas = payment.bothBooked() || buyer.equals(payment.orgId());
        Posting.Builder received = new Posting.Builder(buyer);
        Posting.Builder paid = new Posting.Builder(supplier);
        ledger.post(List.of(
                new Posting(supplier, Posting.Rule.PAYMENT_ALLOCATED, allocation, today, payment.bankReference(),
                        (supplierHas ? received.debit(Account.ADVANCES_RECEIVED, amount)
                                : received.cash(Account.BANK, amount, CashFlow.SALES_RECEIVED))
                                .credit(Account.RECEIVABLES, amount)
                                .lines()),
                new Posting(buyer, Posting.Rule.PAYMENT_ALLOCATED, allocation, today, payment.bankReference(),
                        (buyerHas ? paid.credit(Account.PREPAYMENTS, amount)
                                : paid.cash(Account.BANK, amount.negate(), CashFlow.PURCHASES_PAID))
                                .debit(Account.PAYABLES, amount)
                                .lines())));
    }

    void reversed(UUID source, PaymentRow reversal) {
        ledger.reverse(source, reversal.day(LocalDate.now(clock)), reversal.bankReference());
    }
}
