package io.tradelane.trading.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.payment.EntryResult;
import io.tradelane.trading.payment.TradeFixture;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvoicesTest extends TradeFixture {
    @Autowired Tolerances tolerances;
    @Autowired Ledger ledger;

    private InvoiceView billed(OrderView order, long bolts, String price) {
        return invoice(applied(bill(invoice(unique("INV"), order.number(),
                List.of(billed("1", null, "1", bolts, price))))));
    }

    @Test
    void aDearerPriceIsHeldUnlessTheBuyersToleranceLetsItPass() {
        OrderView order = received();
        InvoiceView held = billed(order, 50, "1.30");
        assertThat(held.status()).isEqualTo(InvoiceStatus.EXCEPTION);
        assertThat(held.lines().getFirst().differences()).containsExactly(
                new InvoiceView.Difference(HoldCode.PRI, "1.25 EUR / PCE", "1.3 EUR / PCE", "0 %"));

        asPerson(buyer, () -> {
            tolerances.set(new Tolerance(buyer, null, null, BigDecimal.ZERO, new BigDecimal("1"), BigDecimal.ZERO));
            tolerances.set(new Tolerance(buyer, supplier, null, BigDecimal.ZERO, new BigDecimal("5"), BigDecimal.ZERO));
            return 0;
        });
        assertThat(billed(order, 20, "1.30").status()).isEqualTo(InvoiceStatus.APPROVED);
        asPerson(buyer, () -> {
            tolerances.set(new Tolerance(buyer, null, bolt, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
            return 0;
        });
        assertThat(billed(order, 20, "1.30").status()).isEqualTo(InvoiceStatus.EXCEPTION);
        assertThat(billed(order, 10, "1.20").status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void whatWasReceivedIsPaidOnce() {
        OrderView order = received();
        assertThat(billed(order, 100, "1.25").status()).isEqualTo(InvoiceStatus.APPROVED);
        InvoiceView twice = billed(order, 100, "1.25");
        assertThat(twice.status()).isEqualTo(InvoiceStatus.EXCEPTION);
        assertThat(twice.lines().getFirst().differences()).extracting(InvoiceView.Difference::code)
                .containsExactly(HoldCode.QTY);
        assertThat(asPerson(buyer, () -> invoices.decide(twice.id(), twice.lines().getFirst().id(),
                Invoices.Decision.PAY_RECEIVED, "nothing", twice.version())))
                .isEqualTo(CommandResult.invalid("decision", "nothing-received"));
        assertThat(asPerson(buyer, () -> invoices.decide(twice.id(), twice.lines().getFirst().id(),
                Invoices.Decision.REJECT, "billed twice", twice.version())))
                .isInstanceOf(CommandResult.Done.class);
        InvoiceView rejected = invoice(twice.id());
        assertThat(rejected.status()).isEqualTo(InvoiceStatus.REJECTED);
        assertThat(rejected.lines().getFirst().decisionReason()).isEqualTo("billed twice");
        assertThat(order(order.id()).lines().getFirst().invoiced()).isEqualByComparingTo("100");
        assertThat(asPerson(buyer, () -> invoices.decide(twice.id(), twice.lines().getFirst().id(),
                Invoices.Decision.REJECT, "again", rejected.version())))
                .isEqualTo(new CommandResult.IllegalTransition("REJECTED", "REJECT"));
    }

    @Test
    void anAcceptedDifferenceIsPaidInFullAndStandsInTheBooksAsVariance() {
        OrderView order = received();
        InvoiceView held = billed(order, 100, "1.50");
        asPerson(buyer, () -> invoices.decide(held.id(), held.lines().getFirst().id(),
                Invoices.Decision.ACCEPT_DIFFERENCE, "rush", held.version()));
        InvoiceView accepted = invoice(held.id());
        assertThat(accepted.status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(accepted.lines().getFirst().verdict()).isEqualTo(LineVerdict.ACCEPTED);
        assertThat(accepted.approved()).isEqualTo(accepted.payable());
        assertThat(hub(() -> ledger.balances(buyer)).stream()
                .filter(balance -> balance.account().code().equals("6401.09")).findFirst().orElseThrow().balance())
                .isEqualByComparingTo("25.00");
    }

    @Test
    void totalsThatDoNotAddUpAreRejectedAndUnknownOrdersHeld() {
        OrderView order = received();
        InvoiceDocument good = invoice(unique("INV"), order.number(), List.of(billed("1", null, "1", 10, "1.25")));
        InvoiceDocument bad = new InvoiceDocument(good.number(), good.kind(), good.issueDate(), null, null, "EUR", null, good
                .orderNumber(), null, null, null, null,
                List.of(), null, null, List.of(), good.lines(), List.of(),
                new InvoiceDocument.Totals(Money.of("12.50", "EUR"), null, Money.of("2.38", "EUR"),
                        Money.of("15.88", "EUR")));
        assertThat(bill(bad)).isInstanceOfSatisfying(ApplyResult.Rejected.class,
                rejected -> assertThat(rejected.errors().getFirst().code()).isEqualTo(Refusal.TOTALS_DIFFER.code()));
        assertThat(bill(good)).isInstanceOf(ApplyResult.Applied.class);
        assertThat(bill(invoice(good.number(), order.number(), List.of(billed("1", null, "1", 11, "1.25")))))
                .isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.CONTENT_CONFLICT));
        assertThat(bill(invoice(unique("INV"), unique("NONE"), List.of(billed("1", null, "1", 10, "1.25")))))
                .isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.UNKNOWN_ORDER));
    }

    @Test
    void anInvoiceWithoutAnOrderWaitsForAPerson() {
        InvoiceView invoice = invoice(applied(bill(invoice(unique("INV"), null,
                List.of(billed("1", null, null, 10, "1.25"))))));
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.EXCEPTION);
        assertThat(invoice.lines().getFirst().differences().getFirst().code()).isEqualTo(HoldCode.REF);
        asPerson(buyer, () -> invoices.decide(invoice.id(), invoice.lines().getFirst().id(),
                Invoices.Decision.ACCEPT_DIFFERENCE, "service", invoice.version()));
        assertThat(invoice(invoice.id()).status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void aCreditNoteSettlesTheInvoiceItNames() {
        OrderView order = received();
        InvoiceView invoice = billed(order, 100, "1.25");
        InvoiceDocument early = invoice(unique("CN"), InvoiceDocument.Kind.CREDIT_NOTE, null, unique("NONE"),
                List.of(billed("1", null, null, 20, "1.25")));
        assertThat(bill(early)).isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason())
                .isEqualTo(HoldReason.UNKNOWN_INVOICE));
        UUID note = applied(bill(invoice(unique("CN"), InvoiceDocument.Kind.CREDIT_NOTE, null, invoice.number(),
                List.of(billed("1", null, null, 20, "1.25")))));

        assertThat(invoice(note).status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(invoice(invoice.id()).status()).isEqualTo(InvoiceStatus.PART_PAID);
        assertThat(pay(notification(credit(supplierAccount, "119.00", invoice.creditorReference(), null))))
                .isInstanceOf(EntryResult.Settled.class);
        assertThat(invoice(invoice.id()).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(order(order.id()).status().payment()).isEqualTo(OrderStatus.Payment.PAID);
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void invoicesAreListedByStatusAndOrder() {
        OrderView order = received();
        InvoiceView good = billed(order, 60, "1.25");
        InvoiceView held = billed(order, 40, "1.35");
        InvoicePage page = asPerson(buyer, () -> invoices
                .list(new InvoiceFilter(InvoiceStatus.EXCEPTION, null, null, null, null, 10)));
        assertThat(page.invoices()).extracting(InvoiceSummary::id).containsExactly(held.id());
        assertThat(page.counts()).containsEntry(InvoiceStatus.EXCEPTION, 1).containsEntry(InvoiceStatus.APPROVED, 1);
        assertThat(asPerson(supplier, () -> invoices.ofOrder(order.id())))
                .extracting(InvoiceSummary::id)
                .containsExactly(held.id(), good.id());
        assertThat(asPerson(supplier, () -> invoices
                .list(new InvoiceFilter(null, good.number().substring(3), null, null, null, 10))).invoices())
                .hasSize(1);
    }
}
