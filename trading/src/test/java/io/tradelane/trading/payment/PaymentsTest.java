package io.tradelane.trading.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.ledger.Account;
import io.tradelane.trading.ledger.Balance;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentsTest extends TradeFixture {
    @Autowired Ledger ledger;
    private OrderView order;
    private InvoiceView invoice;

    /** 148.75 with tax. */
    @BeforeEach
    void anApprovedInvoice() {
        order = received();
        invoice = invoice(applied(bill(invoice(unique("INV"), order.number(),
                List.of(billed("1", null, "1", 100, "1.25"))))));
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.APPROVED);
    }

    private PaymentNotificationDocument.Entry anonymous(String account, String amount, @Nullable String remittance,
            @Nullable String name, @Nullable String from) {
        return new PaymentNotificationDocument.Entry(account, unique("BNK"), Direction.CREDIT, Money.of(amount, "EUR"),
                LocalDate.now(), null,
                null, null, remittance, name, from, null, null, false);
    }

    private BigDecimal balance(UUID organisation, Account account) {
        return hub(() -> ledger.balances(organisation)).stream().filter(balance -> balance.account() == account)
                .map(Balance::balance)
                .findFirst().orElse(BigDecimal.ZERO);
    }

    @Test
    void aPaymentWithoutReferenceIsFoundByAmountAndPayersAccountOrName() {
        assertThat(pay(notification(anonymous(supplierAccount, "148.75", "thanks", null, buyerAccount))))
                .isInstanceOf(EntryResult.Settled.class);
        assertThat(invoice(invoice.id()).status()).isEqualTo(InvoiceStatus.PAID);

        InvoiceView second = invoice(applied(bill(invoice(unique("INV"), order.number(),
                List.of(billed("2", null, "2", 50, "0.40"))))));
        assertThat(pay(notification(anonymous(supplierAccount, "23.80", null, "RHEIN-MASCHINENBAU", null))))
                .isInstanceOfSatisfying(
                EntryResult.Settled.class, settled -> assertThat(settled.invoices()).containsExactly(second.id()));
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void aPaymentThatFitsNothingBecomesATaskThatAClerkBringsHome() {
        EntryResult result = pay(notification(anonymous(supplierAccount, "200.00", "deposit", "Somebody Else", null)));
        assertThat(result).isInstanceOf(EntryResult.Task.class);
        UUID task = ((EntryResult.Task) result).task();
        assertThat(balance(supplier, Account.ADVANCES_RECEIVED)).isEqualByComparingTo("-200.00");

        PaymentTask open = asPerson(supplier, () -> payments.task(task)).orElseThrow();
        assertThat(open.reason()).isEqualTo(PaymentTask.Reason.NO_MATCH);
        assertThat(open.candidates()).extracting(PaymentTask.Candidate::invoiceNumber)
                .containsExactly(invoice.number());
        assertThat(asPerson(buyer, () -> payments.task(task))).isEmpty();
        UUID item = open.candidates().getFirst().openItem();
        assertThat(asPerson(supplier, () -> payments.allocate(task, item, new BigDecimal("150"))))
                .isEqualTo(CommandResult.invalid("amount", "too-large"));
        assertThat(asPerson(supplier, () -> payments.allocate(task, item, null)))
                .isInstanceOf(CommandResult.Done.class);
        assertThat(invoice(invoice.id()).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(asPerson(supplier, () -> payments.task(task)).orElseThrow().amount())
                .isEqualTo(Money.of("51.25", "EUR"));
        assertThat(balance(supplier, Account.ADVANCES_RECEIVED)).isEqualByComparingTo("-51.25");
        assertThat(balance(buyer, Account.BANK)).isEqualByComparingTo("-148.75");

        assertThat(asPerson(supplier, () -> payments.dismiss(task, "")))
                .isEqualTo(CommandResult.invalid("reason", "required"));
        assertThat(asPerson(supplier, () -> payments.dismiss(task, "sent back")))
                .isInstanceOf(CommandResult.Done.class);
        assertThat(asPerson(supplier, () -> payments.dismiss(task, "sent back")))
                .isEqualTo(new CommandResult.IllegalTransition("DISMISSED", "DISMISS"));
        assertThat(asPerson(supplier, () -> payments.tasks(PaymentTask.Status.OPEN))).isEmpty();
        assertThat(hub(() -> payments.ofInvoice(invoice.id()))).singleElement()
                .satisfies(paid -> assertThat(paid.allocated()).isEqualTo(Money.of("148.75", "EUR")));
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void whatIsPaidTooMuchIsATask() {
        EntryResult result = pay(notification(credit(supplierAccount, "150.00", invoice.creditorReference(), null)));
        assertThat(result).isInstanceOfSatisfying(EntryResult.Settled.class, settled -> {
            assertThat(settled.allocated().sameAs(Money.of("148.75", "EUR"))).isTrue();
            assertThat(settled.excess().sameAs(Money.of("1.25", "EUR"))).isTrue();
        });
        assertThat(balance(buyer, Account.PREPAYMENTS)).isEqualByComparingTo("1.25");
        assertThat(asPerson(supplier, () -> payments.tasks(PaymentTask.Status.OPEN))).singleElement()
                .satisfies(task -> assertThat(task.reason()).isEqualTo(PaymentTask.Reason.OVERPAID));
        assertThat(pay(notification(credit(supplierAccount, "5.00", invoice.creditorReference(), null))))
                .isInstanceOfSatisfying(
                EntryResult.Task.class, task -> assertThat(task.reason()).isEqualTo(PaymentTask.Reason.OVERPAID));
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void aReversalOpensTheInvoiceAgain() {
        pay(notification(credit(supplierAccount, "148.75", invoice.creditorReference(), "E2E-" + invoice.number())));
        PaymentNotificationDocument reversal =
                notification(entry(supplierAccount, Direction.DEBIT, "148.75", invoice.creditorReference(), null,
                        true));
        assertThat(pay(reversal)).isInstanceOf(EntryResult.Reversed.class);
        assertThat(pay(reversal)).isInstanceOf(EntryResult.NoEffect.class);
        assertThat(invoice(invoice.id()).status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(order(order.id()).status().payment()).isEqualTo(OrderStatus.Payment.UNPAID);
        assertThat(balance(supplier, Account.BANK)).isZero();
        assertThat(balance(supplier, Account.RECEIVABLES)).isEqualByComparingTo("148.75");
        assertThat(pay(notification(credit(supplierAccount, "148.75", invoice.creditorReference(), null))))
                .isInstanceOf(EntryResult.Settled.class);
        assertThat(pay(notification(entry(supplierAccount, Direction.DEBIT, "7.00", "RF00X", null, true))))
                .isInstanceOfSatisfying(
                EntryResult.Task.class, task -> assertThat(task.reason())
                .isEqualTo(PaymentTask.Reason.UNKNOWN_REVERSAL));
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void bothBanksAtTheSameMomentPayOnce() throws Exception {
        List<PaymentNotificationDocument> both = List.of(
                notification(credit(supplierAccount, "148.75", invoice.creditorReference(), "E-1" + invoice.number())),
                notification(debit(buyerAccount, "148.75", invoice.creditorReference(), "E-1" + invoice.number())));
        List<EntryResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<EntryResult>> futures = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                PaymentNotificationDocument document = both.get(i % 2);
                futures.add(threads.submit(() -> pay(document)));
            }
            for (Future<EntryResult> future : futures) {
                results.add(future.get());
            }
        }
        assertThat(results).filteredOn(EntryResult.Settled.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(EntryResult.OtherSide.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(EntryResult.NoEffect.class::isInstance).hasSize(14);
        assertThat(balance(supplier, Account.BANK)).isEqualByComparingTo("148.75");
        assertThat(balance(buyer, Account.BANK)).isEqualByComparingTo("-148.75");
    }

    @Test
    void oneEntryOfANotificationDoesNotStopTheOthers() {
        PaymentNotificationDocument.Entry unknown = anonymous(unique("XX00"), "9.00", null, null, null);
        PaymentNotificationDocument.Entry good = credit(supplierAccount, "148.75", invoice.creditorReference(), null);
        PaymentNotificationDocument document =
                new PaymentNotificationDocument(unique("CAMT"), OffsetDateTime.now(), List.of(),
                        List.of(unknown, good));
        List<EntryResult> results = hub(() -> payments.apply(document, MessageContext.NONE));
        assertThat(results.get(0)).isInstanceOfSatisfying(EntryResult.Task.class, task -> assertThat(task.reason())
                .isEqualTo(PaymentTask.Reason.UNKNOWN_ACCOUNT));
        assertThat(results.get(1)).isInstanceOf(EntryResult.Settled.class);
        assertThat(Payments.verdict(results)).isInstanceOf(ApplyResult.Applied.class);
        assertThat(Payments.verdict(hub(() -> payments.apply(document, MessageContext.NONE))))
                .isInstanceOf(ApplyResult.NoEffect.class);
        PaymentNotificationDocument.Entry other =
                new PaymentNotificationDocument.Entry(good.account(), good.reference(), good.direction(),
                        Money.of("1.00", "EUR"),
                null, null, null, null, null, null, null, null, null, false);
        assertThat(pay(notification(other))).isInstanceOf(EntryResult.Held.class);
    }

    @Test
    void anAccountBelongsToOneOrganisation() {
        UUID stranger = organisation("Stranger", Kind.BOTH);
        assertThatThrownBy(() -> hub(() -> accounts.register(stranger, buyerAccount, "Me", "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(asPerson(stranger, () -> accounts.list(buyer))).isEmpty();
    }
}
