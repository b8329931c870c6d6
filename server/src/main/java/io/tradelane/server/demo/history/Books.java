package io.tradelane.server.demo.history;

import io.tradelane.trading.ledger.Account;
import io.tradelane.trading.ledger.CashFlow;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.ledger.Posting;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What the deals book at either side, as the engine books it; posted in the order of the days. */
final class Books {
    private static final int BATCH = 400;
    private final List<Posting> postings = new ArrayList<>();

    void received(Trader buyer, Trader supplier, UUID receipt, LocalDate day, String text, BigDecimal amount) {
        Money value = new Money(amount, buyer.currency());
        post(buyer, Posting.Rule.GOODS_RECEIVED, receipt, day, text, new Posting.Builder(supplier.id()).debit(Account.INVENTORY, value).credit(Account.GOODS_RECEIVED_NOT_INVOICED, value));
        post(supplier, Posting.Rule.GOODS_RECEIVED, receipt, day, text, new Posting.Builder(buyer.id()).debit(Account.UNBILLED_RECEIVABLES, value).credit(Account.REVENUE, value));
    }

    void approved(Trader buyer, Trader supplier, UUID approval, LocalDate day, String text, BigDecimal amount, BigDecimal tax) {
        Money net = new Money(amount, buyer.currency());
        Money ofIt = new Money(tax, buyer.currency());
        post(buyer, Posting.Rule.INVOICE_APPROVED, approval, day, text, new Posting.Builder(supplier.id()).debit(Account.GOODS_RECEIVED_NOT_INVOICED, net).debit(Account.INPUT_TAX, ofIt)
                .credit(Account.PAYABLES, net.plus(ofIt)));
        post(supplier, Posting.Rule.INVOICE_APPROVED, approval, day, text, new Posting.Builder(buyer.id()).debit(Account.RECEIVABLES, net.plus(ofIt))
                .credit(Account.UNBILLED_RECEIVABLES, net).credit(Account.OUTPUT_TAX, ofIt));
    }

    void paid(Trader buyer, Trader supplier, UUID payment, LocalDate day, String text, BigDecimal amount) {
        Money paid = new Money(amount, buyer.currency());
        post(supplier, Posting.Rule.PAYMENT_SETTLED, payment, day, text, new Posting.Builder(buyer.id()).cash(Account.BANK, paid, CashFlow.SALES_RECEIVED).credit(Account.RECEIVABLES, paid));
        post(buyer, Posting.Rule.PAYMENT_SETTLED, payment, day, text, new Posting.Builder(supplier.id()).debit(Account.PAYABLES, paid).cash(Account.BANK, paid.negate(), CashFlow.PURCHASES_PAID));
    }

    private void post(Trader whose, Posting.Rule rule, UUID source, LocalDate day, String text, Posting.Builder builder) {
        postings.add(new Posting(whose.id(), rule, source, day, text, builder.lines()));
    }

    void close(Ledger ledger) {
        postings.sort(Comparator.comparing(Posting::date));
        for (int from = 0; from < postings.size(); from += BATCH) {
            ledger.post(postings.subList(from, Math.min(postings.size(), from + BATCH)));
        }
    }
}
