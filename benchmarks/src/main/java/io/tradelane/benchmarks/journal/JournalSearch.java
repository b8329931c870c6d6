package io.tradelane.benchmarks.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tradelane.trading.TradingConfiguration;
import io.tradelane.trading.exchange.Announcer;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.partner.DatabaseRoles;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Searches as the page and the API do, by {@link Tracker}, as the role under which the hub works and behind row-level security, with a page of
 * 25. {@code JournalSearch RESULT URL-OF-DATABASE PASSWORD-OF-APP [PASSWORD-OF-OWNER]}: the database has been filled by {@code rows.sql}; where
 * the owner's password is given, the cost of the index is measured too.
 */
final class JournalSearch {
    private static final int ROUNDS = Integer.getInteger("rounds", 200);
    /** One of the larger buyers, and one of the small ones. */
    private static final UUID LARGE = organisation(3);
    private static final UUID SMALL = organisation(90);

    private JournalSearch() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments[1];
        List<String> report = new ArrayList<>();
        try (HikariDataSource application = pool(url, DatabaseRoles.APPLICATION, arguments[2]); AnnotationConfigApplicationContext engine = engine(application)) {
            Samples samples = Samples.take(application, ROUNDS);
            Tracker tracker = engine.getBean(Tracker.class);
            Map<String, Actor> readers = new java.util.LinkedHashMap<>();
            readers.put("the operator", Actor.operator(UUID.randomUUID(), "Operator"));
            readers.put("a user of a large buyer", Actor.person(LARGE, UUID.randomUUID(), "Somebody"));
            readers.put("a user of a small buyer", Actor.person(SMALL, UUID.randomUUID(), "Somebody"));
            report.add("%s, %d processors, %s, PostgreSQL %s; %,d messages. Each figure of %d searches after %d to warm up, in milliseconds.".formatted(LocalDate.now(),
                    Runtime.getRuntime().availableProcessors(), System.getProperty("java.vm.name") + " " + System.getProperty("java.version"), samples.version(),
                    samples.messages(), ROUNDS, ROUNDS / 10));
            report.add("");
            report.add("| search | reader | found | p50 | p95 | worst |");
            report.add("|---|---|---:|---:|---:|---:|");
            for (Search search : Search.values()) {
                readers.forEach((name, actor) -> report.add(row(search, name, search.measure(tracker, actor, samples, ROUNDS))));
            }
        }
        if (arguments.length > 3) {
            report.add("");
            report.addAll(InsertCost.measure(url, arguments[3]));
        }
        Files.write(Path.of(arguments[0]), report);
        report.forEach(System.out::println);
    }

    private static String row(Search search, String reader, Measured m) {
        return "| %s | %s | %.1f | %.1f | %.1f | %.1f |".formatted(search.title(), reader, m.found(), m.median(), m.p95(), m.worst());
    }

    static UUID organisation(int n) {
        return new UUID(0, n);
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static AnnotationConfigApplicationContext engine(DataSource application) throws SQLException {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("benchmark", Map.of(
                "tradelane.database.require-durability", "false", "TRADELANE_MASTER_KEY", SecretBox.newKey("1"))));
        context.register(TradingConfiguration.class);
        context.registerBean(Announcer.class, () -> ids -> { });
        context.registerBean(DataSource.class, () -> application);
        context.refresh();
        return context;
    }
}
