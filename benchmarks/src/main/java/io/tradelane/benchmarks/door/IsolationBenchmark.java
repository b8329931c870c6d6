package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What one dead, one slow and one flooding partner among {@code -Dpartners} (200) cost the others: rounds with and without the three,
 * turn by turn on one hub. Argument: the file for the results. Settings ({@code -D}): {@code partners}, {@code rate} orders a second of
 * the others together, {@code seconds} a round, {@code rounds}, {@code home} to use again, {@code jar} of another build.
 */
public final class IsolationBenchmark {
    private static final int PARTNERS = Integer.getInteger("partners", 200);
    private static final int RATE = Integer.getInteger("rate", 20);
    private static final int SECONDS = Integer.getInteger("seconds", 20);
    private static final int ROUNDS = Integer.getInteger("rounds", 4);
    /** A minute, for the flooding one. */
    private static final int LIMIT = 300;
    private static final String RUN = Long.toString(System.currentTimeMillis() / 1000, 36).toUpperCase(Locale.ROOT).substring(0, 6);

    private IsolationBenchmark() {}

    private record Round(Load.Result without, Load.Result with, Load.Result flood, double load) {
        double ratio(Function<Load.Result, double[]> of, double share) {
            return Load.Result.percentile(of.apply(with), share) / Load.Result.percentile(of.apply(without), share);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Home home = new Home(System.getProperty("home") == null
                ? Files.createTempDirectory("tradelane-isolation").resolve("home") : Path.of(System.getProperty("home")));
        if (!home.played()) {
            HubProcess.play(home);
        }
        try (Receivers receivers = new Receivers(); HubProcess hub = HubProcess.serve(home); Connection superuser = home.connect(Home.SUPERUSER)) {
            List<ManyPartners.One> all = ManyPartners.make(superuser, addresses(receivers));
            reset(superuser, all.get(2));
            Load load = new Load(hub, receivers, RUN, new AtomicInteger());
            List<ManyPartners.One> others = all.subList(3, all.size());
            for (int i = 0; i < 2; i++) {
                System.out.println("warming up: " + tell(load.run(others, RATE * 2, SECONDS, true)));
            }
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                Round round = round(load, all, others, superuser);
                rounds.add(round);
                System.out.printf(Locale.ROOT, "without: %s%nwith: %s%nflood: %s%nratio of p99: door %.2f, through %.2f%n", tell(round.without),
                        tell(round.with), round.flood.statuses(), round.ratio(Load.Result::door, 0.99), round.ratio(Load.Result::through, 0.99));
            }
            if (arguments.length > 0) {
                write(Path.of(arguments[0]), rounds, superuser);
            }
        }
    }

    private static List<String> addresses(Receivers receivers) {
        List<String> addresses = new ArrayList<>(List.of(receivers.dead(), receivers.slow()));
        for (int i = 2; i < PARTNERS; i++) {
            addresses.add(receivers.quick(i));
        }
        return addresses;
    }

    /** What an earlier run left, and the limit of the one that floods. */
    private static void reset(Connection superuser, ManyPartners.One flooding) throws Exception {
        ManyPartners.run(superuser, "delete from channel_breaker");
        ManyPartners.run(superuser, "update outbox set status = 'DELIVERED', leased_until = null where status in ('QUEUED', 'RENDERED')");
        ManyPartners.run(superuser, "insert into partner_limit (organisation_id, in_per_minute) values (?, " + LIMIT + ")"
                + " on conflict (organisation_id) do update set in_per_minute = excluded.in_per_minute", flooding.organisation());
    }

    private static Round round(Load load, List<ManyPartners.One> all, List<ManyPartners.One> others, Connection superuser) throws Exception {
        Load.Result without = load.run(others, RATE, SECONDS, true);
        // What the two get piles up, before and during the round; the flood begins with a full bucket.
        load.run(all.subList(0, 2), 20, 5, false);
        var troubled = start(() -> load.run(all.subList(0, 2), 2, SECONDS, false));
        var flood = start(() -> load.run(all.subList(2, 3), LIMIT / 60.0 * 10, SECONDS, false));
        double busy = loadAverage();
        Load.Result with = load.run(others, RATE, SECONDS, true);
        troubled.join();
        Load.Result flooded = flood.join();
        ManyPartners.run(superuser, "update outbox set status = 'DELIVERED', leased_until = null where status in ('QUEUED', 'RENDERED')");
        return new Round(without, with, flooded, busy);
    }

    private interface Work {
        Load.Result run() throws InterruptedException;
    }

    private static CompletableFuture<Load.Result> start(Work work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.run();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }, task -> Thread.ofPlatform().start(task));
    }

    private static double loadAverage() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Double.parseDouble(Files.readString(file).split(" ")[0]) : Double.NaN;
    }

    private static String tell(Load.Result result) {
        return String.format(Locale.ROOT, "door p50 %.0f ms, p99 %.0f ms; through p50 %.0f ms, p99 %.0f ms; %s",
                Load.Result.percentile(result.door(), 0.5), Load.Result.percentile(result.door(), 0.99),
                Load.Result.percentile(result.through(), 0.5), Load.Result.percentile(result.through(), 0.99), result.statuses());
    }

    private static double median(List<Round> rounds, Function<Round, Double> value) {
        double[] sorted = rounds.stream().mapToDouble(value::apply).sorted().toArray();
        return sorted.length % 2 == 1 ? sorted[sorted.length / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private static String row(String name, List<Round> rounds, Function<Load.Result, double[]> of, double share) {
        double[] ratios = rounds.stream().mapToDouble(round -> round.ratio(of, share)).sorted().toArray();
        return String.format(Locale.ROOT, "| %s | %.0f | %.0f | **%.2f** | %.2f to %.2f |%n", name,
                median(rounds, round -> Load.Result.percentile(of.apply(round.without), share)),
                median(rounds, round -> Load.Result.percentile(of.apply(round.with), share)), median(rounds, round -> round.ratio(of, share)), ratios[0],
                ratios[ratios.length - 1]);
    }

    private static void write(Path file, List<Round> rounds, Connection superuser) throws Exception {
        int accepted = rounds.stream().mapToInt(round -> round.flood.statuses().getOrDefault(202, 0)).sum();
        int refused = rounds.stream().mapToInt(round -> round.flood.statuses().getOrDefault(429, 0)).sum();
        int lost = rounds.stream().mapToInt(round -> round.with.door().length - round.with.statuses().getOrDefault(202, 0)).sum();
        Files.writeString(file, String.format(Locale.ROOT, """
                # What one dead, one slow and one flooding partner cost the others

                %d partners on one hub (`serve`, its own PostgreSQL, `fsync` on), each with a key to post by HTTP and an address that gets its CONTRL. The
                %d others post %d orders of 3 lines a second together, at a fixed rate. Rounds of %d s without and with the three, turn by turn, %d of each:

                - **dead**: its address accepts no connection and refuses none; 100 CONTRL wait for it at the start of a round, and more come;
                - **slow**: answers after 20 s, then a byte a second; likewise;
                - **flooding**: may send %d documents a minute, and sends ten times as many.

                "Door" is from when an order was due to the answer 202, "through" to the CONTRL at the partner's system. Milliseconds are of this
                machine; read the ratio.

                | the others | without, ms | with, ms | ratio | of the rounds |
                |---|---:|---:|---:|---|
                %s
                The flooding one was answered 202 %,d times and 429 %,d times; of the others' orders %d were not taken. The dead one's breaker:
                %s.

                %s, %d processors, %s %s; load average at the rounds with the three %s.

                Repeat: `io.tradelane.benchmarks.door.IsolationBenchmark`, with this file as its argument.
                """, PARTNERS, PARTNERS - 3, RATE, SECONDS, rounds.size(), LIMIT,
                row("door, p50", rounds, Load.Result::door, 0.5) + row("door, p99", rounds, Load.Result::door, 0.99)
                        + row("through, p50", rounds, Load.Result::through, 0.5) + row("through, p99", rounds, Load.Result::through, 0.99),
                accepted, refused, lost, breaker(superuser), LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"), System.getProperty("java.version"),
                Arrays.toString(rounds.stream().mapToDouble(Round::load).toArray())));
    }

    private static String breaker(Connection superuser) throws Exception {
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("""
                select b.state || ' after ' || b.failures || ' failures' from channel_breaker b join channel c on c.id = b.channel_id
                 where c.name = 'Isolation 000'""")) {
            return rows.next() ? rows.getString(1) : "none";
        }
    }
}
