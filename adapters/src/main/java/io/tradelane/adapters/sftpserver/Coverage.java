package io.tradelane.adapters.sftpserver;

import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a file were read, in whatever order. */
final class Coverage {
    /** Start to end, end excluded; neither overlapping nor touching. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    synchronized void add(long offset, long length) {
        long start = offset;
        long end = offset + length;
        Map.Entry<Long, Long> before = ranges.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        for (Map.Entry<Long, Long> next = ranges.ceilingEntry(start); next != null && next.getKey() <= end; next = ranges.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            ranges.remove(next.getKey());
        }
        ranges.put(start, end);
    }

    synchronized boolean whole(long size) {
        return size == 0 || ranges.size() == 1 && ranges.firstKey() == 0 && ranges.firstEntry().getValue() >= size;
    }
}
