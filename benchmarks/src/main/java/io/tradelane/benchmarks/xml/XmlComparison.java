package io.tradelane.benchmarks.xml;

import com.sun.management.OperatingSystemMXBean;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.xml.BoundDocument;
import io.tradelane.mappings.cartridge.xml.XmlCartridge;
import io.tradelane.mappings.cartridge.xml.XmlStyle;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads and writes XML by declarations, and in the same rounds passes over the same bytes with the JDK's StAX reader
 * and does nothing. Throughput is megabytes for each second of process CPU time. Argument: the file for the results.
 */
public final class XmlComparison {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final long ROUND_NANOS = Long.getLong("roundMillis", 500) * 1_000_000;
    private static final long WARM_UP_NANOS = Long.getLong("warmUpMillis", 5000) * 1_000_000;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final String PLACE = "io/tradelane/benchmarks/xml/";
    private static final XmlCartridge CARTRIDGE = XmlCartridge.of(List.of(PLACE + "ubl-order.xml", PLACE + "camt-053.xml"));
    private static final XMLInputFactory BARE = XMLInputFactory.newDefaultFactory();

    /** @param bytes of one call */
    private record Work(String name, int bytes, Callable<Integer> call) {}

    private record Load(String name, List<Work> works) {}

    private XmlComparison() {}

    public static void main(String[] arguments) throws Exception {
        BARE.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<Load> loads = List.of(
                load("UBL Order, 5 lines", XmlGenerator.order(5)),
                load("UBL Order, 1,000 lines", XmlGenerator.order(1000)),
                load("camt.053, 1,000 entries", XmlGenerator.statement(1000)));
        List<String> names = loads.getFirst().works().stream().map(Work::name).toList();
        for (Load load : loads) {
            for (Work work : load.works()) {
                round(work, WARM_UP_NANOS);
            }
        }
        StringBuilder report = new StringBuilder("# Reading and writing XML: MB for each second of CPU\n\n")
                .append("Generated documents (`XmlGenerator`), one process, ").append(ROUNDS).append(" interleaved rounds, median. ")
                .append(LocalDate.now()).append(", ").append(System.getProperty("java.vm.name")).append(' ')
                .append(System.getProperty("java.version")).append(". Quote the ratios to the bare pass, not the figures.\n\n| |");
        names.forEach(name -> report.append(' ').append(name).append(" |"));
        report.append("\n|---|").append("---:|".repeat(names.size())).append('\n');
        for (Load load : loads) {
            report.append("| ").append(load.name()).append(" |").append(measured(load)).append('\n');
        }
        System.out.println(report);
        if (arguments.length > 0) {
            Files.writeString(Path.of(arguments[0]), report);
        }
    }

    private static Load load(String name, byte[] bytes) throws IOException {
        Row row = read(bytes, false).row();
        int written = CARTRIDGE.write(row, XmlStyle.INDENTED).length;
        return new Load(name, List.of(
                new Work("JDK StAX, nothing done", bytes.length, () -> pass(bytes)),
                new Work("read, rows kept", bytes.length, () -> read(bytes, false).findings().size()),
                new Work("read, rows handed over", bytes.length, () -> read(bytes, true).findings().size()),
                new Work("written", written, () -> CARTRIDGE.write(row, XmlStyle.INDENTED).length)));
    }

    private static BoundDocument read(byte[] bytes, boolean streamed) throws IOException {
        BoundDocument read = CARTRIDGE.read(new ByteArrayInputStream(bytes), XmlLimits.defaults(), 100, streamed ? (parent, row) -> { } : null);
        if (!read.valid()) {
            throw new IllegalStateException(read.findings().toString());
        }
        return read;
    }

    private static int pass(byte[] bytes) throws Exception {
        XMLStreamReader reader = BARE.createXMLStreamReader(new ByteArrayInputStream(bytes));
        int events = 0;
        while (reader.hasNext()) {
            reader.next();
            events++;
        }
        return events;
    }

    private static String measured(Load load) throws Exception {
        List<Work> works = load.works();
        double[][] rounds = new double[works.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.size(); i++) {
                rounds[i][round] = round(works.get(i), ROUND_NANOS);
            }
        }
        StringBuilder cells = new StringBuilder();
        for (double[] ours : rounds) {
            double[] ratios = new double[ROUNDS];
            Arrays.setAll(ratios, round -> ours[round] / rounds[0][round]);
            cells.append(String.format(Locale.ROOT, " %.0f (%.2f×) |", median(ours), median(ratios)));
        }
        return cells.toString();
    }

    private static double round(Work work, long nanos) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        long calls = 0;
        long used;
        do {
            work.call().call();
            calls++;
            used = SYSTEM.getProcessCpuTime() - before;
        } while (used < nanos);
        return (double) calls * work.bytes() / 1e6 / (used / 1e9);
    }

    private static double median(double[] values) {
        return Stream.of(values).flatMapToDouble(Arrays::stream).sorted().skip(values.length / 2).findFirst().orElseThrow();
    }
}
