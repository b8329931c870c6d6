package io.tradelane.trading.exchange;

/** The sender sent more than is allowed; nothing was stored. */
public class PayloadTooLarge extends RuntimeException {
    private final long limit;

    public PayloadTooLarge(long limit) {
        super("the payload is larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
