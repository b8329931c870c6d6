package io.tradelane.benchmarks.parsing;

import com.sun.management.OperatingSystemMXBean;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads one interchange of about a gigabyte of each format that streams, generated while it is read, and tells what memory it
 * took: run it with a small heap. Argument: the file for the results.
 */
public final class LargeInterchange {

    private static final long BYTES = Long.getLong("megabytes", 1000) * 1_000_000;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final LargeFormat format;
    private final int messages;
    private final long[] live = new long[11];
    private int read;

    private LargeInterchange(LargeFormat format) {
        this.format = format;
        long sample = format.pieces(20).mapToLong(piece -> piece.length).sum() / 20;
        this.messages = (int) (BYTES / sample);
    }

    public static void main(String[] arguments) throws Exception {
        StringBuilder report = new StringBuilder(String.format(Locale.ROOT, """
                # One interchange of a gigabyte

                Messages of %d lines or entries in one interchange, generated while it was read, validated and mapped to documents with
                `-Xmx%dm`; CPU time with that of the generator. %s, %s %s.

                | format | MB | messages | CPU, s | live after a tenth, a half, all of it, MB |
                |---|---:|---:|---:|---:|
                """,
                LargeFormat.LINES, Runtime.getRuntime().maxMemory() >> 20, LocalDate.now(), System.getProperty("java.vm.name"),
                System.getProperty("java.version")));
        for (LargeFormat format : LargeFormat.values()) {
            report.append(new LargeInterchange(format).run());
        }
        report.append("\nMost of the process in memory (VmHWM): ").append(resident()).append(".\n");
        System.out.println(report);
        if (arguments.length > 0) {
            Path file = Path.of(arguments[0]);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report);
        }
    }

    private String run() throws IOException {
        GeneratedInterchange in = new GeneratedInterchange(format.interchange(messages));
        long cpu = SYSTEM.getProcessCpuTime();
        Translator.standard().read(in, new ReadOptions(Strictness.LENIENT, Limits.defaults().forBulk()), this::take);
        if (read != messages) {
            throw new IllegalStateException(format + ": " + read + " of " + messages + " messages");
        }
        return String.format(Locale.ROOT, "| %s | %,d | %,d | %.1f | %.1f, %.1f, %.1f |%n",
                format, in.bytes() / 1_000_000, read, (SYSTEM.getProcessCpuTime() - cpu) / 1e9, live[1] / 1e6, live[5] / 1e6, live[10] / 1e6);
    }

    private void take(MessageResult message) {
        if (!message.valid() || message.document() == null) {
            throw new IllegalStateException(format + ": " + message.findings());
        }
        int tenth = Math.max(1, messages / 10);
        if (++read % tenth == 0) {
            System.gc();
            live[Math.min(10, read / tenth)] = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
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
}
