package io.tradelane.trading.cart;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an order would cost with the change that the supplier proposes. */
final class OrderTotals {

    private OrderTotals() {}

    static Money after(OrderView order) {
        return order.lines().stream().map(line -> amount(order, line)).reduce(Money.zero(order.currency()), Money::plus);
    }

    private static Money amount(OrderView order, OrderView.Line line) {
        OrderView.Change change = order.change();
        OrderView.ChangeLine wanted = change == null ? null : change.lines().stream().filter(one -> one.lineId().equals(line.id())).findFirst().orElse(null);
        if (wanted == null) {
            return line.amount();
        }
        if (wanted.rejected()) {
            return Money.zero(order.currency());
        }
        BigDecimal quantity = wanted.quantity() != null ? wanted.quantity() : line.due();
        Price price = price(line, wanted);
        return price == null ? line.amount() : price.of(new Quantity(quantity, line.unit())).rounded();
    }

    private static @Nullable Price price(OrderView.Line line, OrderView.ChangeLine wanted) {
        return wanted.price() != null ? wanted.price() : line.confirmedPrice() != null ? line.confirmedPrice() : line.price() != null ? line.price() : line.agreedPrice();
    }
}
