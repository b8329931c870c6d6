package io.tradelane.benchmarks.parsing;

import com.sun.management.OperatingSystemMXBean;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.trading.document.OrderDocument;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads one interchange of about a gigabyte, generated while it is read, and tells what memory it took: run it with a
 * small heap. Argument: the file for the results.
 */
public final class LargeInterchange {

    private static final int MESSAGES = Integer.getInteger("messages", 65_000);
    private static final int LINES = 100;

    private LargeInterchange() {}

    public static void main(String[] arguments) throws Exception {
        GeneratedInterchange in = new GeneratedInterchange(MESSAGES, LINES);
        int[] messages = {0};
        long[] lines = {0};
        long start = System.nanoTime();
        long[] live = new long[11];
        ReadOptions options = new ReadOptions(Strictness.LENIENT, Limits.defaults().forBulk());
        Translator.standard().read(in, options, message -> {
            if (!message.valid()) {
                throw new IllegalStateException(message.findings().toString());
            }
            lines[0] += ((OrderDocument) message.document()).lines().size();
            if (++messages[0] % Math.max(1, MESSAGES / 10) == 0) {
                System.gc();
                live[Math.min(10, messages[0] / Math.max(1, MESSAGES / 10))] = used();
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        long cpu = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        String report = String.format(Locale.ROOT, """
                # One interchange of %.2f GB

                %,d ORDERS D96A of %d lines in one interchange, generated while it was read, validated and mapped to
                OrderDocument with `-Xmx%dm`. %s, %s %s.

                | | |
                |---|---:|
                | order lines | %,d |
                | wall time | %.1f s |
                | CPU time, generator included | %.1f s |
                | peak of the heap before collections | %d MB |
                | most of the process in memory (VmHWM) | %s |
                | live after a tenth, a half, all of it | %.1f, %.1f, %.1f MB |
                """,
                in.bytes() / 1e9, messages[0], LINES, Runtime.getRuntime().maxMemory() >> 20, LocalDate.now(),
                System.getProperty("java.vm.name"), System.getProperty("java.version"), lines[0], seconds, cpu / 1e9,
                peak() >> 20, resident(), live[1] / 1e6, live[5] / 1e6, live[10] / 1e6);
        System.out.println(report);
        if (arguments.length > 0) {
            Path file = Path.of(arguments[0]);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report);
        }
        if (lines[0] != (long) MESSAGES * LINES) {
            throw new IllegalStateException(lines[0] + " lines");
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Of the whole process: heap, code, threads, and what the virtual machine itself needs. */
    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "not told by this system";
        }
        try (Stream<String> lines = Files.lines(status)) {
            String most = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElse("VmHWM: 0 kB");
            return Long.parseLong(most.replaceAll("\\D", "")) / 1024 + " MB";
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed).sum();
    }
}
