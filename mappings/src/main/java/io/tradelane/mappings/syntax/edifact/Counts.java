package io.tradelane.mappings.syntax.edifact;

/** Control counts as senders write them: with leading zeros. */
final class Counts {

    private Counts() {}

    static boolean equal(String stated, int actual) {
        try {
            return Long.parseLong(stated) == actual;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
