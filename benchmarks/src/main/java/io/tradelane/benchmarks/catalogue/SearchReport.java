package io.tradelane.benchmarks.catalogue;

import io.tradelane.benchmarks.catalogue.Searcher.Measure;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.catalogue.GeneratedProducts;
import io.tradelane.trading.catalogue.GeneratedProducts.Product;
import io.tradelane.trading.catalogue.JudgedQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long searches took, the bounded ones beside those that rank all, and how well both found what was meant. */
final class SearchReport {
    private static final Path LOAD = Path.of("/proc/loadavg");
    private final JdbcClient superuser;
    private final int products;
    private final int rounds;
    private final int size;
    private final Map<String, List<Measure>> old = new LinkedHashMap<>();
    private final Map<String, List<Measure>> young = new LinkedHashMap<>();
    private final String load = load();
    private String judged = "";

    SearchReport(JdbcClient superuser, int products, int rounds, int size) {
        this.superuser = superuser;
        this.products = products;
        this.rounds = rounds;
        this.size = size;
    }

    private static String load() {
        try {
            return Files.exists(LOAD) ? Files.readString(LOAD).split(" ")[0] : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }

    void add(String kind, Measure before, Measure now) {
        old.computeIfAbsent(kind, none -> new ArrayList<>()).add(before);
        young.computeIfAbsent(kind, none -> new ArrayList<>()).add(now);
    }

    /** What the first ten places are worth, of 1, for both. */
    void judged(Searcher now, Searcher before) {
        List<Product> all = IntStream.range(0, products).mapToObj(GeneratedProducts::product).toList();
        Map<String, Product> byNumber = new HashMap<>();
        all.forEach(product -> byNumber.put(product.number(), product));
        double[] sums = new double[2];
        List<JudgedQueries.Query> queries = JudgedQueries.all();
        for (JudgedQueries.Query query : queries) {
            List<Integer> ideal = all.stream().map(query::grade).filter(grade -> grade > 0).sorted(Comparator.reverseOrder()).limit(10).toList();
            int i = 0;
            for (Searcher searcher : List.of(now, before)) {
                FoundArticles found = searcher.find(ArticleQuery.of(query.text(), "CNY"), 10);
                sums[i++] += JudgedQueries.ndcg(found.articles().stream().map(article -> byNumber.containsKey(article.number()) ? query.grade(byNumber.get(article.number())) : 0).toList(), ideal);
            }
        }
        judged = "Of %d judged searches among all of these products, nDCG@10 is %.3f, and was %.3f when all were ranked.".formatted(queries.size(), sums[0] / queries.size(), sums[1] / queries.size());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("# Finding an article", "", ("%s, %d processors, Java %s, PostgreSQL %s; %,d products of 40 families (`article_index` %s). Each figure of %d "
                + "searches after a tenth of them to warm up, one after the other, in milliseconds: a page of %d with its counts of categories, places, attributes and suppliers, as a buyer. "
                + "*Before* is the function of V191, which ranked and counted all it found; both take turns, search by search. *CPU* is the processor time of a search, of the database's "
                + "process and the calling thread, which others on the machine do not lengthen. Load average %s at the start, %s at the end.")
                .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
                        superuser.sql("show server_version").query(String.class).single(), products, superuser.sql("""
                                select pg_size_pretty(pg_table_size('article_index')) || ', its index of tokens ' || pg_size_pretty(pg_relation_size('article_index_tokens'))
                                    || ', of names ' || pg_size_pretty(pg_relation_size('article_index_names'))
                                """).query(String.class).single(), rounds, size, load, load()),
                "", "| search | found | p50 | p95 | worst | CPU | before: found | p50 | p95 | worst | CPU |", "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"));
        young.forEach((kind, measures) -> lines.add(row(kind, measures, old.get(kind))));
        lines.add(row("**all that are judged**", all(young), all(old)));
        lines.add("");
        lines.add(judged);
        return lines;
    }

    private static List<Measure> all(Map<String, List<Measure>> kinds) {
        return kinds.entrySet().stream().filter(kind -> kind.getKey().startsWith("judged")).flatMap(kind -> kind.getValue().stream()).toList();
    }

    private static String row(String kind, List<Measure> now, List<Measure> before) {
        return "| " + kind + " | " + figures(now) + " | " + figures(before) + " |";
    }

    private static String figures(List<Measure> measures) {
        long[] sorted = measures.stream().mapToLong(Measure::nanos).sorted().toArray();
        return "%,.0f | %.1f | %.1f | %.1f | %.1f".formatted(mean(measures, Measure::found), sorted[sorted.length / 2] / 1e6, sorted[(int) Math.ceil(sorted.length * 0.95) - 1] / 1e6,
                sorted[sorted.length - 1] / 1e6, mean(measures, measure -> measure.database() + measure.java()) / 1e6);
    }

    private static double mean(List<Measure> measures, ToLongFunction<Measure> figure) {
        return measures.stream().mapToLong(figure).average().orElse(0);
    }
}
