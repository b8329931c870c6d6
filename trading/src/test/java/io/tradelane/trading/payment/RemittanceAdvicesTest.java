package io.tradelane.trading.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument.Adjustment;
import io.tradelane.trading.document.RemittanceAdviceDocument.Item;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.payment.RemittanceAdvices.Announce;
import io.tradelane.trading.payment.RemittanceAdvices.Pay;
import io.tradelane.trading.payment.RemittanceFilter.Tab;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RemittanceAdvicesTest extends TradeFixture {
    @Autowired RemittanceAdvices remittances;
    @Autowired Journal journal;
    @Autowired Ledger ledger;
    private OrderView order;
    /** 148.75 and 23.80 with tax. */
    private InvoiceView bolts;
    private InvoiceView nuts;
    private String reference;

    @BeforeEach
    void twoApprovedInvoices() {
        order = received();
        bolts = invoice(applied(bill(invoice(unique("INV"), order.number(), List.of(billed("1", null, "1", 100, "1.25"))))));
        nuts = invoice(applied(bill(invoice(unique("INV"), order.number(), List.of(billed("2", null, "2", 50, "0.40"))))));
        reference = unique("E2E");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Item paid(String number, String amount, Adjustment... adjustments) {
        return new Item(InvoiceDocument.Kind.INVOICE, number, LocalDate.now(), null, eur(amount), List.of(adjustments));
    }

    private RemittanceAdviceDocument advice(String number, String total, Item... items) {
        return advice(number, LocalDate.now(), total, List.of(items), List.of());
    }

    private RemittanceAdviceDocument advice(String number, @Nullable LocalDate on, String total, List<Item> items, List<Adjustment> adjustments) {
        return new RemittanceAdviceDocument(number, LocalDate.now(), on, reference, List.of(), eur(total), items, adjustments);
    }

    private ApplyResult announce(RemittanceAdviceDocument document) {
        return asEdi(buyer, () -> remittances.apply(document, parties(), new MessageContext(null, null, buyer)));
    }

    private RemittanceView view(UUID id) {
        return asPerson(supplier, () -> remittances.find(id)).orElseThrow();
    }

    private PaymentNotificationDocument transfer(String account, Direction direction, String amount, @Nullable String endToEnd) {
        return notification(entry(account, direction, amount, null, endToEnd, false));
    }

    @Test
    void anAnnouncementStandsOnTheInvoiceAndPaysNothing() {
        agree(buyer, supplier, DocumentType.REMITTANCE_ADVICE);
        UUID id = applied(announce(advice(unique("RA"), "148.75", paid(bolts.number(), "148.75"))));
        assertThat(view(id)).satisfies(advice -> {
            assertThat(advice.status()).isEqualTo(RemittanceView.Status.ANNOUNCED);
            assertThat(advice.overdue()).isFalse();
            assertThat(advice.cases()).isEmpty();
            assertThat(advice.items()).singleElement().satisfies(item -> assertThat(item.invoice()).isEqualTo(bolts.id()));
        });
        assertThat(invoice(bolts.id()).status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(invoice(bolts.id()).paid()).isEqualTo(eur("0.00"));
        List<TimelineEntry> told = asPerson(supplier, () -> journal.timeline(Invoices.ENTITY, bolts.id()));
        assertThat(told).filteredOn(entry -> entry.event().equals("PAYMENT_ANNOUNCED")).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("amount", "148.75 EUR").containsEntry("paymentOn", LocalDate.now().toString()).containsEntry("paymentReference", reference));
        assertThat(asPerson(supplier, () -> remittances.ofInvoice(bolts.id()))).extracting(RemittanceView::id).containsExactly(id);
        assertThat(asPerson(supplier, () -> remittances.announced(List.of(bolts.id(), nuts.id())))).containsExactly(bolts.id());
        assertThat(asPerson(organisation("Stranger", io.tradelane.trading.partner.Organisation.Kind.BUYER), () -> remittances.find(id))).isEmpty();
        assertThat(outbox(buyer, supplier)).containsOnlyOnce("REMITTANCE_ADVICE");
    }

    @Test
    void theSameAgainHasNoEffectAndOtherContentUnderTheNumberIsHeld() {
        RemittanceAdviceDocument document = advice(unique("RA"), "148.75", paid(bolts.number(), "148.75"));
        UUID id = applied(announce(document));
        assertThat(announce(document)).isEqualTo(new ApplyResult.NoEffect("the remittance advice stands already", id));
        assertThat(announce(advice(document.number(), "100.00", paid(bolts.number(), "100.00"))))
                .isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.CONTENT_CONFLICT));
        assertThat(view(id).total()).isEqualTo(eur("148.75"));
    }

    @Test
    void anInvoiceThatIsNotHereIsWaitedForAndOneOfAnotherYearIsNotMeant() {
        assertThat(announce(advice(unique("RA"), "10.00", paid("INV-LATER", "6.00"), paid("INV-LATEST", "4.00"))))
                .isEqualTo(new ApplyResult.Held(HoldReason.UNKNOWN_INVOICE, "INV-LATER, INV-LATEST"));
        Item lastYear = new Item(InvoiceDocument.Kind.INVOICE, bolts.number(), LocalDate.now().minusYears(1), null, eur("148.75"), List.of());
        assertThat(announce(advice(unique("RA"), "148.75", lastYear))).isEqualTo(new ApplyResult.Held(HoldReason.UNKNOWN_INVOICE, bolts.number()));
    }

    @Test
    void documentsLessDeductionsAreTheTotalInOneCurrency() {
        Adjustment short_ = new Adjustment(eur("8.75"), "4", "Seven pieces short");
        assertThat(announce(advice(unique("RA"), "150.00", paid(bolts.number(), "148.75")))).isInstanceOf(ApplyResult.Rejected.class);
        assertThat(announce(advice(unique("RA"), "148.75", new Item(InvoiceDocument.Kind.INVOICE, bolts.number(), null, null, Money.of("148.75", "USD"), List.of()))))
                .isInstanceOf(ApplyResult.Rejected.class);
        UUID before = applied(announce(advice(unique("RA"), "140.00", paid(bolts.number(), "148.75", short_))));
        assertThat(view(before).items().getFirst().announced()).isEqualTo(eur("140.00"));
        UUID after = applied(announce(advice(unique("RA"), "20.00", paid(nuts.number(), "20.00", new Adjustment(eur("3.80"), "1", null)))));
        assertThat(view(after).items().getFirst().announced()).isEqualTo(eur("20.00"));
        RemittanceAdviceDocument dollars = new RemittanceAdviceDocument(unique("RA"), LocalDate.now(), null, null, List.of(), Money.of("5.00", "USD"),
                List.of(new Item(InvoiceDocument.Kind.INVOICE, bolts.number(), null, null, Money.of("5.00", "USD"), List.of())), List.of());
        assertThat(announce(dollars)).isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.NOT_COMPARABLE));
        assertThat(asEdi(supplier, () -> remittances.apply(advice(unique("RA"), "1.00", paid(bolts.number(), "1.00")), parties(),
                new MessageContext(null, null, supplier)))).isInstanceOf(ApplyResult.Rejected.class);
    }

    @Test
    void whatIsDeductedIsACaseThatTheSuppliersFinanceDecides() {
        UUID id = applied(announce(advice(unique("RA"), LocalDate.now(), "135.00",
                List.of(paid(bolts.number(), "140.00", new Adjustment(eur("8.75"), "4", "Seven pieces short"))), List.of(new Adjustment(eur("5.00"), "L7", "Freight")))));
        List<RemittanceCase> cases = asPerson(supplier, () -> remittances.cases(RemittanceCase.Status.OPEN));
        assertThat(cases).hasSize(2).allSatisfy(one -> assertThat(one.reason()).isEqualTo(RemittanceCase.Reason.DEDUCTION));
        RemittanceCase pieces = cases.stream().filter(one -> bolts.id().equals(one.invoice())).findFirst().orElseThrow();
        assertThat(pieces.code()).isEqualTo("4");
        assertThat(pieces.note()).isEqualTo("Seven pieces short");
        assertThat(pieces.amount()).isEqualTo(eur("8.75"));
        assertThat(asPerson(buyer, () -> remittances.decide(pieces.id(), RemittanceCase.Status.ACCEPTED, "fine", 1))).isInstanceOf(CommandResult.NotFound.class);
        assertThat(asPerson(supplier, () -> remittances.decide(pieces.id(), RemittanceCase.Status.ACCEPTED, " ", 1))).isEqualTo(CommandResult.invalid("reason", "required"));
        assertThat(asPerson(supplier, () -> remittances.decide(pieces.id(), RemittanceCase.Status.ACCEPTED, "counted again", 1))).isEqualTo(new CommandResult.Done(pieces.id(), 2));
        assertThat(asPerson(supplier, () -> remittances.decide(pieces.id(), RemittanceCase.Status.DISPUTED, "no", 2))).isInstanceOf(CommandResult.IllegalTransition.class);
        assertThat(asPerson(buyer, () -> remittances.find(id)).orElseThrow().cases()).filteredOn(one -> one.id().equals(pieces.id())).singleElement()
                .satisfies(one -> assertThat(one.closedReason()).isEqualTo("counted again"));
        assertThat(hub(() -> journal.timeline(RemittanceAdvices.ENTITY, id))).extracting(TimelineEntry::event).contains("CASE_ACCEPTED");
    }

    @Test
    void moreThanIsOpenAndASetOffNobodyKnowsAreCases() {
        Item memo = new Item(InvoiceDocument.Kind.CREDIT_NOTE, "DM-1", null, null, eur("10.00"), List.of());
        UUID id = applied(announce(advice(unique("RA"), "150.00", paid(bolts.number(), "160.00"), memo)));
        assertThat(view(id).cases()).extracting(one -> one.reason() + " " + one.documentNumber() + " " + one.amount()).containsExactlyInAnyOrder(
                "MORE_THAN_OPEN " + bolts.number() + " 11.25 EUR", "UNKNOWN_DOCUMENT DM-1 10.00 EUR");
        UUID second = applied(announce(advice(unique("RA"), "100.00", paid(bolts.number(), "100.00"))));
        assertThat(view(second).cases()).singleElement().satisfies(one -> assertThat(one.amount()).isEqualTo(eur("100.00")));
    }

    @Test
    void moneyThatComesForAnInvoiceMakesItsAnnouncementTrueAndAReversalUndoesIt() {
        agree(buyer, supplier, DocumentType.REMITTANCE_ADVICE);
        UUID id = applied(announce(advice(unique("RA"), "172.55", paid(bolts.number(), "148.75"), paid(nuts.number(), "23.80"))));
        pay(notification(credit(supplierAccount, "148.75", bolts.creditorReference(), null)));
        assertThat(view(id).status()).isEqualTo(RemittanceView.Status.PART_ARRIVED);
        assertThat(view(id).items()).extracting(RemittanceView.Item::arrived).containsExactly(eur("148.75"), eur("0.00"));
        pay(notification(credit(supplierAccount, "23.80", nuts.creditorReference(), null)));
        assertThat(view(id).status()).isEqualTo(RemittanceView.Status.ARRIVED);
        // The payer has said what it pays: no second advice is made when the bank tells.
        assertThat(outbox(buyer, supplier)).containsOnlyOnce("REMITTANCE_ADVICE");
        pay(notification(entry(supplierAccount, Direction.DEBIT, "23.80", nuts.creditorReference(), null, true)));
        assertThat(view(id).status()).isEqualTo(RemittanceView.Status.PART_ARRIVED);
        assertThat(view(id).arrived()).isEqualTo(eur("148.75"));
        assertThat(hub(() -> journal.timeline(RemittanceAdvices.ENTITY, id))).extracting(TimelineEntry::event)
                .contains("ANNOUNCE", "ARRIVE", "TAKEN_BACK");
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void onePaymentPaysAllThatItsAdviceNames() {
        UUID id = applied(announce(advice(unique("RA"), "163.80", paid(bolts.number(), "140.00", new Adjustment(eur("8.75"), null, "short")), paid(nuts.number(), "23.80"))));
        assertThat(pay(transfer(supplierAccount, Direction.CREDIT, "163.80", reference))).isInstanceOfSatisfying(EntryResult.Settled.class, settled -> {
            assertThat(settled.invoices()).containsExactlyInAnyOrder(bolts.id(), nuts.id());
            assertThat(settled.excess().isZero()).isTrue();
        });
        assertThat(invoice(bolts.id()).status()).isEqualTo(InvoiceStatus.PART_PAID);
        assertThat(invoice(bolts.id()).paid()).isEqualTo(eur("140.00"));
        assertThat(invoice(nuts.id()).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(view(id).status()).isEqualTo(RemittanceView.Status.ARRIVED);
        assertThat(pay(transfer(buyerAccount, Direction.DEBIT, "163.80", reference))).isInstanceOf(EntryResult.OtherSide.class);
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void aSumThatIsNotTheAnnouncedOneIsLeftToAClerk() {
        applied(announce(advice(unique("RA"), "172.55", paid(bolts.number(), "148.75"), paid(nuts.number(), "23.80"))));
        assertThat(pay(transfer(supplierAccount, Direction.CREDIT, "172.00", reference))).isInstanceOf(EntryResult.Task.class);
    }

    @Test
    void moneyThatCameBeforeItsAdviceIsTheOneAnnounced() {
        pay(notification(credit(supplierAccount, "148.75", bolts.creditorReference(), reference)));
        UUID id = applied(announce(advice(unique("RA"), "148.75", paid(bolts.number(), "148.75"))));
        assertThat(view(id).status()).isEqualTo(RemittanceView.Status.ARRIVED);
        assertThat(view(id).cases()).isEmpty();
    }

    @Test
    void whatHasNotComeOnItsDayIsOverdue() {
        UUID late = applied(announce(advice(unique("RA"), LocalDate.now().minusDays(3), "23.80", List.of(paid(nuts.number(), "23.80")), List.of())));
        UUID soon = applied(announce(advice(unique("RA"), LocalDate.now().plusDays(3), "148.75", List.of(paid(bolts.number(), "148.75")), List.of())));
        assertThat(view(late).overdue()).isTrue();
        RemittancePage overdue = list(Tab.OVERDUE, null, null);
        assertThat(overdue.advices()).extracting(RemittanceView::id).containsExactly(late);
        assertThat(overdue.counts()).containsEntry(Tab.ANNOUNCED, 2).containsEntry(Tab.OVERDUE, 1).containsEntry(Tab.ARRIVED, 0).containsEntry(Tab.ALL, 2);
        assertThat(list(Tab.ALL, bolts.number(), null).advices()).extracting(RemittanceView::id).containsExactly(soon);
        RemittancePage first = asPerson(supplier, () -> remittances.list(new RemittanceFilter(Tab.ALL, null, null, 1)));
        assertThat(first.advices()).extracting(RemittanceView::id).containsExactly(soon);
        assertThat(list(Tab.ALL, null, first.next()).advices()).extracting(RemittanceView::id).containsExactly(late);
    }

    private RemittancePage list(Tab tab, @Nullable String text, @Nullable UUID before) {
        return asPerson(supplier, () -> remittances.list(new RemittanceFilter(tab, text, before, 50)));
    }

    @Test
    void aBuyerAnnouncesWhatItPays() {
        agree(buyer, supplier, DocumentType.REMITTANCE_ADVICE);
        assertThat(asPerson(buyer, remittances::payable)).extracting(RemittanceAdvices.Payable::open).containsExactlyInAnyOrder(eur("148.75"), eur("23.80"));
        UUID request = Ids.next();
        assertThat(asPerson(buyer, () -> remittances.announce(new Announce(request, null, null, List.of())))).isEqualTo(new CommandResult.Invalid(
                List.of(new CommandResult.Problem("paymentDate", "required"), new CommandResult.Problem("items", "required"))));
        assertThat(send(request, new Pay(bolts.id(), new BigDecimal("150"), null, null, null))).isEqualTo(CommandResult.invalid("items[0].paid", "too-large"));
        assertThat(send(request, new Pay(bolts.id(), null, BigDecimal.TEN, null, " "))).isEqualTo(CommandResult.invalid("items[0].text", "required"));
        assertThat(asPerson(supplier, () -> remittances.announce(new Announce(request, LocalDate.now(), null, List.of(new Pay(bolts.id(), null, null, null, null))))))
                .isEqualTo(CommandResult.invalid("items[0].invoice", "choice"));
        CommandResult done = send(request, new Pay(bolts.id(), null, BigDecimal.TEN, "4", "Short"), new Pay(nuts.id(), null, null, null, null));
        assertThat(done).isInstanceOf(CommandResult.Done.class);
        UUID id = ((CommandResult.Done) done).id();
        assertThat(send(request, new Pay(bolts.id(), null, null, null, null))).isEqualTo(new CommandResult.AlreadyDone(id, 1));
        assertThat(view(id).total()).isEqualTo(eur("162.55"));
        assertThat(view(id).cases()).singleElement().satisfies(one -> assertThat(one.amount()).isEqualTo(eur("10.00")));
        assertThat(outbox(buyer, supplier)).containsOnlyOnce("REMITTANCE_ADVICE");
        assertThat(send(Ids.next(), new Pay(nuts.id(), null, null, null, null))).isEqualTo(CommandResult.invalid("items[0].paid", "not-positive"));
    }

    private CommandResult send(UUID request, Pay... items) {
        return asPerson(buyer, () -> remittances.announce(new Announce(request, LocalDate.now(), reference, List.of(items))));
    }
}
