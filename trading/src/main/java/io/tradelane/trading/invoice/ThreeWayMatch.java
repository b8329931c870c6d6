package io.tradelane.trading.invoice;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.invoice.InvoiceView.Difference;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Order, receipt and invoice line side by side. Pure: everything it looks at is handed in. */
final class ThreeWayMatch {

    private ThreeWayMatch() {}

    /** @param differences empty unless the verdict is HOLD */
    record Outcome(LineVerdict verdict, List<Difference> differences) {}

    /**
     * @param order the order line; {@code null} when the invoice names none that exists
     * @param claimed how much of the receipt earlier invoice lines claim
     */
    static Outcome match(
            InvoiceLineRow invoice, OrderLines.@Nullable Line order, BigDecimal claimed, Tolerance tolerance,
            String currency) {
        if (order == null) {
            String named = invoice.orderNumber() == null ? "" : invoice.orderNumber() + " / " + invoice
                    .orderLineNumber();
            return new Outcome(LineVerdict.HOLD, List.of(new Difference(HoldCode.REF, null, named, null)));
        }
        List<Difference> differences = new ArrayList<>();
        article(invoice, order).ifPresent(differences::add);
        price(invoice, order, tolerance, currency).ifPresent(differences::add);
        amount(invoice, currency).ifPresent(differences::add);
        BigDecimal available = available(order, claimed);
        BigDecimal allowed = available.multiply(factor(tolerance.quantityPercent()));
        boolean covered = invoice.quantity().compareTo(allowed) <= 0;
        boolean stillComing = order.received().signum() == 0 && order.counted().signum() == 0
                || invoice.quantity().compareTo(available
                        .add(order.shipped().subtract(order.counted()).max(BigDecimal.ZERO))) <= 0;
        if (!covered && !stillComing) {
            differences.add(new Difference(HoldCode.QTY, plain(available) + " " + order.unit(),
                    plain(invoice.quantity()) + " " + invoice.unit(), percent(tolerance.quantityPercent())));
        }
        if (!differences.isEmpty()) {
            return new Outcome(LineVerdict.HOLD, differences);
        }
        return new Outcome(covered ? LineVerdict.MATCHED : LineVerdict.WAITING_RECEIPT, List.of());
    }

    /** What is received and not claimed by an earlier invoice line. */
    static BigDecimal available(OrderLines.Line order, BigDecimal claimed) {
        return order.received().subtract(claimed).max(BigDecimal.ZERO);
    }

    private static Optional<Difference> article(InvoiceLineRow invoice, OrderLines.Line order) {
        if (!invoice.unit().equals(order.unit())) {
            return Optional.of(new Difference(HoldCode.ITM, order.unit(), invoice.unit(), null));
        }
        if (invoice.gtin() != null && order.gtin() != null && !invoice.gtin().equals(order.gtin())) {
            return Optional.of(new Difference(HoldCode.ITM, order.gtin(), invoice.gtin(), null));
        }
        String ordered = order.supplierArticle();
        String invoiced = invoice.supplierArticle();
        return invoice.gtin() == null && ordered != null && invoiced != null && !invoiced.equals(ordered)
                ? Optional.of(new Difference(HoldCode.ITM, ordered, invoiced, null))
                : Optional.empty();
    }

    /** Cheaper always passes; dearer passes within the percentage or the absolute limit. */
    private static Optional<Difference> price(InvoiceLineRow invoice, OrderLines.Line order, Tolerance tolerance,
            String currency) {
        BigDecimal asked = invoice.perUnit();
        Price confirmed = order.price();
        if (confirmed == null) {
            return Optional.of(new Difference(HoldCode.PRI, null, price(asked, currency, invoice.unit()), null));
        }
        BigDecimal expected = confirmed.perUnit();
        boolean passes = asked.compareTo(expected.multiply(factor(tolerance.pricePercent()))) <= 0
                || asked.compareTo(expected.add(tolerance.priceAbsolute())) <= 0;
        return passes ? Optional.empty()
                : Optional.of(new Difference(HoldCode.PRI, price(expected, currency, order.unit()),
                        price(asked, currency, invoice.unit()),
                        tolerance.pricePercent().signum() == 0 && tolerance.priceAbsolute().signum() > 0
                                ? plain(tolerance.priceAbsolute()) + " " + currency
                                : percent(tolerance.pricePercent())));
    }

    private static Optional<Difference> amount(InvoiceLineRow invoice, String currency) {
        Price price = invoice.priceOf(currency);
        if (price == null) {
            return Optional.empty();
        }
        Money right = price.of(new Quantity(invoice.quantity(), invoice.unit())).rounded();
        Money asked = new Money(invoice.net(), currency);
        return asked.rounded().compareTo(right) <= 0
                ? Optional.empty()
                : Optional.of(new Difference(HoldCode.OTH, right.toString(), plain(invoice.net()) + " " + currency,
                        null));
    }

    private static String price(BigDecimal perUnit, String currency, String unit) {
        return plain(perUnit) + " " + currency + " / " + unit;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.round(new MathContext(12)).stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal percent) {
        return plain(percent) + " %";
    }

    private static BigDecimal factor(BigDecimal percent) {
        return BigDecimal.ONE.add(percent.movePointLeft(2));
    }
}
