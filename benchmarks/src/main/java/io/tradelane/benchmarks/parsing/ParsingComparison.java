package io.tradelane.benchmarks.parsing;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares the engines in one process: rounds of a second of CPU time, interleaved, so that what else the machine does hits
 * all of them; throughput is megabytes for each second of process CPU time (garbage collection and compilation
 * included), of which the median is told. Argument: the file for the results.
 */
public final class ParsingComparison {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final long ROUND_NANOS = Long.getLong("roundMillis", 1000) * 1_000_000;
    private static final int WARM_UP_ROUNDS = Integer.getInteger("warmUpRounds", 2);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private record Load(String name, byte[] bytes, int lines) {}

    private ParsingComparison() {}

    public static void main(String[] arguments) throws Exception {
        List<Load> loads = List.of(
                load("1 message of 5 lines", 1, 5), load("1 message of 1,000 lines", 1, 1000),
                load("1,000 messages of 10 lines", 1000, 10));
        List<Engine> engines = new ArrayList<>(
                List.of(new TradelaneEngine(), new TradelaneCheck(), new StaediEngine(), new EdiReaderEngine()));
        if (!Boolean.getBoolean("withoutSmooks")) {
            engines.add(new SmooksEngine());
        }
        for (Engine engine : engines) {
            warmUp(engine, loads);
        }
        double[][] medians = new double[loads.size()][];
        for (int i = 0; i < loads.size(); i++) {
            medians[i] = compare(engines, loads.get(i));
        }
        String report = report(engines, loads, medians);
        System.out.println(report);
        if (arguments.length > 0) {
            Path file = Path.of(arguments[0]);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report);
        }
    }

    private static Load load(String name, int messages, int lines) {
        return new Load(name, OrdersGenerator.interchange(messages, lines), messages * lines);
    }

    /** A round of every load, several times, so that compilation is over when the measuring begins. */
    private static void warmUp(Engine engine, List<Load> loads) throws Exception {
        for (Load load : loads) {
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                round(engine, load);
            }
        }
    }

    private static void read(Engine engine, Load load) throws Exception {
        int lines = engine.read(load.bytes());
        if (lines != load.lines()) {
            throw new IllegalStateException(engine.name() + " saw " + lines + " lines of " + load.lines());
        }
    }

    private static double[] compare(List<Engine> engines, Load load) throws Exception {
        double[][] rounds = new double[engines.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < engines.size(); i++) {
                rounds[i][round] = round(engines.get(i), load);
            }
        }
        double[] medians = new double[engines.size()];
        for (int i = 0; i < engines.size(); i++) {
            Arrays.sort(rounds[i]);
            medians[i] = rounds[i][ROUNDS / 2];
            System.out.printf(Locale.ROOT, "%-28s %-32s %s%n", load.name(), engines.get(i).name(), Arrays.toString(rounds[i]));
        }
        return medians;
    }

    private static double round(Engine engine, Load load) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long end = THREADS.getCurrentThreadCpuTime() + ROUND_NANOS;
        long bytes = 0;
        do {
            read(engine, load);
            bytes += load.bytes().length;
        } while (THREADS.getCurrentThreadCpuTime() < end);
        return bytes / 1e6 / ((SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    }

    private static String report(List<Engine> engines, List<Load> loads, double[][] medians) throws IOException {
        StringBuilder out = new StringBuilder("# Reading ORDERS D96A: MB for each second of CPU\n\n");
        out.append("Generated interchanges (`OrdersGenerator`, seed 42), one process, ").append(ROUNDS).append(" interleaved rounds of ")
                .append(ROUND_NANOS / 1_000_000).append(" ms of the reading thread's CPU time, median; CPU time is the whole process's. ")
                .append(LocalDate.now()).append(", ").append(System.getProperty("java.vm.name")).append(' ')
                .append(System.getProperty("java.version")).append(", ").append(Runtime.getRuntime().availableProcessors())
                .append(" processors. Quote the ratios, not the figures.\n\n| engine | work |");
        loads.forEach(load -> out.append(' ').append(load.name()).append(" |"));
        out.append("\n|---|---|").append("---:|".repeat(loads.size())).append('\n');
        for (int e = 0; e < engines.size(); e++) {
            out.append("| ").append(engines.get(e).name()).append(" | ").append(engines.get(e).work()).append(" |");
            for (double[] of : medians) {
                out.append(String.format(Locale.ROOT, of[e] < 10 ? " %.3f |" : " %.1f |", of[e]));
            }
            out.append('\n');
        }
        out.append("\nTradelane, mapped, against\n\n| |");
        loads.forEach(load -> out.append(' ').append(load.name()).append(" |"));
        out.append("\n|---|").append("---:|".repeat(loads.size())).append('\n');
        for (int e = 2; e < engines.size(); e++) {
            out.append("| ").append(engines.get(e).name()).append(" |");
            for (double[] of : medians) {
                out.append(String.format(Locale.ROOT, " %.1f× |", of[0] / of[e]));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
