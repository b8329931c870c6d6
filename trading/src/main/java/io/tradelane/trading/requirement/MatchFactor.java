package io.tradelane.trading.requirement;

/** What a match is scored by. The first two say how well it fits; the others, how good it is to buy. */
public enum MatchFactor {
    TEXT(70),
    SPECIFICATION(30),
    PRICE(35),
    LEAD_TIME(25),
    STOCK(15),
    /** The caller's own orders that came on time. */
    RELIABILITY(25);

    private final int weight;

    MatchFactor(int weight) {
        this.weight = weight;
    }

    /** Among those of its kind, in percent. */
    public int weight() {
        return weight;
    }

    boolean fits() {
        return this == TEXT || this == SPECIFICATION;
    }
}
