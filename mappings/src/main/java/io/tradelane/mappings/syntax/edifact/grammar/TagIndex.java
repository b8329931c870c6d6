package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.List;

/** Numbers the tags of a message from 0. */
final class TagIndex {

    private final int[] keys;
    private final int[] slots;
    private int size;

    private TagIndex(int capacity) {
        keys = new int[capacity];
        slots = new int[capacity];
    }

    static TagIndex of(List<Node> nodes) {
        TagIndex index = new TagIndex(Integer.highestOneBit(nodes.size()) * 4);
        for (Node node : nodes) {
            if (!node.isGroup()) {
                index.add(node.tag);
            }
        }
        return index;
    }

    private void add(int tag) {
        int at = hash(tag);
        while (keys[at] != 0 && keys[at] != tag) {
            at = at + 1 & keys.length - 1;
        }
        if (keys[at] == 0) {
            keys[at] = tag;
            slots[at] = size++;
        }
    }

    private int hash(int tag) {
        return tag * 0x9E3779B1 >>> 15 & keys.length - 1;
    }

    int size() {
        return size;
    }

    /** -1 for a tag that is not there. */
    int slot(int tag) {
        if (tag == SegmentTag.INVALID) {
            return -1;
        }
        int at = hash(tag);
        while (keys[at] != tag) {
            if (keys[at] == 0) {
                return -1;
            }
            at = at + 1 & keys.length - 1;
        }
        return slots[at];
    }
}
