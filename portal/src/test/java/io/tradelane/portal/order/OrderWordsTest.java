package io.tradelane.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderStatus.Approval;
import io.tradelane.trading.order.OrderStatus.Billing;
import io.tradelane.trading.order.OrderStatus.Fulfilment;
import io.tradelane.trading.order.OrderStatus.Payment;
import io.tradelane.trading.order.OrderStatus.Transmission;
import org.junit.jupiter.api.Test;

/** The one word at the head of an order is the least that can be said of it. */
class OrderWordsTest {

    @Test
    void whatIsPaidAndOnlyPartlyThereIsPartlyReceived() {
        assertThat(told(Fulfilment.PART_RECEIVED, Billing.INVOICED, Payment.PAID)).isEqualTo(Fulfilment.PART_RECEIVED);
        assertThat(told(Fulfilment.NOT_SHIPPED, Billing.INVOICED, Payment.PAID)).isEqualTo(Agreement.CONFIRMED);
    }

    @Test
    void whatIsThereGoesOnToTheBillAndTheMoney() {
        assertThat(told(Fulfilment.RECEIVED, Billing.NOT_INVOICED, Payment.UNPAID)).isEqualTo(Fulfilment.RECEIVED);
        assertThat(told(Fulfilment.RECEIVED, Billing.PART_INVOICED, Payment.PART_PAID)).isEqualTo(Billing.PART_INVOICED);
        assertThat(told(Fulfilment.RECEIVED, Billing.INVOICED, Payment.UNPAID)).isEqualTo(Billing.INVOICED);
        assertThat(told(Fulfilment.RECEIVED, Billing.INVOICED, Payment.PAID)).isEqualTo(Payment.PAID);
    }

    @Test
    void whatWentWrongAndWhatIsNotAgreedComeFirst() {
        assertThat(OrderWords.telling(new OrderStatus(Approval.NONE_NEEDED, Agreement.CHANGE_PENDING_BUYER, Fulfilment.SHIPPED, Billing.INVOICED,
                Payment.PAID, Transmission.ACKED))).isEqualTo(Agreement.CHANGE_PENDING_BUYER);
        assertThat(OrderWords.telling(new OrderStatus(Approval.NONE_NEEDED, Agreement.ISSUED, Fulfilment.NOT_SHIPPED, Billing.NOT_INVOICED,
                Payment.UNPAID, Transmission.FAILED))).isEqualTo(Transmission.FAILED);
    }

    private static Enum<?> told(Fulfilment fulfilment, Billing billing, Payment payment) {
        return OrderWords.telling(new OrderStatus(Approval.NONE_NEEDED, Agreement.CONFIRMED, fulfilment, billing, payment, Transmission.ACKED));
    }
}
