package io.tradelane.trading.partner;

/**
 * Several messages of one kind for one receiver in one interchange: it goes when it has so many, or so long after the first of them.
 *
 * @param messages most in one interchange, 1 to 1000; 1: each alone
 * @param minutes how long the first waits for others, 0 to 1440; 0 only where each goes alone
 */
public record Batching(int messages, int minutes) {
    public static final int MOST_MESSAGES = 1000;
    public static final int LONGEST_MINUTES = 24 * 60;
    public static final Batching NONE = new Batching(1, 0);

    /** @throws IllegalArgumentException outside of these bounds */
    public Batching {
        if (messages < 1 || messages > MOST_MESSAGES || minutes < 0 || minutes > LONGEST_MINUTES || messages > 1 == (minutes == 0)) {
            throw new IllegalArgumentException(messages + " messages in " + minutes + " minutes");
        }
    }

    public boolean gathers() {
        return messages > 1;
    }
}
