package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Processor time in milliseconds that the hub and its PostgreSQL have used since they began. It is what an order costs, whoever else is
 * at work on the machine.
 *
 * @param compiler the part of the hub's in which it compiled itself; 0 where the system does not tell (other than Linux)
 */
record Processors(double hub, double compiler, double database) {
    private static final double TICK = 10;

    static Processors now(ProcessHandle hub, Home home) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(home.folder().resolve("postgres/data/postmaster.pid")).getFirst().strip());
        double database = ProcessHandle.of(postmaster).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.children()))
                .mapToDouble(Processors::millis)
                .sum();
        return new Processors(millis(hub), compiler(hub.pid()), database);
    }

    /** Of one of so many orders. */
    Processors since(Processors before, int orders) {
        return new Processors((hub - before.hub) / orders, (compiler - before.compiler) / orders, (database - before.database) / orders);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "hub %.1f ms (compiling %.1f), PostgreSQL %.1f ms", hub, compiler, database);
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }

    private static double compiler(long pid) throws IOException {
        Path tasks = Path.of("/proc/" + pid + "/task");
        if (!Files.isDirectory(tasks)) {
            return 0;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.mapToDouble(thread -> compiler(thread.resolve("stat"))).sum();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** proc(5): the name in brackets, then from the third on the fields, of which the 14th and 15th are user and system time. */
    private static double compiler(Path stat) {
        try {
            String text = Files.readString(stat);
            int name = text.lastIndexOf(')');
            String[] fields = text.substring(name + 2).split(" ");
            return text.contains(" CompilerThre") ? (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
