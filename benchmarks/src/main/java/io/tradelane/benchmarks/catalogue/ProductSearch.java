package io.tradelane.benchmarks.catalogue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tradelane.trading.TradingConfiguration;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleQuery.Sort;
import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.GeneratedProducts;
import io.tradelane.trading.catalogue.JudgedQueries;
import io.tradelane.trading.exchange.Announcer;
import io.tradelane.trading.partner.DatabaseRoles;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches as the page and the API do, as a buyer, a page of 25 with everything it can be narrowed by, among generated products.
 * {@code ProductSearch RESULT [PRODUCTS]}: starts a PostgreSQL of its own and fills it.
 */
final class ProductSearch {
    private static final int ROUNDS = Integer.getInteger("rounds", 200);
    private static final int PART = 10_000;
    private static final int SIZE = 25;

    private ProductSearch() {}

    /** Something somebody looks for. */
    private record Asked(ArticleQuery query, boolean typing) {}

    public static void main(String[] arguments) throws Exception {
        int products = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        List<String> report = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "20").setServerConfig("shared_buffers", "1GB").setLocaleConfig("locale", "C.UTF-8").start()) {
            DatabaseRoles.ensure(postgres.getPostgresDatabase(), "tradelane", "owner", "app");
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/tradelane";
            Flyway.configure().dataSource(url, DatabaseRoles.OWNER, "owner").load().migrate();
            try (HikariDataSource application = pool(url); AnnotationConfigApplicationContext engine = engine(application)) {
                JdbcClient superuser = JdbcClient.create(postgres.getDatabase("postgres", "tradelane"));
                // What is there already is indexed faster than what comes row by row.
                List<String> indexes = superuser.sql("select indexdef from pg_indexes where tablename = 'article_index' and indexdef like '%gin%'").query(String.class).list();
                superuser.sql("drop index article_index_tokens, article_index_categories").update();
                long start = System.nanoTime();
                Map<String, UUID> categories = fill(engine, products);
                indexes.forEach(index -> superuser.sql(index).update());
                long filled = (System.nanoTime() - start) / 1_000_000_000;
                superuser.sql("vacuum analyze").update();
                String sizes = superuser.sql("select pg_size_pretty(pg_table_size('article_index')) || ', its index of tokens ' || pg_size_pretty(pg_relation_size('article_index_tokens'))").query(String.class).single();
                report.add("# Finding an article");
                report.add("");
                report.add("%s, %d processors, Java %s, PostgreSQL %s; %,d products of 40 families (`article_index` %s), filled in %d s. Each figure of %d searches after a tenth of them to warm up, one after the other, in milliseconds: a page of %d with its counts of categories, places, attributes and suppliers, as a buyer, behind row-level security."
                        .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), superuser.sql("show server_version").query(String.class).single(), products,
                                sizes, filled, ROUNDS, SIZE));
                report.add("");
                report.add("| search | found | p50 | p95 | worst |");
                report.add("|---|---:|---:|---:|---:|");
                measure(engine, categories, report);
            }
        }
        Files.write(Path.of(arguments[0]), report);
        report.forEach(System.out::println);
    }

    private static Map<String, UUID> fill(AnnotationConfigApplicationContext engine, int products) {
        TransactionTemplate transaction = new TransactionTemplate(engine.getBean(PlatformTransactionManager.class));
        JdbcClient jdbc = engine.getBean(JdbcClient.class);
        Map<String, UUID> categories = new LinkedHashMap<>();
        List<UUID> suppliers = new ArrayList<>();
        Tenancy.run(Actor.hub(), () -> transaction.executeWithoutResult(status -> {
            categories.putAll(GeneratedProducts.categories(engine.getBean(Categories.class)));
            Organisations organisations = engine.getBean(Organisations.class);
            IntStream.range(0, 50).forEach(i -> suppliers.add(organisations.create(new NewOrganisation("Supplier " + i, "供应商" + i, Kind.SUPPLIER, null, "CNY"))));
        }));
        for (int from = 0; from < products; from += PART) {
            int begin = from;
            Tenancy.run(Actor.hub(), () -> transaction.executeWithoutResult(status ->
                    GeneratedProducts.insert(jdbc, GeneratedProducts.indexing(engine), categories, suppliers, begin, Math.min(products, begin + PART))));
        }
        return categories;
    }

    private static void measure(AnnotationConfigApplicationContext engine, Map<String, UUID> categories, List<String> report) {
        ArticleSearch search = engine.getBean(ArticleSearch.class);
        UUID buyer = Tenancy.call(Actor.hub(), () -> engine.getBean(Organisations.class).create(new NewOrganisation("Buyer", null, Kind.BUYER, null, "CNY")));
        Map<String, List<Asked>> kinds = new LinkedHashMap<>();
        JudgedQueries.all().forEach(query -> kinds.computeIfAbsent("judged: " + query.kind(), none -> new ArrayList<>()).add(new Asked(ArticleQuery.of(query.text(), "CNY"), false)));
        kinds.put("one word of a family (5,000 products)", texts("球阀", "hydraulic hose", "三角带", "stretch film", "wushuban", "减速机"));
        kinds.put("one word of many families (10,000 to 60,000)", texts("不锈钢", "碳钢", "六角", "bearing"));
        kinds.put("a family, browsed", categories.keySet().stream().filter(code -> code.contains("-")).map(code -> new Asked(in(categories.get(code), Map.of(), Sort.RELEVANCE), false)).toList());
        kinds.put("a group of families, browsed by price", GeneratedProducts.FAMILIES.stream().map(GeneratedProducts.Family::group).distinct()
                .map(group -> new Asked(in(categories.get(group), Map.of(), Sort.PRICE), false)).toList());
        kinds.put("a family narrowed by material", categories.keySet().stream().filter(code -> code.contains("-"))
                .map(code -> new Asked(in(categories.get(code), Map.of("material", List.of("SS", "CS")), Sort.RELEVANCE), false)).toList());
        kinds.put("suggestions while typing", List.of("hex bo", "六角", "轴承 62", "stain", "HA-M8", "luoshuan").stream().map(text -> new Asked(ArticleQuery.of(text, "CNY"), true)).toList());
        List<Long> all = new ArrayList<>();
        kinds.forEach((kind, asked) -> {
            long[] nanos = new long[ROUNDS];
            long found = 0;
            for (int i = -ROUNDS / 10; i < ROUNDS; i++) {
                Asked one = asked.get(Math.floorMod(i, asked.size()));
                long start = System.nanoTime();
                long total = Tenancy.call(Actor.person(buyer, UUID.randomUUID(), "Somebody"), () -> one.typing() ? search.suggest(one.query().text(), "CNY", 6).size() : search.find(one.query(), 0, SIZE).total());
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - start;
                    found += total;
                    if (kind.startsWith("judged")) {
                        all.add(nanos[i]);
                    }
                }
            }
            report.add(row(kind, found / (double) ROUNDS, nanos));
        });
        report.add(row("**all that are judged**", Double.NaN, all.stream().mapToLong(Long::longValue).toArray()));
    }

    private static List<Asked> texts(String... texts) {
        return Arrays.stream(texts).map(text -> new Asked(ArticleQuery.of(text, "CNY"), false)).toList();
    }

    private static ArticleQuery in(UUID category, Map<String, List<String>> attributes, Sort sort) {
        return new ArticleQuery("", category, null, "CNY", null, null, List.of(), false, null, attributes, Map.of(), sort);
    }

    private static String row(String kind, double found, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "| %s | %s | %.1f | %.1f | %.1f |".formatted(kind, Double.isNaN(found) ? "" : "%,.0f".formatted(found), sorted[sorted.length / 2] / 1e6,
                sorted[(int) Math.ceil(sorted.length * 0.95) - 1] / 1e6, sorted[sorted.length - 1] / 1e6);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(DatabaseRoles.APPLICATION);
        config.setPassword("app");
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static AnnotationConfigApplicationContext engine(DataSource application) {
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
