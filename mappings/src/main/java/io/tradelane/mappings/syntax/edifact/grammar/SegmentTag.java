package io.tradelane.mappings.syntax.edifact.grammar;

/** A segment tag as one int, so that it compares and hashes like a number. */
public final class SegmentTag {

    public static final int UNA = of("UNA");
    public static final int UNB = of("UNB");
    public static final int UNG = of("UNG");
    public static final int UNH = of("UNH");
    public static final int UNT = of("UNT");
    public static final int UNE = of("UNE");
    public static final int UNZ = of("UNZ");

    /** No tag: not three capital letters or digits. */
    public static final int INVALID = 0;

    private SegmentTag() {}

    public static int of(String tag) {
        return tag.length() == 3 ? pack(tag.charAt(0), tag.charAt(1), tag.charAt(2)) : INVALID;
    }

    public static int of(byte[] bytes, int start, int end) {
        return end - start == 3 ? pack(bytes[start], bytes[start + 1], bytes[start + 2]) : INVALID;
    }

    private static int pack(int a, int b, int c) {
        return letter(a) && tagCharacter(b) && tagCharacter(c) ? a << 16 | b << 8 | c : INVALID;
    }

    private static boolean letter(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean tagCharacter(int c) {
        return letter(c) || c >= '0' && c <= '9';
    }

    public static String name(int tag) {
        return "" + (char) (tag >> 16 & 0xff) + (char) (tag >> 8 & 0xff) + (char) (tag & 0xff);
    }
}
