package io.tradelane.trading.despatch;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;

/** One counted line with the order line it is for and how much was expected. */
record ReceiptLine(OrderLines.Line order, BigDecimal expected, GoodsReceipts.Counted counted) {

    /** What is accepted, at the price that counts; zero while no price is agreed. */
    Money value(String currency) {
        Price price = order.price();
        return price == null ? Money.zero(currency)
                : price.of(new Quantity(counted.accepted(), order.unit())).rounded();
    }

    /** Whether another number than expected was accepted. */
    boolean differs() {
        return counted.accepted().compareTo(expected) != 0 || counted.damaged().signum() > 0;
    }
}
