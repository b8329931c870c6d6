package io.tradelane.benchmarks.journal;

import java.util.Arrays;

/** @param found documents on a page, in the mean @param median milliseconds, likewise {@code p95} and {@code worst} */
record Measured(double found, double median, double p95, double worst) {

    static Measured of(long[] nanos, long found) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measured(found / (double) sorted.length, millis(sorted[sorted.length / 2]), millis(sorted[(int) Math.ceil(sorted.length * 0.95) - 1]),
                millis(sorted[sorted.length - 1]));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
