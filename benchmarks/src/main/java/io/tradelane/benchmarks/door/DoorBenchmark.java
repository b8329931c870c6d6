package io.tradelane.benchmarks.door;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Orders per second from the HTTP door to the committed order with its CONTRL queued, beside the same rows by plain JDBC in the
 * same database, turn by turn. Argument: the file for the results. Settings ({@code -D}): {@code threads}, {@code orders} a
 * round, {@code rounds}, {@code warmup} orders at most, {@code lines} (5,10), {@code delivery} (rest, run), {@code home} to use again,
 * {@code jar} of another build.
 */
public final class DoorBenchmark {
    private static final int THREADS = Integer.getInteger("threads", 8);
    private static final int ORDERS = Integer.getInteger("orders", 1_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int WARMUP = Integer.getInteger("warmup", 40_000);
    private static final String RUN = Long.toString(System.currentTimeMillis() / 1000, 36).toUpperCase(Locale.ROOT).substring(0, 6);
    private static int made;

    private DoorBenchmark() {}

    /** Share of the hub's time in which it still compiles when it counts as warm. */
    private static final double WARM = 0.05;

    /** @param oneCommit the plain inserts in one commit an order */
    private record Result(Round.Speed door, Round.Speed plain, Round.Speed oneCommit) {
        double ratio() {
            return door.rate() / plain.rate();
        }

        double ratioOneCommit() {
            return door.rate() / oneCommit.rate();
        }
    }

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
            Round round = new Round(home, hub, superuser, THREADS);
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
        Order first = warm(round, lanes, lines, delivering);
        PlainInserts inserts = new PlainInserts(superuser, first);
        describe = describe.isEmpty() ? inserts.describe() : describe;
        for (int commits = 1; commits <= 2; commits++) {
            round.plain(inserts, orders(lines, ORDERS), commits);
        }
        lanes.forget();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Round.Speed door = round.door(orders(lines, ORDERS));
            lanes.awaitEmptyOrForget(delivering);
            Round.Speed plain = round.plain(inserts, orders(lines, ORDERS), 2);
            Round.Speed oneCommit = round.plain(inserts, orders(lines, ORDERS), 1);
            lanes.forget();
            Result result = new Result(door, plain, oneCommit);
            results.add(result);
            System.out.printf(Locale.ROOT, "  %d lines: door %.0f/s, plain %.0f/s, ratio %.2f (one commit: %.0f/s, %.2f); door: %s; plain: %s%n", lines,
                    door.rate(), plain.rate(), result.ratio(), oneCommit.rate(), result.ratioOneCommit(), door.cost(), plain.cost());
        }
        lanes.open();
        return results;
    }

    /** Until the hub has all but ended compiling itself. @return one of the orders */
    private static Order warm(Round round, Lanes lanes, int lines, boolean delivering) throws Exception {
        Order last = orders(lines, 1).getFirst();
        round.door(List.of(last));
        if (!delivering) {
            lanes.hold(last);
        }
        for (int warmed = 0; warmed < WARMUP; warmed += ORDERS) {
            List<Order> orders = orders(lines, ORDERS);
            Processors cost = round.door(orders).cost();
            lanes.awaitEmptyOrForget(delivering);
            System.out.println("  warming up: " + cost);
            if (cost.compiler() < WARM * cost.hub() && warmed >= WARMUP / 4) {
                break;
            }
        }
        return last;
    }

    private static List<Order> orders(int lines, int count) {
        List<Order> orders = IntStream.range(made, made + count).mapToObj(i -> Order.of(RUN, i, lines)).toList();
        made += count;
        return orders;
    }

    private static String row(String lines, String delivery, List<Result> results) {
        double[] ratios = results.stream().mapToDouble(Result::ratio).sorted().toArray();
        return String.format(Locale.ROOT, "| %s | %s | %.0f | %.0f | **%.2f** | %.2f to %.2f | %.2f | %.1f (%.1f) | %.1f | %.1f |", lines,
                delivery.equals("run") ? "runs beside" : "rests", of(results, result -> result.door().rate()),
                of(results, result -> result.plain().rate()), median(ratios), ratios[0], ratios[ratios.length - 1],
                of(results, Result::ratioOneCommit), of(results, result -> result.door().cost().hub()),
                of(results, result -> result.door().cost().compiler()), of(results, result -> result.door().cost().database()),
                of(results, result -> result.plain().cost().database()));
    }

    private static double of(List<Result> results, ToDoubleFunction<Result> value) {
        return median(results.stream().mapToDouble(value).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length % 2 == 1 ? values[values.length / 2] : (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
    }
}
