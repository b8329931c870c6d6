package io.tradelane.trading.relation;

/** What a recommendation goes by; each can be left out. */
public enum Factor {
    /** The deals of the two so far. */
    HISTORY(30),
    /** What the one buys and the other sells, by category. */
    CATEGORY(35),
    /** How much a supplier offers and has in stock; how complete a buyer's profile is. */
    STRENGTH(20),
    /** How the other has kept its days in the deals of the two: deliveries of a supplier, payments of a buyer. */
    REPUTATION(15);

    private final int weight;

    Factor(int weight) {
        this.weight = weight;
    }

    /** In percent of all. */
    public int weight() {
        return weight;
    }
}
