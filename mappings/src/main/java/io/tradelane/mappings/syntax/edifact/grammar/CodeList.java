package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.Arrays;
import java.util.List;

/** A set of codes of up to eight ASCII characters: an open hash of packed longs, asked with bytes. */
public final class CodeList {

    private final long[] table;

    private CodeList(long[] table) {
        this.table = table;
    }

    static CodeList of(String[] codes) {
        int size = Integer.highestOneBit(codes.length * 2) * 2;
        CodeList list = new CodeList(new long[size]);
        for (String code : codes) {
            list.add(pack(code));
        }
        return list;
    }

    private static long pack(String code) {
        if (code.isEmpty() || code.length() > 8) {
            throw new IllegalArgumentException("code \"" + code + "\"");
        }
        long packed = 0;
        for (int i = 0; i < code.length(); i++) {
            packed = packed << 8 | code.charAt(i) & 0xff;
        }
        return packed;
    }

    private void add(long code) {
        int slot = slot(code);
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = code;
    }

    private int slot(long code) {
        long mixed = code * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & table.length - 1;
    }

    /** Every code, in no order. */
    public List<String> codes() {
        return Arrays.stream(table).filter(code -> code != 0).mapToObj(CodeList::unpack).toList();
    }

    private static String unpack(long packed) {
        StringBuilder code = new StringBuilder(8);
        for (long rest = packed; rest != 0; rest >>>= 8) {
            code.append((char) (rest & 0xff));
        }
        return code.reverse().toString();
    }

    public boolean contains(byte[] bytes, int start, int end) {
        if (end - start > 8) {
            return false;
        }
        long packed = 0;
        for (int i = start; i < end; i++) {
            packed = packed << 8 | bytes[i] & 0xff;
        }
        int slot = slot(packed);
        for (long found = table[slot]; found != 0; found = table[slot]) {
            if (found == packed) {
                return true;
            }
            slot = slot + 1 & table.length - 1;
        }
        return false;
    }
}
