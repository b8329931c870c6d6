package io.tradelane.trading.catalogue;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CategoryRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID FIRST = new UUID(0, 0);
    private final JdbcClient jdbc;

    CategoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is there; attributes of the whole tree are unique on their way, so changes of the tree follow one another */
    boolean lock(UUID id) {
        jdbc.sql("select 1 from search_vocabulary for update").query(Integer.class).single();
        return jdbc.sql("select 1 from category where id = :id for update").param("id", id).query(Integer.class).optional().isPresent();
    }

    List<CategoryChanges.Own> own(UUID category) {
        return jdbc.sql("select * from category_attribute where category_id = :id order by retired_at is not null, position, code").param("id", category)
                .query((row, n) -> new CategoryChanges.Own(Categories.attribute(row), row.getObject("retired_at") != null)).list();
    }

    /** Codes of attributes above it and below it, retired ones too. */
    Set<String> codesAround(Category category) {
        return new HashSet<>(jdbc.sql("""
                        select a.code from category_attribute a join category c on c.id = a.category_id
                         where (c.id in (:above) or :id = any(c.ancestors)) and c.id <> :id
                        """)
                .param("above", category.ancestors()).param("id", category.id()).query(String.class).list());
    }

    Map<UUID, Integer> articles() {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("select above, count(*) from article a join category c on c.id = a.category_id cross join unnest(c.ancestors) above group by above").query(row -> {
            counts.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return counts;
    }

    /** Whether an article below it says one of these values. */
    boolean chosen(UUID category, String code, Set<String> values) {
        return !values.isEmpty() && jdbc.sql("""
                        select exists (select 1 from article a join category c on c.id = a.category_id
                                        where :id = any(c.ancestors) and (a.attributes ->> :code in (:values) or a.revision -> 'attributes' ->> :code in (:values)))
                        """)
                .param("id", category).param("code", code).param("values", values).query(Boolean.class).single();
    }

    void rename(UUID id, String zh, String en) {
        jdbc.sql("update category set name_zh = :zh, name_en = :en, version = version + 1 where id = :id").param("zh", zh).param("en", en).param("id", id).update();
    }

    void update(UUID category, CategoryAttribute attribute, int position) {
        jdbc.sql("""
                        update category_attribute set name_zh = :zh, name_en = :en, least = cast(:least as numeric), most = cast(:most as numeric), choices = cast(:choices as jsonb),
                               mandatory = :mandatory, facet = :facet, position = :position, retired_at = null
                         where category_id = :category and code = :code
                        """)
                .param("zh", attribute.nameZh()).param("en", attribute.nameEn()).param("least", attribute.least()).param("most", attribute.most())
                .param("choices", JSON.writeValueAsString(attribute.choices())).param("mandatory", attribute.mandatory()).param("facet", attribute.facet())
                .param("position", position).param("category", category).param("code", attribute.code()).update();
    }

    void retireAllBut(UUID category, List<String> codes, OffsetDateTime now) {
        jdbc.sql("update category_attribute set retired_at = :now where category_id = :category and retired_at is null and code <> all(cast(:codes as text[]))")
                .param("now", now).param("category", category).param("codes", codes.toArray(String[]::new)).update();
    }

    void retire(UUID id, @Nullable OffsetDateTime at) {
        jdbc.sql("update category set retired_at = cast(:at as timestamptz), version = version + 1 where id = :id").param("at", at).param("id", id).update();
    }

    void indexAnew(UUID id) {
        jdbc.sql("update category set index_after = :first where id = :id").param("first", FIRST).param("id", id).update();
    }
}
