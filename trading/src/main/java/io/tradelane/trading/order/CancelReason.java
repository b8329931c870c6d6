package io.tradelane.trading.order;

/** Why a buyer does not want something any more. ORDCHG, 860 and UBL have no code for it: the supplier's system is told in words. */
public enum CancelReason {
    NO_LONGER_NEEDED("No longer needed"),
    ORDERED_TWICE("Ordered twice"),
    WRONG_ARTICLE("Wrong article ordered"),
    PRICE("The price does not suit"),
    TOO_LATE("Delivery too late"),
    BUDGET("No budget left"),
    OTHER("Other reason");

    private final String text;

    CancelReason(String text) {
        this.text = text;
    }

    /** What the supplier's system is told. */
    String text() {
        return text;
    }
}
