package io.tradelane.trading.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.invoice.LineVerdict;
import io.tradelane.trading.ledger.Account;
import io.tradelane.trading.ledger.Balance;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the order to the money, every step twice. */
class WholeDealTest extends TradeFixture {
    @Autowired Ledger ledger;
    @Autowired Journal journal;

    @Test
    void anOrderIsAnsweredShippedReceivedShortInvoicedDecidedAndPaid() {
        agree(supplier, buyer, DocumentType.ORDER_RESPONSE);
        agree(supplier, buyer, DocumentType.DESPATCH_ADVICE);
        agree(supplier, buyer, DocumentType.INVOICE);
        agree(buyer, supplier, DocumentType.REMITTANCE_ADVICE);
        OrderDocument document = document(unique("PO"));
        OrderView placed = placed(document);
        assertThat(place(document)).isInstanceOf(ApplyResult.NoEffect.class);

        // The supplier offers eighty bolts instead of a hundred, two days later; the buyer agrees.
        SupplierAnswer change = new SupplierAnswer.Change("SO-77", "short of bolts",
                List.of(new SupplierAnswer.LineChange(
                "1", false, new BigDecimal("80"), null, inTenDays().plusDays(2), "capacity")));
        assertThat(asPerson(supplier, () -> orders.answer(placed.id(), change, placed.version())))
                .isEqualTo(new CommandResult.Done(placed.id(), 2));
        assertThat(asPerson(supplier, () -> orders.answer(placed.id(), change, placed.version())))
                .isEqualTo(new CommandResult.StaleVersion(2));
        assertThat(order(placed.id()).status().agreement()).isEqualTo(Agreement.CHANGE_PENDING_BUYER);
        assertThat(order(placed.id()).change().lines()).singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("80"));
        assertThat(asPerson(buyer, () -> orders.decideChange(placed.id(), true, null, 2)))
                .isEqualTo(new CommandResult.Done(placed.id(), 3));
        OrderView order = order(placed.id());
        assertThat(order.status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(order.total().sameAs(Money.of("120.00", "EUR"))).isTrue();
        assertThat(order.supplierOrderNumber()).isEqualTo("SO-77");

        // Two packages by EDI.
        DespatchAdviceDocument advice = advice(unique("DA"), order.number(),
                List.of(pack(sscc(), shipped("1", order.number(), "1", 80)),
                        pack(sscc(), shipped("2", order.number(), "2", 50))));
        UUID shipment = applied(despatch(advice));
        assertThat(despatch(advice)).isEqualTo(new ApplyResult.NoEffect("the shipment stands already", shipment));
        assertThat(order(order.id()).status().fulfilment()).isEqualTo(OrderStatus.Fulfilment.SHIPPED);

        // The invoice is here before the goods are counted: it waits.
        InvoiceDocument bill = invoice(unique("INV"), order.number(),
                List.of(billed("1", order.number(), "1", 80, "1.25"), billed("2", order.number(), "2", 50, "0.40")));
        UUID invoice = applied(bill(bill));
        assertThat(bill(bill)).isEqualTo(new ApplyResult.NoEffect("the invoice stands already", invoice));
        assertThat(invoice(invoice).status()).isEqualTo(InvoiceStatus.WAITING_RECEIPT);

        // Five bolts are missing.
        UUID warehouse = Ids.next();
        GoodsReceipts.Receipt counted = new GoodsReceipts.Receipt(Ids.next(), order.id(), shipment, null, List.of(
                new GoodsReceipts.Counted(order.lines().get(0).id(), new BigDecimal("75"), BigDecimal.ZERO,
                        GoodsReceipts.Difference.SHORT, "box open"),
                new GoodsReceipts.Counted(order.lines().get(1).id(), new BigDecimal("50"), BigDecimal.ZERO, null,
                        null)));
        assertThat(as(buyer, warehouse, () -> receipts.post(counted)))
                .isEqualTo(new CommandResult.Done(counted.requestId(), 1));
        assertThat(as(buyer, warehouse, () -> receipts.post(counted)))
                .isEqualTo(new CommandResult.AlreadyDone(counted.requestId(), 1));
        assertThat(hub(() -> advices.find(shipment)).orElseThrow().state()).isEqualTo(ShipmentView.State.RECEIVED);
        assertThat(order(order.id()).status().fulfilment()).isEqualTo(OrderStatus.Fulfilment.PART_RECEIVED);

        // One line waits for a decision, the rest is approved and payable.
        InvoiceView waiting = invoice(invoice);
        assertThat(waiting.status()).isEqualTo(InvoiceStatus.EXCEPTION);
        assertThat(waiting.lines()).extracting(InvoiceView.Line::verdict)
                .containsExactly(LineVerdict.HOLD, LineVerdict.MATCHED);
        assertThat(waiting.approved().sameAs(Money.of("23.80", "EUR"))).isTrue();
        UUID line = waiting.lines().getFirst().id();
        assertThat(as(buyer, warehouse, () ->
                invoices.decide(invoice, line, Invoices.Decision.PAY_RECEIVED, "as counted", waiting.version())))
                .isEqualTo(new CommandResult.SeparationOfDuties("receive-and-override"));
        assertThat(asPerson(supplier, () ->
                invoices.decide(invoice, line, Invoices.Decision.PAY_RECEIVED, "please", waiting.version())))
                .isEqualTo(new CommandResult.NotFound());
        assertThat(asPerson(buyer, () -> invoices.decide(invoice, line, Invoices.Decision.PAY_RECEIVED, "as counted",
                waiting.version())))
                .isEqualTo(new CommandResult.Done(invoice, waiting.version() + 1));
        InvoiceView approved = invoice(invoice);
        assertThat(approved.status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(approved.lines().getFirst().payableQuantity()).isEqualByComparingTo("75");
        // 75 bolts at 1.25 are 93.75, fifty nuts 20.00, 19 % tax on both.
        assertThat(approved.approved().sameAs(Money.of("135.36", "EUR"))).isTrue();

        // The bank tells the supplier, then the buyer's bank tells the buyer, then the supplier's again.
        PaymentNotificationDocument credited =
                notification(credit(supplierAccount, "135.36", approved.creditorReference(), "E2E-1"));
        EntryResult settled = pay(credited);
        assertThat(settled).isInstanceOf(EntryResult.Settled.class);
        assertThat(pay(credited)).isInstanceOf(EntryResult.NoEffect.class);
        assertThat(pay(notification(debit(buyerAccount, "135.36", approved.creditorReference(), "E2E-1"))))
                .isInstanceOf(EntryResult.OtherSide.class);
        assertThat(invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(order(order.id()).status().payment()).isEqualTo(OrderStatus.Payment.PAID);

        assertThat(balance(buyer, Account.BANK)).isEqualByComparingTo("-135.36");
        assertThat(balance(buyer, Account.PAYABLES)).isEqualByComparingTo("0");
        assertThat(balance(buyer, Account.INVENTORY)).isEqualByComparingTo("113.75");
        assertThat(balance(buyer, Account.GOODS_RECEIVED_NOT_INVOICED)).isEqualByComparingTo("0");
        assertThat(balance(supplier, Account.BANK)).isEqualByComparingTo("135.36");
        assertThat(balance(supplier, Account.RECEIVABLES)).isEqualByComparingTo("0");
        assertThat(balance(supplier, Account.REVENUE)).isEqualByComparingTo("-113.75");
        assertThat(balance(supplier, Account.OUTPUT_TAX)).isEqualByComparingTo("-21.61");
        assertThat(hub(ledger::verify)).isEmpty();

        assertThat(outbox(supplier, buyer)).containsExactly("ORDER_RESPONSE", "DESPATCH_ADVICE", "INVOICE");
        assertThat(outbox(buyer, supplier)).containsExactly("ORDER", "REMITTANCE_ADVICE");
        assertThat(hub(() -> journal.timeline(PurchaseOrders.ENTITY, order.id()))).extracting(TimelineEntry::event)
                .containsExactly(
                "PLACED", "PROPOSE_CHANGE", "ACCEPT_CHANGE", "DESPATCHED", "INVOICED", "RECEIVED", "INVOICE_REDUCED",
                "PAID");
        assertThat(asPerson(organisation("Stranger", io.tradelane.trading.partner.Organisation.Kind.BOTH), () ->
                List.of(orders.find(order.id()), advices.find(shipment), invoices.find(invoice),
                        ledger.journals(buyer, 10), payments.tasks(null),
                        journal.timeline(PurchaseOrders.ENTITY, order.id()), receipts.ofOrder(order.id()),
                        payments.ofInvoice(invoice)))
                .stream().allMatch(seen -> seen.equals(java.util.Optional.empty()) || seen.equals(List.of()))).isTrue();
    }

    @Test
    void anOrderThatIsReceivedInvoicedAndPaidInFullIsCompleted() {
        OrderView order = confirmed();
        UUID request = Ids.next();
        DespatchAdvices.Despatch form = new DespatchAdvices.Despatch(request, order.id(), 3, "PX", "CN-1", inTenDays());
        CommandResult sent = asPerson(supplier, () -> advices.despatch(form));
        assertThat(sent).isInstanceOf(CommandResult.Done.class);
        UUID shipment = ((CommandResult.Done) sent).id();
        assertThat(asPerson(supplier, () -> advices.despatch(form)))
                .isEqualTo(new CommandResult.AlreadyDone(shipment, 1));
        ShipmentView view = hub(() -> advices.find(shipment)).orElseThrow();
        assertThat(view.packages()).hasSize(3).allSatisfy(unit -> assertThat(unit.issues()).isEmpty());

        List<GoodsReceipts.Expected> expected = asPerson(buyer, () -> receipts.expected(order.id(), shipment));
        assertThat(expected).extracting(line -> line.expected().intValueExact()).containsExactly(100, 50);
        asPerson(buyer, () -> receipts.post(new GoodsReceipts.Receipt(Ids.next(), order.id(), shipment, null, expected
                .stream()
                .map(line -> new GoodsReceipts.Counted(line.orderLineId(), line.expected(), BigDecimal.ZERO, null,
                        null)).toList())));
        UUID invoice = applied(bill(invoice(unique("INV"), order.number(), List.of(
                billed("1", null, "1", 100, "1.25"), billed("2", null, null, 50, "0.40")))));
        InvoiceView view1 = invoice(invoice);
        assertThat(view1.status()).isEqualTo(InvoiceStatus.APPROVED);
        assertThat(view1.approved().sameAs(view1.payable())).isTrue();

        pay(notification(credit(supplierAccount, "100.00", null, view1.number())));
        assertThat(invoice(invoice).status()).isEqualTo(InvoiceStatus.PART_PAID);
        assertThat(order(order.id()).status().payment()).isEqualTo(OrderStatus.Payment.PART_PAID);
        pay(notification(debit(buyerAccount, "72.55", view1.creditorReference(), null)));
        assertThat(order(order.id()).status())
                .isEqualTo(new OrderStatus(OrderStatus.Approval.NONE_NEEDED, Agreement.COMPLETED,
                OrderStatus.Fulfilment.RECEIVED, OrderStatus.Billing.INVOICED, OrderStatus.Payment.PAID,
                OrderStatus.Transmission.NONE));
        assertThat(hub(ledger::verify)).isEmpty();
    }

    @Test
    void anOrdrspEndsInTheSameCommandAsTheForm() {
        OrderView order = placed(document(unique("PO")));
        OrderResponseDocument response = response(unique("AB"), order.number(),
                OrderResponseDocument.Decision.ACCEPTED, List.of());
        assertThat(respond(response)).isEqualTo(new ApplyResult.Applied(order.id()));
        assertThat(respond(response)).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(order(order.id()).answers()).hasSize(1);
    }

    private BigDecimal balance(UUID organisation, Account account) {
        return hub(() -> ledger.balances(organisation)).stream()
                .filter(balance -> balance.account() == account)
                .map(Balance::balance)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
