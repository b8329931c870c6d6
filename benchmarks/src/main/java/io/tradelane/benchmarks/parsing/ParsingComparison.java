package io.tradelane.benchmarks.parsing;

import com.sun.management.OperatingSystemMXBean;
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
 * Compares the engines in one process: many short rounds, interleaved, so that what else the machine does hits all of
 * them alike. Throughput is megabytes for each second of process CPU time, garbage collection included; told are the
 * medians of it and of the ratios between engines in the same round. Argument: the file for the results.
 */
public final class ParsingComparison {

    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    /** The process's CPU time is told in hundredths of a second: a round is long against that. */
    private static final long ROUND_NANOS = Long.getLong("roundMillis", 500) * 1_000_000;
    private static final int WARM_UP_MILLIS = Integer.getInteger("warmUpMillis", 5000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private record Load(String name, byte[] bytes, int lines) {}

    private ParsingComparison() {}

    public static void main(String[] arguments) throws Exception {
        StringBuilder report = new StringBuilder(head());
        for (Syntax syntax : Syntax.values()) {
            report.append(compare(syntax));
        }
        System.out.println(report);
        if (arguments.length > 0) {
            Path file = Path.of(arguments[0]);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report);
        }
    }

    private static String compare(Syntax syntax) throws Exception {
        List<Load> loads = List.of(
                load(syntax, "1 message of 5 lines", 1, 5), load(syntax, "1 message of 1,000 lines", 1, 1000),
                load(syntax, "100 messages of 10 lines", 100, 10));
        List<Engine> engines = new ArrayList<>(
                List.of(new TradelaneEngine(), new TradelaneCheck(syntax), new TradelaneWriter(syntax), new StaediEngine(syntax),
                        new EdiReaderEngine(syntax)));
        if (syntax == Syntax.EDIFACT && !Boolean.getBoolean("withoutSmooks")) {
            engines.add(new SmooksEngine());
        }
        for (Engine engine : engines) {
            warmUp(engine, loads);
        }
        List<double[][]> measured = new ArrayList<>();
        for (Load load : loads) {
            measured.add(compare(engines, load));
        }
        return report(syntax, engines, loads, measured);
    }

    private static Load load(Syntax syntax, String name, int messages, int lines) {
        return new Load(name, syntax.interchange(messages, lines), messages * lines);
    }

    /** So that compilation is over when the measuring begins. */
    private static void warmUp(Engine engine, List<Load> loads) throws Exception {
        for (Load load : loads) {
            long end = THREADS.getCurrentThreadCpuTime() + WARM_UP_MILLIS * 1_000_000L;
            do {
                round(engine, load);
            } while (THREADS.getCurrentThreadCpuTime() < end);
        }
    }

    private static void read(Engine engine, Load load) throws Exception {
        int lines = engine.read(load.bytes());
        if (lines != load.lines()) {
            throw new IllegalStateException(engine.name() + " saw " + lines + " lines of " + load.lines());
        }
    }

    /** @return for each engine, throughput in each round */
    private static double[][] compare(List<Engine> engines, Load load) throws Exception {
        double[][] rounds = new double[engines.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < engines.size(); i++) {
                rounds[i][round] = round(engines.get(i), load);
            }
        }
        return rounds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Median of the ratios round by round. */
    private static double ratio(double[] ours, double[] theirs) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, round -> ours[round] / theirs[round]);
        return median(ratios);
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

    private static String head() {
        return "# Reading and writing orders: MB for each second of CPU\n\n"
                + "Generated interchanges (`OrdersGenerator`, `X12Generator`, seed 42), one process, " + ROUNDS + " interleaved rounds of "
                + ROUND_NANOS / 1_000_000 + " ms of the reading thread's CPU time, median; CPU time is the whole process's. " + LocalDate.now()
                + ", " + System.getProperty("java.vm.name") + ' ' + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors. Quote the ratios, not the figures.\n";
    }

    private static String report(Syntax syntax, List<Engine> engines, List<Load> loads, List<double[][]> measured) {
        StringBuilder out = new StringBuilder("\n## ").append(syntax.message).append("\n\n| engine | work |");
        loads.forEach(load -> out.append(' ').append(load.name()).append(" |"));
        out.append("\n|---|---|").append("---:|".repeat(loads.size())).append('\n');
        for (int e = 0; e < engines.size(); e++) {
            out.append("| ").append(engines.get(e).name()).append(" | ").append(engines.get(e).work()).append(" |");
            for (double[][] rounds : measured) {
                double median = median(rounds[e]);
                out.append(String.format(Locale.ROOT, median < 10 ? " %.3f |" : " %.1f |", median));
            }
            out.append('\n');
        }
        out.append("\nTradelane, mapped, against (median of the ratios in each round)\n\n| |");
        loads.forEach(load -> out.append(' ').append(load.name()).append(" |"));
        out.append("\n|---|").append("---:|".repeat(loads.size())).append('\n');
        for (int e = 3; e < engines.size(); e++) {
            out.append("| ").append(engines.get(e).name()).append(" |");
            for (double[][] rounds : measured) {
                out.append(String.format(Locale.ROOT, " %.1f× |", ratio(rounds[0], rounds[e])));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
