package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of codes of up to eight ASCII characters: an open hash of packed longs, asked with bytes. */
public final class CodeList {

    private final long[] table;
    /** Made when first asked for; threads that race make the same. */
    private final @Nullable String[] texts;

    private CodeList(long[] table) {
        this.table = table;
        this.texts = new String[table.length];
    }

    public static CodeList of(String[] codes) {
        int size = Integer.highestOneBit(codes.length * 2) * 2;
        CodeList list = new CodeList(new long[size]);
        for (String code : codes) {
            list.add(pack(code));
        }
        return list;
    }

    private static long pack(String code) {
        long packed = PackedCode.of(code);
        if (packed == 0) {
            throw new IllegalArgumentException("code \"" + code + "\"");
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
        return Arrays.stream(table).filter(code -> code != 0).mapToObj(PackedCode::text).toList();
    }

    public boolean contains(byte[] bytes, int start, int end) {
        return find(bytes, start, end) >= 0;
    }

    /** Where the code in these bytes is kept, for {@link #text}; -1 for what is no code. */
    int find(byte[] bytes, int start, int end) {
        return end > start && end - start <= PackedCode.LONGEST ? find(PackedCode.of(bytes, start, end - start)) : -1;
    }

    /** The code in these bytes, always the same string, which is a literal's too; {@code null} for what is no code. */
    public @Nullable String code(byte[] bytes, int start, int end) {
        int slot = find(bytes, start, end);
        return slot < 0 ? null : text(slot);
    }

    /** @param slot where a code is kept */
    public String text(int slot) {
        String text = texts[slot];
        if (text == null) {
            text = texts[slot] = PackedCode.text(table[slot]).intern();
        }
        return text;
    }

    /** -1 for what is no code. */
    private int find(long packed) {
        int slot = slot(packed);
        for (long found = table[slot]; found != 0; found = table[slot]) {
            if (found == packed) {
                return slot;
            }
            slot = slot + 1 & table.length - 1;
        }
        return -1;
    }
}
