package io.tradelane.trading.order;

import io.tradelane.trading.order.OrderStatus.Billing;
import io.tradelane.trading.order.OrderStatus.Fulfilment;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one place where a line's state follows from its quantities, and the header's statuses from the lines. */
record Derivation(Fulfilment fulfilment, Billing billing, Money total, @Nullable LocalDate nextDelivery) {

    static Derivation of(List<LineRow> lines, String currency) {
        List<LineRow> live = lines.stream().filter(line -> line.state().live()).toList();
        return new Derivation(
                fulfilment(live),
                billing(live),
                live.stream().map(line -> line.amount(currency)).reduce(Money.zero(currency), Money::plus),
                live.stream()
                        .filter(line -> line.shippedQuantity().compareTo(line.due()) < 0)
                        .map(LineRow::deliveryDate)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    static LineState lineState(LineRow line) {
        if (!line.state().live()) {
            return line.state();
        }
        if (line.receivedQuantity().signum() > 0) {
            return reached(line, LineRow::receivedQuantity) ? LineState.RECEIVED : LineState.PART_RECEIVED;
        }
        if (line.shippedQuantity().signum() > 0) {
            return reached(line, LineRow::shippedQuantity) ? LineState.SHIPPED : LineState.PART_SHIPPED;
        }
        if (line.confirmedQuantity() == null) {
            return LineState.OPEN;
        }
        return asOrdered(line) ? LineState.CONFIRMED : LineState.CHANGED;
    }

    private static boolean asOrdered(LineRow line) {
        boolean sameQuantity = line.quantity().compareTo(Objects.requireNonNull(line.confirmedQuantity())) == 0;
        BigDecimal confirmed = line.confirmedPrice();
        boolean samePrice = confirmed == null || line.price() != null && perUnit(confirmed, line.confirmedBasis())
                .compareTo(perUnit(line.price(), line.priceBasis())) == 0;
        boolean sameDate = line.promisedDelivery() == null || line.requestedDelivery() == null
                || line.promisedDelivery().equals(line.requestedDelivery());
        return sameQuantity && samePrice && sameDate;
    }

    private static BigDecimal perUnit(BigDecimal price, @Nullable BigDecimal basis) {
        return basis == null ? price : price.divide(basis, MathContext.DECIMAL64);
    }

    private static Fulfilment fulfilment(List<LineRow> live) {
        if (any(live, LineRow::receivedQuantity)) {
            return all(live, LineRow::receivedQuantity) ? Fulfilment.RECEIVED : Fulfilment.PART_RECEIVED;
        }
        if (any(live, LineRow::shippedQuantity)) {
            return all(live, LineRow::shippedQuantity) ? Fulfilment.SHIPPED : Fulfilment.PART_SHIPPED;
        }
        return Fulfilment.NOT_SHIPPED;
    }

    private static Billing billing(List<LineRow> live) {
        if (!any(live, LineRow::invoicedQuantity)) {
            return Billing.NOT_INVOICED;
        }
        return all(live, LineRow::invoicedQuantity) ? Billing.INVOICED : Billing.PART_INVOICED;
    }

    private static boolean any(List<LineRow> lines, Function<LineRow, BigDecimal> quantity) {
        return lines.stream().anyMatch(line -> quantity.apply(line).signum() > 0);
    }

    private static boolean all(List<LineRow> lines, Function<LineRow, BigDecimal> quantity) {
        return lines.stream().allMatch(line -> reached(line, quantity));
    }

    private static boolean reached(LineRow line, Function<LineRow, BigDecimal> quantity) {
        return quantity.apply(line).compareTo(line.due()) >= 0;
    }
}
