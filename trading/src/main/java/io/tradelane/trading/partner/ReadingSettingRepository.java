package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReadingSettingRepository {
    private static final String SELECT =
            "select organisation_id, format, document_type, code_lists, rules, table_mapping from reading_setting ";
    private final JdbcClient jdbc;

    ReadingSettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ReadingSetting setting) {
        jdbc.sql("""
                        insert into reading_setting (id, organisation_id, format, document_type, code_lists, rules, table_mapping)
                        values (:id, :organisation, :format, :type, :codeLists, :rules, :table)
                        on conflict (organisation_id, format, document_type) do update
                          set code_lists = excluded.code_lists, rules = excluded.rules, table_mapping = excluded.table_mapping,
                              changed_at = clock_timestamp()
                        """)
                .param("id", Ids.next())
                .param("organisation", setting.organisation())
                .param("format", setting.format())
                .param("type", setting.type() == null ? null : setting.type().name())
                .param("codeLists", setting.codeLists() == null ? null : setting.codeLists().name())
                .param("rules", setting.rules())
                .param("table", setting.table())
                .update();
    }

    boolean delete(UUID organisation, String format, @Nullable DocumentType type) {
        return jdbc.sql("""
                        delete from reading_setting
                         where organisation_id = :organisation and format = :format and document_type is not distinct from cast(:type as text)
                        """)
                        .param("organisation", organisation)
                        .param("format", format)
                        .param("type", type == null ? null : type.name())
                        .update() == 1;
    }

    List<ReadingSetting> list(UUID organisation) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation order by format, document_type nulls first")
                .param("organisation", organisation)
                .query(ReadingSettingRepository::map)
                .list();
    }

    List<ReadingSetting> all() {
        return jdbc.sql(SELECT + "order by organisation_id, format, document_type nulls first").query(ReadingSettingRepository::map).list();
    }

    /** Another one after every change that has been committed, in whatever order. */
    String mark() {
        return jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtextextended(id::text || changed_at::text, 0)), 0) from reading_setting")
                .query(String.class)
                .single();
    }

    private static ReadingSetting map(ResultSet row, int number) throws SQLException {
        String type = row.getString("document_type");
        String codeLists = row.getString("code_lists");
        return new ReadingSetting(
                row.getObject("organisation_id", UUID.class),
                row.getString("format"),
                type == null ? null : DocumentType.valueOf(type),
                codeLists == null ? null : ReadingSetting.CodeLists.valueOf(codeLists),
                row.getObject("rules", Boolean.class),
                row.getString("table_mapping"));
    }
}
