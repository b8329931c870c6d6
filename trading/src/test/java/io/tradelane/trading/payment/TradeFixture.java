package io.tradelane.trading.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The words for what follows an order: despatch, receipt, invoice, payment. */
public abstract class TradeFixture extends DealFixture {
    @Autowired protected DespatchAdvices advices;
    @Autowired protected GoodsReceipts receipts;
    @Autowired protected Invoices invoices;
    @Autowired protected Payments payments;
    @Autowired protected BankAccounts accounts;
    protected String buyerAccount;
    protected String supplierAccount;

    @BeforeEach
    void bankAccounts() {
        buyerAccount = unique("DE00BUY");
        supplierAccount = unique("CN00SUP");
        asHub(() -> {
            accounts.register(buyer, buyerAccount, "Rhein Maschinenbau", "EUR");
            accounts.register(supplier, supplierAccount, "Suzhou Fasteners", "EUR");
        });
    }

    protected static <T> T as(UUID organisation, UUID user, Supplier<T> work) {
        return Tenancy.call(Actor.person(organisation, user, "Somebody"), work);
    }

    protected static UUID applied(ApplyResult result) {
        assertThat(result).isInstanceOf(ApplyResult.Applied.class);
        return ((ApplyResult.Applied) result).id();
    }

    protected InvoiceResponseDocument answer(String invoice, InvoiceResponseDocument.Status status, InvoiceResponseDocument.Clarification... clarifications) {
        return new InvoiceResponseDocument(unique("IR"), LocalDate.now(), invoice, null, status, null, List.of(), null, List.of(clarifications));
    }

    protected static TransportStatusDocument report(String consignment, TransportStatusDocument.Status status, OffsetDateTime at) {
        return new TransportStatusDocument(unique("ST"), LocalDate.now(), List.of(), List.of(new TransportStatusDocument.Consignment(consignment, List.of(),
                List.of(), List.of(new TransportStatusDocument.Event(status, "X", at, "DEHAM", "weather", status == TransportStatusDocument.Status.DELIVERED ? "A. Weber" : null)))));
    }

    /** Ten euros under each end-to-end id. */
    protected static PaymentInstructionDocument instruct(String number, String... endToEndIds) {
        return new PaymentInstructionDocument(number, PaymentInstructionDocument.Kind.CREDIT_TRANSFER, OffsetDateTime.now(), List.of(),
                List.of(new PaymentInstructionDocument.Batch("B-1", "DE01", null, null, LocalDate.now(), false, Arrays.stream(endToEndIds)
                        .map(id -> new PaymentInstructionDocument.Transaction(null, id, Money.of("10.00", "EUR"), "Payee", "FR01", null, null, null, null, null))
                        .toList())));
    }

    protected static PaymentStatusDocument status(String instruction, PaymentStatusDocument.@Nullable Status all, PaymentStatusDocument.Transaction... own) {
        return new PaymentStatusDocument(unique("ST"), OffsetDateTime.now(), instruction, all, List.of(), List.of(), List.of(own));
    }

    protected static String sscc() {
        String digits = "0" + String.valueOf(Ids.next().getLeastSignificantBits() & Long.MAX_VALUE | 1L << 62).substring(0, 16);
        return digits + CheckDigit.of(digits);
    }

    protected OrderResponseDocument response(
            String number, String order, OrderResponseDocument.Decision decision,
            List<OrderResponseDocument.Line> lines) {
        return new OrderResponseDocument(number, LocalDate.now(), order, "SO-1", decision, "EUR", List.of(), null,
                lines);
    }

    protected ApplyResult respond(OrderResponseDocument document) {
        return asEdi(supplier, () -> orders.apply(document, parties(), new MessageContext(null, null, supplier)));
    }

    protected static DespatchAdviceDocument.Line shipped(String number, String order, @Nullable String orderLine,
            long quantity) {
        return new DespatchAdviceDocument.Line(number, order, orderLine,
                new Item(null, null, orderLine == null ? "B-8" : null, null),
                Quantity.of(quantity, "PCE"), null, null);
    }

    protected static DespatchAdviceDocument.Package pack(String sscc, DespatchAdviceDocument.Line... lines) {
        return new DespatchAdviceDocument.Package(sscc, "PX", List.of(lines));
    }

    protected DespatchAdviceDocument advice(String number, String order,
            List<DespatchAdviceDocument.Package> packages) {
        return new DespatchAdviceDocument(number, LocalDate.now(), OffsetDateTime.now(), inTenDays(), order, "CN-1",
                List.of(), packages);
    }

    protected ApplyResult despatch(DespatchAdviceDocument document) {
        return asEdi(supplier, () -> advices.apply(document, parties(), new MessageContext(null, null, supplier)));
    }

    /** The whole order shipped and counted in. */
    protected OrderView received() {
        OrderView order = confirmed();
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, null, null,
                null)));
        asPerson(buyer, () -> receipts.post(new GoodsReceipts.Receipt(Ids.next(), order.id(), null, null, order.lines()
                .stream()
                .map(line -> new GoodsReceipts.Counted(line.id(), line.ordered(), BigDecimal.ZERO, null, null))
                .toList())));
        return order(order.id());
    }

    protected static InvoiceDocument.Line billed(String number, @Nullable String order, @Nullable String orderLine,
            long quantity, String price) {
        Money net = price(price).of(Quantity.of(quantity, "PCE")).rounded();
        return new InvoiceDocument.Line(number, order, orderLine,
                new Item(null, null, number.equals("1") ? "B-8" : "N-8", null),
                Quantity.of(quantity, "PCE"), price(price), net, new BigDecimal("19"), null, List.of());
    }

    protected InvoiceDocument invoice(String number, @Nullable String order, List<InvoiceDocument.Line> lines) {
        return invoice(number, InvoiceDocument.Kind.INVOICE, order, null, lines);
    }

    protected InvoiceDocument invoice(
            String number, InvoiceDocument.Kind kind, @Nullable String order, @Nullable String preceding,
            List<InvoiceDocument.Line> lines) {
        Money net = lines.stream().map(InvoiceDocument.Line::net).reduce(Money.zero("EUR"), Money::plus);
        Money tax = net.times(new BigDecimal("0.19")).rounded();
        return new InvoiceDocument(number, kind, LocalDate.now(), null, null, "EUR", null, order, null, preceding, null,
                supplierAccount, List.of(),
                null, null, List.of(), lines, List.of(), new InvoiceDocument.Totals(net, null, tax, net.plus(tax)));
    }

    protected ApplyResult bill(InvoiceDocument document) {
        return asEdi(supplier, () -> invoices.apply(document, parties(), new MessageContext(null, null, supplier)));
    }

    protected InvoiceView invoice(UUID id) {
        return hub(() -> invoices.find(id)).orElseThrow();
    }

    protected PaymentNotificationDocument.Entry credit(String account, String amount, @Nullable String reference,
            @Nullable String endToEnd) {
        return entry(account, Direction.CREDIT, amount, reference, endToEnd, false);
    }

    protected PaymentNotificationDocument.Entry debit(String account, String amount, @Nullable String reference,
            @Nullable String endToEnd) {
        return entry(account, Direction.DEBIT, amount, reference, endToEnd, false);
    }

    protected PaymentNotificationDocument.Entry entry(
            String account, Direction direction, String amount, @Nullable String reference, @Nullable String endToEnd,
            boolean reversal) {
        return new PaymentNotificationDocument.Entry(account, unique("BNK"), direction, Money.of(amount, "EUR"),
                LocalDate.now(), LocalDate.now(),
                endToEnd, reference, null, "Rhein Maschinenbau", buyerAccount, "Suzhou Fasteners", supplierAccount,
                reversal);
    }

    protected static PaymentNotificationDocument notification(PaymentNotificationDocument.Entry entry) {
        return new PaymentNotificationDocument(unique("CAMT"), OffsetDateTime.now(), List.of(), List.of(entry));
    }

    protected EntryResult pay(PaymentNotificationDocument document) {
        return Tenancy.call(Actor.hub(supplier, "Bank", Tenancy.Source.BANK), () ->
                payments.apply(document, MessageContext.NONE)).getFirst();
    }
}
