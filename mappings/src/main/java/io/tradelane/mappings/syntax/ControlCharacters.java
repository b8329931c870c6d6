package io.tradelane.mappings.syntax;

/**
 * U+0000 to U+001F but tabulator and line ends. They are no text in any format the hub speaks, PostgreSQL cannot even
 * keep the first; where one must be told of, its picture (U+2400 and following) stands for it.
 */
public final class ControlCharacters {
    private static final int PICTURES = 0x2400;

    private ControlCharacters() {}

    public static boolean is(int character) {
        return character < ' ' && character >= 0 && character != '\t' && character != '\n' && character != '\r';
    }

    public static boolean in(String text) {
        return text.chars().anyMatch(ControlCharacters::is);
    }

    public static String shown(String text) {
        return in(text) ? pictured(text, false) : text;
    }

    /** In one line: tabulator and line ends become pictures too. */
    public static String line(String text) {
        return text.chars().anyMatch(character -> character < ' ') ? pictured(text, true) : text;
    }

    private static String pictured(String text, boolean all) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(character ->
                shown.append((char) (is(character) || all && character < ' ' ? PICTURES + character : character)));
        return shown.toString();
    }
}
