package io.tradelane.mappings.syntax.edifact.grammar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Up to eight bytes in a long, the first lowest: two codes are equal when their numbers are. */
public final class PackedCode {

    public static final int LONGEST = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private PackedCode() {}

    /** @param length from 1 to {@link #LONGEST} */
    public static long of(byte[] bytes, int start, int length) {
        if (start + Long.BYTES <= bytes.length) {
            return (long) WORD.get(bytes, start) & -1L >>> Long.SIZE - Byte.SIZE * length;
        }
        long packed = 0;
        for (int i = length - 1; i >= 0; i--) {
            packed = packed << Byte.SIZE | bytes[start + i] & 0xff;
        }
        return packed;
    }

    /** 0 for what is no code of up to {@link #LONGEST} ASCII characters. */
    public static long of(String code) {
        if (code.length() > LONGEST) {
            return 0;
        }
        long packed = 0;
        for (int i = code.length() - 1; i >= 0; i--) {
            char c = code.charAt(i);
            if (c == 0 || c >= 0x80) {
                return 0;
            }
            packed = packed << Byte.SIZE | c;
        }
        return packed;
    }

    static String text(long packed) {
        StringBuilder text = new StringBuilder(LONGEST);
        for (long rest = packed; rest != 0; rest >>>= Byte.SIZE) {
            text.append((char) (rest & 0xff));
        }
        return text.toString();
    }
}
