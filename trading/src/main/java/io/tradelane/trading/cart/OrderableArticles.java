package io.tradelane.trading.cart;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Articles that a buyer can order: those it sees, of companies of its own world, which are neither discontinued nor suspended. */
@Repository
class OrderableArticles {
    private static final String SELECT = """
            select a.id, a.supplier_org_id as supplier, s.name as supplier_name, a.number, a.gtin,
                   (select min(k.number) from buyer_article k where k.article_id = a.id and k.buyer_org_id = :buyer) as buyer_article,
                   a.name_zh, a.name_en, a.unit, a.min_quantity, a.step_quantity, a.pack_quantity, a.category_id as category
              from article a join organisation s on s.id = a.supplier_org_id join organisation b on b.id = :buyer
             where s.id <> b.id and (s.twin_of is null) = (b.twin_of is null) and a.listing not in ('DISCONTINUED', 'SUSPENDED')
            """;
    private static final int MOST = 10;
    private final JdbcClient jdbc;

    OrderableArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param row to which the number belongs @param supplier null: any */
    record Asked(int row, String number, @Nullable UUID supplier) {}

    /** By row. Under which of the three kinds of numbers an article is known does not matter; several where several suppliers use the number. */
    Map<Integer, List<Orderable>> byNumber(UUID buyer, List<Asked> asked) {
        RowMapper<Orderable> article = new SimplePropertyRowMapper<>(Orderable.class);
        return asked.isEmpty() ? Map.of() : jdbc.sql("""
                        select w.asked_row, f.* from unnest(cast(:rows as int[]), cast(:numbers as text[]), cast(:suppliers as uuid[])) as w (asked_row, asked_number, asked_supplier)
                         cross join lateral (
                        """ + SELECT + """
                         and (w.asked_supplier is null or s.id = w.asked_supplier) and a.id in (
                             select id from article where number = w.asked_number union select id from article where gtin = w.asked_number
                             union select article_id from buyer_article where buyer_org_id = :buyer and number = w.asked_number)
                         order by s.name, a.number limit :most) f
                        """)
                .param("buyer", buyer).param("rows", asked.stream().map(Asked::row).toArray(Integer[]::new)).param("numbers", asked.stream().map(Asked::number).toArray(String[]::new))
                .param("suppliers", asked.stream().map(one -> one.supplier() == null ? null : one.supplier().toString()).toArray(String[]::new)).param("most", MOST)
                .query((row, n) -> Map.entry(row.getInt("asked_row"), article.mapRow(row, n))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Of numbers that begin as typed, and of names that have it. */
    List<Orderable> suggest(UUID buyer, @Nullable UUID supplier, List<UUID> found, String typed) {
        String begins = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql(SELECT + """
                         and (cast(:supplier as uuid) is null or s.id = :supplier) and (a.id = any(cast(:found as uuid[])) or a.id in (
                             select article_id from buyer_article where buyer_org_id = :buyer and number ilike :begins
                             union select article_id from agreed_price p join article x on x.id = p.article_id where p.buyer_org_id = :buyer and x.number ilike :begins))
                         order by a.number limit :most
                        """)
                .param("buyer", buyer).param("supplier", supplier).param("found", found.stream().map(UUID::toString).toArray(String[]::new))
                .param("begins", begins).param("most", MOST).query(Orderable.class).list();
    }

    Map<UUID, Orderable> byId(UUID buyer, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : jdbc.sql(SELECT + " and a.id in (:ids)").param("buyer", buyer).param("ids", ids).query(Orderable.class).list().stream()
                .collect(Collectors.toMap(Orderable::id, Function.identity()));
    }
}
