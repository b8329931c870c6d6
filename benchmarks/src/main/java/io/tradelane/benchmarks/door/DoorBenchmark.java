package io.tradelane.benchmarks.door;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Orders per second from the HTTP door to the committed order with its CONTRL queued, beside the same rows by plain JDBC in the
 * same database, turn by turn. Argument: the file for the results. Settings ({@code -D}): {@code threads}, {@code orders} a
 * round, {@code rounds}, {@code warmup}, {@code lines} (5,10), {@code delivery} (rest, run), {@code home} to use again.
 */
public final class DoorBenchmark {
    private static final int THREADS = Integer.getInteger("threads", 8);
    private static final int ORDERS = Integer.getInteger("orders", 1_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int WARMUP = Integer.getInteger("warmup", 4_000);
    private static final String RUN = Long.toString(System.currentTimeMillis() / 1000, 36).toUpperCase(Locale.ROOT).substring(0, 6);
    private static int made;

    private DoorBenchmark() {}

    /** @param ratio the door's rate by that of the plain inserts, of the same round */
    private record Result(double door, double plain, double ratio) {}

    public static void main(String[] arguments) throws Exception {
        Home home = new Home(System.getProperty("home") == null
                ? Files.createTempDirectory("tradelane-door").resolve("home") : Path.of(System.getProperty("home")));
        if (!home.played()) {
            HubProcess.play(home);
        }
        StringBuilder table = new StringBuilder();
        String rows = "";
        try (Partner partner = new Partner(home.erp()); HubProcess hub = HubProcess.serve(home);
                Connection superuser = home.connect(Home.SUPERUSER)) {
            Round round = new Round(home, hub.port, superuser, THREADS);
            Lanes lanes = new Lanes(superuser);
            lanes.open();
            lanes.forget();
            for (String lines : System.getProperty("lines", "5,10").split(",")) {
                for (String delivery : System.getProperty("delivery", "rest,run").split(",")) {
                    List<Result> results = compare(round, lanes, Integer.parseInt(lines), delivery.equals("run"), superuser);
                    rows = rows.isEmpty() ? describe : rows;
                    String line = row(lines, delivery, results);
                    System.out.println(line);
                    table.append(line).append('\n');
                }
            }
        }
        if (arguments.length > 0) {
            DoorReport.write(Path.of(arguments[0]), table.toString(), rows, THREADS, ORDERS, ROUNDS);
        }
    }

    private static String describe = "";

    private static List<Result> compare(Round round, Lanes lanes, int lines, boolean delivering, Connection superuser) throws Exception {
        List<Order> warmup = orders(lines, made == 0 ? WARMUP : WARMUP / 4);
        round.door(warmup);
        lanes.awaitEmptyOrForget(delivering);
        PlainInserts inserts = new PlainInserts(superuser, warmup.getLast());
        describe = describe.isEmpty() ? inserts.describe() : describe;
        round.plain(inserts, orders(lines, ORDERS));
        lanes.forget();
        if (!delivering) {
            lanes.hold(warmup.getLast());
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            double door = round.door(orders(lines, ORDERS));
            lanes.awaitEmptyOrForget(delivering);
            double plain = round.plain(inserts, orders(lines, ORDERS));
            lanes.forget();
            results.add(new Result(door, plain, door / plain));
            System.out.printf(Locale.ROOT, "  %d lines: door %.0f/s, plain %.0f/s, ratio %.2f%n", lines, door, plain, door / plain);
        }
        lanes.open();
        return results;
    }

    private static List<Order> orders(int lines, int count) {
        List<Order> orders = IntStream.range(made, made + count).mapToObj(i -> Order.of(RUN, i, lines)).toList();
        made += count;
        return orders;
    }

    private static String row(String lines, String delivery, List<Result> results) {
        double[] ratios = results.stream().mapToDouble(Result::ratio).sorted().toArray();
        return String.format(Locale.ROOT, "| %s | %s | %.0f | %.0f | **%.2f** | %.2f to %.2f |", lines,
                delivery.equals("run") ? "runs beside" : "rests", median(results.stream().mapToDouble(Result::door).toArray()),
                median(results.stream().mapToDouble(Result::plain).toArray()), median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length % 2 == 1 ? values[values.length / 2] : (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
    }
}
