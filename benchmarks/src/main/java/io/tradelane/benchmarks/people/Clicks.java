package io.tradelane.benchmarks.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** How long pages took to come, and what did not. */
final class Clicks {
    private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentSkipListMap<>();
    private final Map<String, ConcurrentLinkedQueue<String>> errors = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> late = new ConcurrentLinkedQueue<>();

    void took(String page, long nanoseconds) {
        nanos.computeIfAbsent(page, none -> new ConcurrentLinkedQueue<>()).add(nanoseconds);
    }

    void failed(String page, String why) {
        errors.computeIfAbsent(page, none -> new ConcurrentLinkedQueue<>()).add(why);
    }

    /** Somebody else had changed it since it was shown, which the page said. */
    void late(String page) {
        late.add(page);
    }

    List<String> table() {
        List<String> lines = new ArrayList<>(List.of("| page | clicks | p50 | p95 | p99 | worst | errors |", "|---|---:|---:|---:|---:|---:|---:|"));
        nanos.forEach((page, times) -> lines.add(row(page, times.stream().mapToLong(Long::longValue).sorted().toArray(), errors.getOrDefault(page, new ConcurrentLinkedQueue<>()).size())));
        lines.add(row("**all**", nanos.values().stream().flatMap(ConcurrentLinkedQueue::stream).mapToLong(Long::longValue).sorted().toArray(),
                errors.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum()));
        lines.addAll(List.of("", "%d times somebody else had been faster, and the page said so (409).".formatted(late.size()), ""));
        errors.forEach((page, whys) -> lines.add("- " + page + ": " + whys.stream().distinct().limit(3).toList()));
        return lines;
    }

    private static String row(String page, long[] sorted, int errors) {
        return sorted.length == 0 ? "| %s | 0 | | | | | %d |".formatted(page, errors) : "| %s | %,d | %.0f | %.0f | %.0f | %.0f | %d |".formatted(page, sorted.length, at(sorted, 0.5), at(sorted, 0.95),
                at(sorted, 0.99), sorted[sorted.length - 1] / 1e6, errors);
    }

    private static double at(long[] sorted, double part) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)] / 1e6;
    }
}
