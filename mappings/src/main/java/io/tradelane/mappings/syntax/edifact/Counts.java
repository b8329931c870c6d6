package io.tradelane.mappings.syntax.edifact;

/** Control counts as senders write them: with leading zeros. */
public final class Counts {

    private Counts() {}

    public static boolean equal(String stated, int actual) {
        try {
            return Long.parseLong(stated) == actual;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
