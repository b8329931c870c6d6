package io.tradelane.benchmarks.xml;

import com.sun.management.OperatingSystemMXBean;
import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/**
 * A Peppol order from its bytes to an {@link OrderDocument}, beside a pass of the JDK's StAX reader over the same bytes that
 * does nothing; and the same with schema and Schematron rules. Milliseconds of CPU for each document, median of interleaved
 * rounds. Argument: the file for the results.
 */
public final class UblComparison {
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final long ROUND_NANOS = Long.getLong("roundMillis", 500) * 1_000_000;
    private static final long WARM_UP_NANOS = Long.getLong("warmUpMillis", 4000) * 1_000_000;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final XMLInputFactory BARE = XMLInputFactory.newDefaultFactory();

    private UblComparison() {}

    public static void main(String[] arguments) throws Exception {
        StringBuilder report = new StringBuilder("# UBL orders: milliseconds of CPU for each document\n\n")
                .append("Orders with the profile of Peppol BIS 3, median of ").append(ROUNDS).append(" interleaved rounds. ").append(LocalDate.now())
                .append(", ").append(System.getProperty("java.vm.name")).append(' ').append(System.getProperty("java.version"))
                .append(". In brackets how fast against the bare pass.\n\n")
                .append("| | bytes | JDK StAX, nothing done | read to a document | with schema and rules |\n|---|---:|---:|---:|---:|\n");
        long start = SYSTEM.getProcessCpuTime();
        read(order(1), ReadOptions.defaults());
        double first = (SYSTEM.getProcessCpuTime() - start) / 1e9;
        for (int lines : new int[] {5, 1000}) {
            byte[] bytes = order(lines);
            double[] median = medians(List.of(
                    () -> pass(bytes), () -> read(bytes, ReadOptions.defaults().withoutRules()), () -> read(bytes, ReadOptions.defaults())));
            report.append(String.format(
                    Locale.ROOT, "| %,d lines | %,d | %.3f | %.3f (%.2f×) | %.1f |\n", lines, bytes.length, median[0], median[1],
                    median[0] / median[1], median[2]));
        }
        report.append(String.format(Locale.ROOT, "\nThe first document of a process, with all that is compiled for it: %.1f s of CPU.\n", first));
        System.out.println(report);
        if (arguments.length > 0) {
            Files.writeString(Path.of(arguments[0]), report);
        }
    }

    private static double[] medians(List<Callable<Integer>> works) throws Exception {
        for (Callable<Integer> work : works) {
            round(work, WARM_UP_NANOS);
        }
        double[][] rounds = new double[works.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.size(); i++) {
                rounds[i][round] = round(works.get(i), ROUND_NANOS);
            }
        }
        return Arrays.stream(rounds).mapToDouble(all -> {
            Arrays.sort(all);
            return all[all.length / 2];
        }).toArray();
    }

    private static double round(Callable<Integer> work, long nanos) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        long used;
        int calls = 0;
        do {
            work.call();
            calls++;
            used = SYSTEM.getProcessCpuTime() - before;
        } while (used < nanos);
        return used / 1e6 / calls;
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

    private static int read(byte[] bytes, ReadOptions options) throws Exception {
        return Translator.standard().read(new ByteArrayInputStream(bytes), options, message -> {
            if (message.document() == null) {
                throw new IllegalStateException(message.findings().toString());
            }
        }).messageCount();
    }

    private static byte[] order(int lines) {
        Item bolt = new Item("4006381333931", "B-100", "NW-7", "Bolt M8, zinc plated");
        OrderDocument order = new OrderDocument(
                "PO-1", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 20), "EUR",
                List.of(party(PartyRole.BUYER, "4012345500004"), party(PartyRole.SUPPLIER, "5412345000013")), List.of(), "30 days net", null, null,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new OrderDocument.Line(
                                Integer.toString(line), bolt, Quantity.of(1000, "H87"),
                                new Price(Money.of("12.50", "EUR"), Quantity.of(100, "H87")), Money.of("125.00", "EUR"), null, null, List.of()))
                        .toList());
        PartyAddress nobody = new PartyAddress("", null);
        return Translator.standard().write(
                List.of(order), Target.parse("peppol").orElseThrow(), Envelope.of(nobody, nobody, "1", Instant.EPOCH));
    }

    private static Party party(PartyRole role, String gln) {
        return new Party(
                role, List.of(new Identifier(Scheme.GLN, gln)), "Company " + gln,
                new Address(List.of("Street 1"), "Hamburg", "20457", null, "DE"), null);
    }
}
