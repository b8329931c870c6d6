package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleUpload.CellProblem;
import io.tradelane.trading.catalogue.ArticleUpload.Outcome;
import io.tradelane.trading.catalogue.ArticleUploadRepository.NewRow;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rows of a file would do to a supplier's articles; and those articles as the rows of a file. */
@Component
class UploadCheck {
    private static final Category NO_CATEGORY = new Category(new UUID(0, 0), null, "", "", "", List.of(), List.of(), 0, false);
    private final JdbcClient jdbc;
    private final Categories categories;
    private final Clock clock;

    UploadCheck(JdbcClient jdbc, Categories categories, Clock clock) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.clock = clock;
    }

    /** What is remembered from row to row. */
    record Session(UUID supplier, String currency, UploadColumns columns, Map<String, Category> categories, Set<String> numbers, Set<String> gtins) {
        /** A file without numbers says nothing of any article. */
        boolean readable() {
            return columns.has("number");
        }

        boolean retired(@Nullable UUID category) {
            return category != null && categories.getOrDefault(category.toString(), NO_CATEGORY).retired();
        }
    }

    /** An article as it stands, with its list price. */
    record Standing(
            ArticleForm form, ListingState listing, @Nullable ArticleForm revision, @Nullable BigDecimal price, @Nullable String currency, @Nullable BigDecimal stock) {}

    Session begin(UUID supplier, List<String> header) {
        Map<UUID, Category> tree = categories.tree();
        Map<String, Category> known = new HashMap<>();
        tree.values().forEach(category -> {
            known.put(category.id().toString(), category);
            known.putIfAbsent(category.nameZh(), category);
            known.putIfAbsent(category.nameEn().toLowerCase(Locale.ROOT), category);
        });
        tree.values().forEach(category -> known.put(category.code().toLowerCase(Locale.ROOT), category));
        String currency = jdbc.sql("select currency from organisation where id = :id").param("id", supplier).query(String.class).single();
        return new Session(supplier, currency, new UploadColumns(header, tree.values()), known, new HashSet<>(), new HashSet<>());
    }

    List<NewRow> check(Session session, List<ArticleUploads.Content.Line> lines) {
        Map<String, Standing> standing = standing(session.supplier(), lines.stream().map(line -> session.columns().value(line.cells(), "number")).toList());
        Map<String, String> taken = gtins(session, lines);
        List<NewRow> rows = new ArrayList<>();
        for (ArticleUploads.Content.Line line : lines) {
            rows.add(check(session, line, standing, taken));
        }
        return rows;
    }

    private NewRow check(Session session, ArticleUploads.Content.Line line, Map<String, Standing> standing, Map<String, String> taken) {
        String number = session.columns().value(line.cells(), "number");
        Standing stands = standing.get(number);
        ArticleForm before = stands == null ? null : stands.revision() != null ? stands.revision() : stands.form();
        UploadRow.Read read = UploadRow.read(session.columns(), session.categories(), line.cells(), before, session.currency());
        List<CellProblem> problems = new ArrayList<>(read.problems());
        if (!number.isEmpty() && !session.numbers().add(number)) {
            problems.add(new CellProblem(session.columns().called("number"), number, "duplicate"));
        }
        String gtin = session.columns().value(line.cells(), "gtin");
        if (!gtin.isEmpty() && (!session.gtins().add(gtin) || taken.containsKey(gtin) && !taken.get(gtin).equals(number))) {
            problems.add(new CellProblem(session.columns().called("gtin"), gtin, "taken"));
        }
        if (stands != null && stands.listing().after(ListingState.Event.EDIT).isEmpty()) {
            problems.add(new CellProblem(session.columns().called("number"), number, "fixed"));
        }
        if (read.form() != null && session.retired(read.form().category()) && (before == null || !Objects.equals(read.form().category(), before.category()))) {
            problems.add(new CellProblem(session.columns().called("category"), session.columns().value(line.cells(), "category"), "retired"));
        }
        if (!problems.isEmpty() || read.form() == null) {
            return new NewRow(line.number(), line.cells(), Outcome.WRONG, null, problems);
        }
        UploadRow.Read kept = new UploadRow.Read(read.form(), samePrice(read, stands) ? null : read.price(), read.currency(), sameStock(read, stands) ? null : read.stock(), List.of());
        if (stands != null && read.form().equals(before) && kept.price() == null && kept.stock() == null) {
            return new NewRow(line.number(), line.cells(), Outcome.UNCHANGED, null, List.of());
        }
        return new NewRow(line.number(), line.cells(), stands == null ? Outcome.CREATE : Outcome.UPDATE, ArticleRows.JSON.writeValueAsString(kept), List.of());
    }

    private static boolean samePrice(UploadRow.Read read, @Nullable Standing stands) {
        return read.price() == null || stands != null && stands.price() != null && stands.price().compareTo(read.price()) == 0 && read.currency().equals(stands.currency());
    }

    private static boolean sameStock(UploadRow.Read read, @Nullable Standing stands) {
        return read.stock() == null || stands != null && stands.stock() != null && stands.stock().compareTo(read.stock()) == 0;
    }

    private Map<String, String> gtins(Session session, List<ArticleUploads.Content.Line> lines) {
        Map<String, String> taken = new HashMap<>();
        if (session.columns().has("gtin")) {
            jdbc.sql("select gtin, number from article where supplier_org_id = :supplier and gtin = any(cast(:gtins as text[]))")
                    .param("supplier", session.supplier()).param("gtins", lines.stream().map(line -> session.columns().value(line.cells(), "gtin")).toArray(String[]::new))
                    .query(row -> {
                        taken.put(row.getString(1), row.getString(2));
                    });
        }
        return taken;
    }

    /** @param numbers null: all */
    private Map<String, Standing> standing(UUID supplier, @Nullable List<String> numbers) {
        Map<String, Standing> standing = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.*, p.amount / p.basis as each, p.currency from article a join organisation o on o.id = a.supplier_org_id
                          left join lateral (select * from list_price l where l.article_id = a.id and l.from_quantity = 0 and l.validity @> cast(:today as date)
                                             order by l.currency = o.currency desc, l.currency limit 1) p on true
                         where a.supplier_org_id = :supplier and (cast(:numbers as text[]) is null or a.number = any(cast(:numbers as text[]))) order by a.number
                        """)
                .param("supplier", supplier).param("today", LocalDate.now(clock)).param("numbers", numbers == null ? null : numbers.toArray(String[]::new))
                .query(row -> {
                    standing.put(row.getString("number"), new Standing(ArticleRows.form(row), ListingState.valueOf(row.getString("listing")), ArticleRows.revision(row),
                            row.getBigDecimal("each"), row.getString("currency"), row.getBigDecimal("stock")));
                });
        return standing;
    }

    /** With its header first. What is not sold any more is not in it. */
    List<List<String>> export(UUID supplier) {
        Map<UUID, Category> tree = categories.tree();
        List<Standing> all = standing(supplier, null).values().stream().filter(one -> one.listing() != ListingState.DISCONTINUED && one.listing() != ListingState.SUSPENDED).toList();
        Set<String> attributes = new LinkedHashSet<>();
        all.forEach(one -> attributes.addAll(shown(one).attributes().keySet()));
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(UploadColumns.FIELDS);
        attributes.forEach(code -> header.add(UploadColumns.ATTRIBUTE + code));
        rows.add(header);
        for (Standing one : all) {
            ArticleForm form = shown(one);
            Category category = form.category() == null ? null : tree.get(form.category());
            List<String> row = new ArrayList<>();
            for (Object value : new Object[] {form.number(), form.gtin(), form.nameZh(), form.nameEn(), category == null ? null : category.code(), form.brand(), form.model(), form.spec(),
                    form.unit(), form.packQuantity(), form.minQuantity(), form.stepQuantity(), form.leadDays(), ArticleRows.plain(one.price()), one.price() == null ? null : one.currency(),
                    ArticleRows.plain(one.stock()), form.descriptionZh(), form.descriptionEn()}) {
                row.add(value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString());
            }
            attributes.forEach(code -> row.add(form.attributes().getOrDefault(code, "")));
            rows.add(row);
        }
        return rows;
    }

    /** As the supplier last wrote it. */
    private static ArticleForm shown(Standing one) {
        return one.revision() != null ? one.revision() : one.form();
    }
}
