package io.tradelane.server.demo;

import io.tradelane.trading.exchange.InterchangeFilter;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.invoice.InvoiceFilter;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.Payments;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Looks at the engine to see whether a step of the journey has happened; changes nothing. */
@Component
class Hub {
    private final PurchaseOrders orders;
    private final DespatchAdvices advices;
    private final GoodsReceipts receipts;
    private final Invoices invoices;
    private final Payments payments;
    private final Interchanges interchanges;

    Hub(
            PurchaseOrders orders,
            DespatchAdvices advices,
            GoodsReceipts receipts,
            Invoices invoices,
            Payments payments,
            Interchanges interchanges) {
        this.orders = orders;
        this.advices = advices;
        this.receipts = receipts;
        this.invoices = invoices;
        this.payments = payments;
        this.interchanges = interchanges;
    }

    Supplier<Optional<String>> order(String number, Predicate<OrderView> condition) {
        return look(() -> findOrder(number).filter(condition).map(order -> "/orders/" + order.id()));
    }

    Supplier<Optional<String>> orderIs(String number, Agreement agreement) {
        return order(number, order -> order.status().agreement() == agreement);
    }

    Supplier<Optional<String>> shipped(String number) {
        return look(() -> findOrder(number).filter(order -> !advices.ofOrder(order.id()).isEmpty()).map(order -> "/orders/" + order.id()));
    }

    Supplier<Optional<String>> received(String number) {
        return look(() -> findOrder(number).filter(order -> !receipts.ofOrder(order.id()).isEmpty()).map(order -> "/orders/" + order.id()));
    }

    Supplier<Optional<String>> invoice(String number, Predicate<InvoiceView> condition) {
        return look(() -> findInvoice(number).filter(condition).map(invoice -> "/invoices/" + invoice.id()));
    }

    Supplier<Optional<String>> task(String bankReference) {
        return look(() -> payments.tasks(null).stream()
                .filter(task -> task.bankReference().equals(bankReference))
                .findFirst()
                .map(task -> "/payments/" + task.id()));
    }

    /** An interchange of this control reference that ended so. */
    Supplier<Optional<String>> interchange(String controlReference, InterchangeStatus status) {
        return look(() -> interchanges.list(new InterchangeFilter(Direction.INBOUND, Set.of(status), null), null, 100).items().stream()
                .filter(interchange -> controlReference.equals(interchange.controlReference()))
                .findFirst()
                .map(interchange -> "/documents/interchanges/" + interchange.id()));
    }

    OrderView theOrder(String number) {
        return Tenancy.call(Tenancy.Actor.hub(), () -> findOrder(number).orElseThrow());
    }

    InvoiceView theInvoice(String number) {
        return Tenancy.call(Tenancy.Actor.hub(), () -> findInvoice(number).orElseThrow());
    }

    private Optional<OrderView> findOrder(String number) {
        return orders.byNumber(number).stream().findFirst();
    }

    private Optional<InvoiceView> findInvoice(String number) {
        return invoices.list(new InvoiceFilter(null, null, number, null, null, 1)).invoices().stream()
                .findFirst()
                .flatMap(summary -> invoices.find(summary.id()));
    }

    private static <T> Supplier<T> look(Supplier<T> look) {
        return () -> Tenancy.call(Tenancy.Actor.hub(), look);
    }
}
