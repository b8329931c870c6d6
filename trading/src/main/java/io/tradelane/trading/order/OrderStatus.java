package io.tradelane.trading.order;

/**
 * The five statuses of a purchase order; each has its own machine. Fulfilment, billing and payment are derived from
 * the lines and never set by hand.
 */
public record OrderStatus(
        Approval approval, Agreement agreement, Fulfilment fulfilment, Billing billing, Payment payment,
        Transmission transmission) {

    public enum Approval {
        /** The buyer approved it at home: it came by EDI. */
        NONE_NEEDED,
        PENDING,
        APPROVED,
        REJECTED
    }

    public enum Fulfilment {
        NOT_SHIPPED,
        PART_SHIPPED,
        SHIPPED,
        PART_RECEIVED,
        RECEIVED
    }

    public enum Billing {
        NOT_INVOICED,
        PART_INVOICED,
        INVOICED
    }

    public enum Payment {
        UNPAID,
        PART_PAID,
        PAID
    }

    /** How far the order has come on its way to the supplier's system. */
    public enum Transmission {
        /** The supplier works in the browser. */
        NONE,
        QUEUED,
        SENT,
        /** MDN or HTTP 2xx. */
        DELIVERED,
        /** CONTRL. */
        ACKED,
        /** APERAK refused it. */
        APP_REJECTED,
        FAILED,
        DEAD
    }
}
