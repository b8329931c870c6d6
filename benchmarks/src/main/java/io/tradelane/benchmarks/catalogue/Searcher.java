package io.tradelane.benchmarks.catalogue;

import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A buyer who searches, over one connection to the database. */
final class Searcher {
    private static final int SUGGESTED = 6;
    private final ArticleSearch search;
    private final JdbcClient superuser;
    private final Path database;
    private final Actor buyer;

    Searcher(ApplicationContext engine, JdbcClient superuser) {
        this.search = engine.getBean(ArticleSearch.class);
        this.superuser = superuser;
        this.buyer = Actor.person(Tenancy.call(Actor.hub(), () -> engine.getBean(Organisations.class).create(new NewOrganisation("Buyer", null, Kind.BUYER, null, "CNY"))),
                UUID.randomUUID(), "Somebody");
        this.database = Path.of("/proc", engine.getBean(JdbcClient.class).sql("select pg_backend_pid()").query(String.class).single(), "schedstat");
    }

    /** @param nanos by the clock @param database nanoseconds of processor time of the database, likewise {@code java} */
    record Measure(long found, long nanos, long database, long java) {}

    Measure search(ArticleQuery query, boolean typing) {
        long used = used();
        long java = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long found = typing ? Tenancy.call(buyer, () -> search.suggest(query.text(), query.currency(), SUGGESTED)).size() : find(query, 25).total();
        long nanos = System.nanoTime() - start;
        return new Measure(found, nanos, used() - used, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - java);
    }

    FoundArticles find(ArticleQuery query, int size) {
        return Tenancy.call(buyer, () -> search.find(query, 0, size));
    }

    /** Processor time of the connection's process; Linux only, elsewhere 0. */
    private long used() {
        try {
            return Files.exists(database) ? Long.parseLong(Files.readString(database).split(" ")[0]) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, UUID> categories() {
        Map<String, UUID> categories = new HashMap<>();
        superuser.sql("select code, id from category order by code").query(row -> {
            categories.put(row.getString(1), row.getObject(2, UUID.class));
        });
        return categories;
    }
}
