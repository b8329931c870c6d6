package io.tradelane.benchmarks.catalogue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tradelane.benchmarks.catalogue.Searcher.Measure;
import io.tradelane.trading.TradingConfiguration;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleQuery.Sort;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Searches as the page and the API do, as a buyer, a page of 25 with everything it can be narrowed by, among generated products; in turns with the function
 * of V191, which ranked and counted all it found. {@code ProductSearch RESULT [PRODUCTS]}: starts a PostgreSQL of its own and fills it, or, with
 * {@code -Ddata=FOLDER}, keeps it there for the next time.
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
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setServerConfig("max_connections", "20").setServerConfig("shared_buffers", "1GB").setLocaleConfig("locale", "C.UTF-8");
        if (System.getProperty("data") != null) {
            builder.setDataDirectory(Path.of(System.getProperty("data"))).setCleanDataDirectory(false);
        }
        try (EmbeddedPostgres postgres = builder.start()) {
            DatabaseRoles.ensure(postgres.getPostgresDatabase(), "tradelane", "owner", "app");
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/tradelane";
            Flyway.configure().dataSource(url, DatabaseRoles.OWNER, "owner").load().migrate();
            JdbcClient superuser = JdbcClient.create(postgres.getDatabase("postgres", "tradelane"));
            try (HikariDataSource now = pool(url); AnnotationConfigApplicationContext engine = engine(now);
                    HikariDataSource before = pool(url + "?currentSchema=before,public"); AnnotationConfigApplicationContext older = engine(before)) {
                if (superuser.sql("select count(*) from article_index").query(Long.class).single() < products) {
                    fill(engine, superuser, products);
                }
                asBefore(superuser);
                SearchReport report = new SearchReport(superuser, products, ROUNDS, SIZE);
                measure(new Searcher(engine, superuser), new Searcher(older, superuser), report);
                Files.write(Path.of(arguments[0]), report.lines());
                report.lines().forEach(System.out::println);
            }
        }
    }

    /** The search as it was before it was bounded, in a schema of its own. */
    private static void asBefore(JdbcClient superuser) throws IOException {
        try (InputStream migration = ProductSearch.class.getResourceAsStream("/db/migration/V191__catalogue_search.sql")) {
            String text = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            int begin = text.indexOf("create function find_articles(");
            superuser.sql("create schema if not exists before").update();
            superuser.sql("grant usage on schema before to tradelane_app").update();
            superuser.sql("set role tradelane_owner").update();
            superuser.sql(text.substring(begin, text.indexOf("end $$;", begin) + 7).replace("create function find_articles(", "create or replace function before.find_articles(")).update();
        }
    }

    private static void fill(AnnotationConfigApplicationContext engine, JdbcClient superuser, int products) {
        // What is there already is indexed faster than what comes row by row.
        List<String> indexes = superuser.sql("select indexdef from pg_indexes where tablename = 'article_index' and indexdef like '%gin%'").query(String.class).list();
        superuser.sql("drop index article_index_tokens, article_index_names, article_index_categories").update();
        TransactionTemplate transaction = new TransactionTemplate(engine.getBean(PlatformTransactionManager.class));
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
                    GeneratedProducts.insert(engine.getBean(JdbcClient.class), GeneratedProducts.indexing(engine), categories, suppliers, begin, Math.min(products, begin + PART))));
        }
        indexes.forEach(index -> superuser.sql(index).update());
        superuser.sql("vacuum analyze").update();
    }

    private static void measure(Searcher now, Searcher before, SearchReport report) {
        report.judged(now, before);
        kinds(now.categories()).forEach((kind, asked) -> {
            for (int i = -ROUNDS / 10; i < ROUNDS; i++) {
                Asked one = asked.get(Math.floorMod(i, asked.size()));
                Measure old = before.search(one.query(), one.typing());
                Measure young = now.search(one.query(), one.typing());
                if (i >= 0) {
                    report.add(kind, old, young);
                }
            }
        });
    }

    private static Map<String, List<Asked>> kinds(Map<String, UUID> categories) {
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
        return kinds;
    }

    private static List<Asked> texts(String... texts) {
        return Arrays.stream(texts).map(text -> new Asked(ArticleQuery.of(text, "CNY"), false)).toList();
    }

    private static ArticleQuery in(UUID category, Map<String, List<String>> attributes, Sort sort) {
        return new ArticleQuery("", category, null, "CNY", null, null, List.of(), false, null, attributes, Map.of(), sort);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(DatabaseRoles.APPLICATION);
        config.setPassword("app");
        config.setMaximumPoolSize(1);
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
