package io.tradelane.mappings.syntax.edifact;

import java.util.Arrays;

/**
 * The message references seen in an interchange, as 64-bit hashes, so that a million of them fit into 16 MB. Beyond
 * that no duplicate is found any more.
 */
public final class ReferenceSet {

    private static final int MOST = 1 << 20;
    private static final int FEW = 8;

    private long[] table = new long[FEW];
    private int size;

    public void clear() {
        if (table.length > 1024) {
            table = new long[FEW];
        } else {
            Arrays.fill(table, 0);
        }
        size = 0;
    }

    /** @return false if it was there before */
    public boolean add(String reference) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < reference.length(); i++) {
            hash = (hash ^ reference.charAt(i)) * 0x100000001b3L;
        }
        if (size * 2 >= table.length) {
            if (size >= MOST) {
                return true;
            }
            grow();
        }
        return put(hash == 0 ? 1 : hash);
    }

    private void grow() {
        long[] before = table;
        table = new long[before.length * 2];
        size = 0;
        for (long hash : before) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    private boolean put(long hash) {
        int at = (int) (hash >>> 32 ^ hash) & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = hash;
        size++;
        return true;
    }
}
