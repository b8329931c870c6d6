package io.tradelane.trading.catalogue;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tree of categories, kept by the operator and read by everybody. */
@Service
@Transactional
public class Categories {
    /** Entity type of a category in the journal. */
    public static final String ENTITY = "CATEGORY";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<CategoryAttribute.Choice>> CHOICES = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final Vocabulary vocabulary;
    private final Journal journal;

    Categories(JdbcClient jdbc, Vocabulary vocabulary, Journal journal) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
        this.journal = journal;
    }

    /** @param attributes its own; those above it count besides */
    public record NewCategory(@Nullable UUID parent, String code, String nameZh, String nameEn, List<CategoryAttribute> attributes) {

        /** @throws IllegalArgumentException for a choice without choices and a unit that is not of Recommendation 20 */
        public NewCategory {
            for (CategoryAttribute attribute : attributes) {
                if (attribute.kind() == CategoryAttribute.Kind.CHOICE == attribute.choices().isEmpty()) {
                    throw new IllegalArgumentException("choices of " + attribute.code());
                }
                if (attribute.unit() != null && !UnitCode.isKnown(attribute.unit())) {
                    throw new IllegalArgumentException("unit of " + attribute.code());
                }
            }
        }
    }

    /** By id, parents before their children, siblings in the order of their codes. */
    @Transactional(readOnly = true)
    public Map<UUID, Category> tree() {
        Map<UUID, List<CategoryAttribute>> own = attributes();
        Map<UUID, Category> all = new LinkedHashMap<>();
        jdbc.sql("select * from category order by cardinality(ancestors), code").query(row -> {
            UUID id = row.getObject("id", UUID.class);
            List<UUID> ancestors = List.of((UUID[]) row.getArray("ancestors").getArray());
            List<CategoryAttribute> attributes = new ArrayList<>();
            ancestors.forEach(ancestor -> attributes.addAll(own.getOrDefault(ancestor, List.of())));
            all.put(id, new Category(id, row.getObject("parent_id", UUID.class), row.getString("code"), row.getString("name_zh"), row.getString("name_en"),
                    ancestors, List.copyOf(attributes), row.getInt("version"), row.getObject("retired_at") != null));
        });
        return all;
    }

    @Transactional(readOnly = true)
    public Optional<Category> find(UUID id) {
        return Optional.ofNullable(tree().get(id));
    }

    private Map<UUID, List<CategoryAttribute>> attributes() {
        Map<UUID, List<CategoryAttribute>> own = new LinkedHashMap<>();
        jdbc.sql("select * from category_attribute where retired_at is null order by category_id, position, code").query(row -> {
            own.computeIfAbsent(row.getObject("category_id", UUID.class), none -> new ArrayList<>()).add(attribute(row));
        });
        return own;
    }

    static CategoryAttribute attribute(ResultSet row) throws SQLException {
        return new CategoryAttribute(row.getString("code"), row.getString("name_zh"), row.getString("name_en"), CategoryAttribute.Kind.valueOf(row.getString("kind")),
                row.getString("unit"), ArticleRows.plain(row.getBigDecimal("least")), ArticleRows.plain(row.getBigDecimal("most")), JSON.readValue(row.getString("choices"), CHOICES),
                row.getBoolean("mandatory"), row.getBoolean("facet"));
    }

    /**
     * @return empty when the code is taken, here or an attribute's above it, or the parent is not there or retired
     */
    public Optional<UUID> create(NewCategory category) {
        Category parent = category.parent() == null ? null : find(category.parent()).orElse(null);
        boolean taken = parent != null && category.attributes().stream().anyMatch(own -> parent.attributes().stream().anyMatch(above -> above.code().equals(own.code())));
        if (category.parent() != null && (parent == null || parent.retired()) || taken) {
            return Optional.empty();
        }
        UUID id = Ids.next();
        List<UUID> ancestors = new ArrayList<>(parent == null ? List.of() : parent.ancestors());
        ancestors.add(id);
        int added = jdbc.sql("""
                        insert into category (id, parent_id, code, name_zh, name_en, ancestors)
                        values (:id, cast(:parent as uuid), :code, :zh, :en, cast(:ancestors as uuid[])) on conflict (code) do nothing
                        """)
                .param("id", id).param("parent", category.parent()).param("code", category.code()).param("zh", category.nameZh())
                .param("en", category.nameEn()).param("ancestors", ancestors.stream().map(UUID::toString).toArray(String[]::new)).update();
        if (added == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < category.attributes().size(); i++) {
            insert(id, category.attributes().get(i), i);
        }
        vocabulary.changed();
        journal.record(new Entry(ENTITY, id, null, "CREATED", null, null, null, Set.of(), Map.of("code", category.code(), "nameZh", category.nameZh(), "nameEn", category.nameEn())));
        return Optional.of(id);
    }

    void insert(UUID category, CategoryAttribute attribute, int position) {
        jdbc.sql("""
                        insert into category_attribute (id, category_id, code, name_zh, name_en, kind, unit, least, most, choices, mandatory, facet, position)
                        values (:id, :category, :code, :zh, :en, :kind, :unit, cast(:least as numeric), cast(:most as numeric), cast(:choices as jsonb), :mandatory, :facet, :position)
                        """)
                .param("id", Ids.next()).param("category", category).param("code", attribute.code()).param("zh", attribute.nameZh())
                .param("en", attribute.nameEn()).param("kind", attribute.kind().name()).param("unit", attribute.unit())
                .param("least", attribute.least()).param("most", attribute.most()).param("choices", JSON.writeValueAsString(attribute.choices()))
                .param("mandatory", attribute.mandatory()).param("facet", attribute.facet()).param("position", position).update();
    }
}
