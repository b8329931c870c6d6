package io.tradelane.portal.onboarding;

import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents about an order that stands between twins: what one of the two would say next. */
@Component
class DealDocuments {
    private static final int PAYMENT_DAYS = 30;
    private static final long SERIALS = 1_000_000_000L;
    private final TestDocuments fresh;
    private final Clock clock;

    DealDocuments(TestDocuments fresh, Clock clock) {
        this.fresh = fresh;
        this.clock = clock;
    }

    /** One more of the first line that lives. */
    OrderChangeDocument change(Deal deal, OrderView order) {
        OrderView.Line first = order.lines().stream().filter(line -> line.due().signum() > 0).findFirst().orElse(order.lines().getFirst());
        return new OrderChangeDocument(fresh.number("TEST-CH"), fresh.today(), order.number(), null, OrderChangeDocument.Action.CHANGE, null, order.currency(),
                deal.parties(), List.of(), null, null, List.of(new OrderChangeDocument.Line(first.lineNumber(), OrderChangeDocument.LineAction.CHANGE, item(first),
                        new Quantity(first.due().add(BigDecimal.ONE), first.unit()), first.price(), null, null, null)));
    }

    OrderResponseDocument response(Deal deal, OrderView order) {
        List<OrderResponseDocument.Line> lines = order.lines().stream().map(line -> new OrderResponseDocument.Line(line.lineNumber(),
                OrderResponseDocument.LineDecision.ACCEPTED, item(line), new Quantity(line.due(), line.unit()), line.price(), order.requestedDelivery(), null)).toList();
        return new OrderResponseDocument(fresh.number("TEST-OR"), fresh.today(), order.number(), null, OrderResponseDocument.Decision.ACCEPTED, order.currency(),
                deal.parties(), null, lines);
    }

    DespatchAdviceDocument despatch(Deal deal, OrderView order) {
        List<DespatchAdviceDocument.Line> lines = new ArrayList<>();
        order.lines().stream().filter(line -> line.open().signum() > 0).forEach(line -> lines.add(new DespatchAdviceDocument.Line(
                Integer.toString(lines.size() + 1), order.number(), line.lineNumber(), item(line), new Quantity(line.open(), line.unit()), null, null)));
        return new DespatchAdviceDocument(fresh.number("TEST-DA"), fresh.today(), OffsetDateTime.now(clock), fresh.today().plusDays(2), order.number(), null,
                deal.parties(), List.of(new DespatchAdviceDocument.Package(sscc(deal), null, lines)));
    }

    /** Extension digit, seven digits of the supplier's GLN, nine of the time, check digit. */
    private String sscc(Deal deal) {
        String gln = deal.supplier().company().gln();
        String digits = "0" + (gln == null ? "0000000" : gln.substring(0, 7)) + "%09d".formatted(clock.millis() % SERIALS);
        return digits + CheckDigit.of(digits);
    }

    /** Of what was despatched and not invoiced, without tax. */
    InvoiceDocument invoice(Deal deal, OrderView order, @Nullable String despatchAdvice) {
        List<InvoiceDocument.Line> lines = new ArrayList<>();
        for (OrderView.Line line : order.lines()) {
            BigDecimal open = line.shipped().subtract(line.invoiced());
            if (open.signum() > 0) {
                Quantity quantity = new Quantity(open, line.unit());
                Price price = Stream.of(line.confirmedPrice(), line.price(), line.agreedPrice()).filter(Objects::nonNull).findFirst()
                        .orElseGet(() -> Price.each(Money.zero(order.currency()), line.unit()));
                lines.add(new InvoiceDocument.Line(Integer.toString(lines.size() + 1), order.number(), line.lineNumber(), item(line), quantity, price,
                        price.of(quantity).rounded(), BigDecimal.ZERO, "Z", List.of()));
            }
        }
        Money total = lines.stream().map(InvoiceDocument.Line::net).reduce(Money.zero(order.currency()), Money::plus);
        Money none = Money.zero(order.currency());
        return new InvoiceDocument(fresh.number("TEST-IN"), InvoiceDocument.Kind.INVOICE, fresh.today(), fresh.today().plusDays(PAYMENT_DAYS), fresh.today(),
                order.currency(), null, order.number(), despatchAdvice, null, null, null, deal.parties(), null, null, List.of(), lines,
                List.of(new InvoiceDocument.Tax("Z", BigDecimal.ZERO, total, none, null)), new InvoiceDocument.Totals(total, total, none, total));
    }

    ReceiptAdviceDocument receipt(Deal deal, OrderView order, ShipmentView shipment) {
        List<ReceiptAdviceDocument.Line> lines = new ArrayList<>();
        shipment.packages().forEach(unit -> unit.lines().stream().filter(line -> line.orderLineNumber() != null).forEach(line -> {
            Quantity came = new Quantity(line.shipped(), line.unit());
            lines.add(new ReceiptAdviceDocument.Line(Integer.toString(lines.size() + 1), order.number(), line.orderLineNumber(), unit.sscc(),
                    new Item(line.gtin(), line.buyerArticle(), line.supplierArticle(), line.description()), came, came, came, line.batch(), List.of()));
        }));
        return new ReceiptAdviceDocument(fresh.number("TEST-RA"), fresh.today(), OffsetDateTime.now(clock), order.number(), shipment.number(), null, deal.parties(),
                null, lines);
    }

    InvoiceResponseDocument answer(Deal deal, InvoiceView invoice) {
        return new InvoiceResponseDocument(fresh.number("TEST-IR"), fresh.today(), invoice.number(), invoice.issuedOn(), InvoiceResponseDocument.Status.ACCEPTED,
                fresh.today(), deal.parties(), null, List.of());
    }

    /** All of an invoice. */
    RemittanceAdviceDocument remittance(Deal deal, InvoiceView invoice) {
        String number = fresh.number("TEST-PA");
        return new RemittanceAdviceDocument(number, fresh.today(), fresh.today().plusDays(1), number, deal.parties(), invoice.payable(),
                List.of(new RemittanceAdviceDocument.Item(invoice.kind(), invoice.number(), invoice.issuedOn(), invoice.payable(), invoice.payable(), List.of())), List.of());
    }

    private static Item item(OrderView.Line line) {
        return new Item(line.gtin(), line.buyerArticle(), line.supplierArticle(), line.description());
    }
}
