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
        return new Processors(millis(hub), compiler(hub.pid()), database + ended(postmaster));
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

    private static double compiler(Path stat) {
        String[] fields = fields(stat);
        return fields[0].contains(" CompilerThre") ? (Long.parseLong(fields[12]) + Long.parseLong(fields[13])) * TICK : 0;
    }

    /** What the connections and workers used that have ended meanwhile. */
    private static double ended(long postmaster) {
        String[] fields = fields(Path.of("/proc/" + postmaster + "/stat"));
        return (Long.parseLong(fields[14]) + Long.parseLong(fields[15])) * TICK;
    }

    /** proc(5): the name in brackets, then from the third on the fields; 14 to 17 are user and system time, and that of ended children. */
    private static String[] fields(Path stat) {
        try {
            String text = Files.readString(stat);
            int name = text.lastIndexOf(')');
            return (text.substring(0, name) + text.substring(name + 1).replace(' ', '\n')).split("\n");
        } catch (IOException ended) {
            return "? 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0".replace(' ', '\n').split("\n");
        }
    }
}
