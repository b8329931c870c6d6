package io.tradelane.mappings.syntax.edifact.grammar;

/**
 * Up to eight characters of a number at once, packed as by {@link PackedCode}. A loop over them would end after another
 * length each time, which costs a processor more than all that is done here.
 */
public final class Digits {

    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long TEN_AND_MORE = 0x7676767676767676L;

    private Digits() {}

    /** @return the highest bit of each byte that is no digit */
    public static long others(long packed, int length) {
        long values = packed ^ ZEROS;
        return ((values & LOW_BITS) + TEN_AND_MORE | values) & HIGH & within(length);
    }

    /** Where the only other byte stands, from 0; -1 when there are several. @param others at least one */
    public static int single(long others) {
        return (others & others - 1) == 0 ? Long.numberOfTrailingZeros(others) >>> 3 : -1;
    }

    /** Without the byte at a place. */
    public static long without(long packed, int place) {
        long before = (1L << Byte.SIZE * place) - 1;
        return packed & before | packed >>> Byte.SIZE & ~before;
    }

    /** @param packed digits only, at least one */
    public static int number(long packed, int length) {
        long values = (packed ^ ZEROS) << Long.SIZE - Byte.SIZE * length;
        long pairs = values * (1 + (10 << 8)) >>> 8 & 0x00ff00ff00ff00ffL;
        long fours = pairs * (1 + (100 << 16)) >>> 16 & 0x0000ffff0000ffffL;
        return (int) (fours * (1 + (10_000L << 32)) >>> 32);
    }

    private static long within(int length) {
        return -1L >>> Long.SIZE - Byte.SIZE * length;
    }
}
