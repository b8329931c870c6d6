package io.tradelane.mappings.syntax.edifact.grammar;

/** A segment tag as one int, so that it compares and hashes like a number. EDIFACT has three characters, X12 two or three. */
public final class SegmentTag {

    public static final int UNA = of("UNA");
    public static final int UNB = of("UNB");
    public static final int UNG = of("UNG");
    public static final int UNH = of("UNH");
    public static final int UNT = of("UNT");
    public static final int UNE = of("UNE");
    public static final int UNZ = of("UNZ");
    public static final int ST = of("ST");
    public static final int SE = of("SE");

    /** No tag: neither two nor three characters. */
    public static final int INVALID = 0;

    private SegmentTag() {}

    public static int of(String tag) {
        return switch (tag.length()) {
            case 2 -> tag.charAt(0) << 16 | tag.charAt(1) << 8;
            case 3 -> tag.charAt(0) << 16 | tag.charAt(1) << 8 | tag.charAt(2);
            default -> INVALID;
        };
    }

    /** Whatever the three bytes are; {@link #isValid} tells later, when nobody knows the tag. */
    public static int of(byte[] bytes, int start, int end) {
        int length = end - start;
        return length == 3 ? (bytes[start] & 0xff) << 16 | (bytes[start + 1] & 0xff) << 8 | bytes[start + 2] & 0xff
                : length == 2 ? (bytes[start] & 0xff) << 16 | (bytes[start + 1] & 0xff) << 8
                : INVALID;
    }

    /** Two or three characters, none of them a control character. */
    public static boolean isText(int tag) {
        return (tag >> 16) >= ' ' && (tag >> 8 & 0xff) >= ' ' && ((tag & 0xff) == 0 || (tag & 0xff) >= ' ');
    }

    /** Of three characters. */
    public static boolean isValid(int tag) {
        return letter(tag >> 16) && tagCharacter(tag >> 8 & 0xff) && tagCharacter(tag & 0xff);
    }

    private static boolean letter(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean tagCharacter(int c) {
        return letter(c) || c >= '0' && c <= '9';
    }

    public static String name(int tag) {
        String two = "" + (char) (tag >> 16 & 0xff) + (char) (tag >> 8 & 0xff);
        return (tag & 0xff) == 0 ? two : two + (char) (tag & 0xff);
    }
}
