package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Writes the results; what stands below the heading {@code ## History} is kept. */
final class DoorReport {
    private static final String HISTORY = "## History";

    private DoorReport() {}

    static void write(Path file, String table, String rows, int threads, int orders, int rounds) throws IOException {
        String history = "";
        if (Files.exists(file)) {
            String before = Files.readString(file);
            history = before.contains(HISTORY) ? before.substring(before.indexOf(HISTORY)) : "";
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.format(Locale.ROOT, """
                # From the HTTP door to the committed order

                One ORDERS D96A an interchange, posted to `/api/v1/interchanges` of the built executable (`serve`, its own
                PostgreSQL, `fsync` on) over %d connections; the clock stops when the last purchase order is committed, its CONTRL
                queued. Beside it, turn by turn in the same database, the same rows by plain JDBC over as many connections, as the
                same role under the same row-level security: one prepared statement a table, batches where a table gets several rows,
                the values made before the clock starts, two commits an order (bytes, interchange and the journal's first line, which
                is what the door acknowledges; then the rest). "One commit": the same in one. Rows of an order: %s; each in
                final state, the journal's hashes by the same trigger.

                "Rests": what the hub queues for its partners waits. "Runs beside": it is rendered and delivered meanwhile on the same
                processors, which the plain inserts have for themselves.

                %s, %d processors, %s, %s. %d rounds of %,d orders, median; read the ratio, not the rates.

                | lines | delivery | door, orders/s | plain JDBC, orders/s | ratio | of the rounds | to one commit | hub, ms CPU (compiling) | PostgreSQL, ms CPU | by plain JDBC |
                |---:|---|---:|---:|---:|---|---:|---:|---:|---:|
                %s
                Repeat: `io.tradelane.benchmarks.door.DoorBenchmark`, with this file as its argument.

                %s""",
                threads, rows, LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"), System.getProperty("java.version"), rounds, orders, table, history));
    }
}
