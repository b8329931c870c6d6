package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleUpload.CellProblem;
import io.tradelane.trading.catalogue.ArticleUpload.Outcome;
import io.tradelane.trading.catalogue.ArticleUpload.Row;
import io.tradelane.trading.catalogue.ArticleUpload.State;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Uploaded files and their rows. */
@Repository
class ArticleUploadRepository {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<CellProblem>> PROBLEMS = new TypeReference<>() {};
    private static final String ALL = "select id, supplier_org_id, file_name, xlsx, state, header, total, done, created, updated, unchanged, wrong, problem, created_by, created_at from article_upload ";
    private final JdbcClient jdbc;

    ArticleUploadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param said what the row says, as {@link UploadRow.Read}; null when it is wrong or nothing new */
    record NewRow(int number, List<String> cells, Outcome outcome, @Nullable String said, List<CellProblem> problems) {}

    record Said(int number, Outcome outcome, String said) {}

    void insert(UUID id, UUID supplier, String fileName, boolean xlsx, byte[] content, String by, Instant at) {
        jdbc.sql("insert into article_upload (id, supplier_org_id, file_name, xlsx, content, state, created_by, created_at) values (:id, :supplier, :name, :xlsx, :content, 'READING', :by, :at)")
                .param("id", id).param("supplier", supplier).param("name", fileName).param("xlsx", xlsx).param("content", content).param("by", by).param("at", SqlValues.at(at)).update();
    }

    Optional<ArticleUpload> find(UUID id) {
        return jdbc.sql(ALL + "where id = :id").param("id", id).query((row, n) -> upload(row)).optional();
    }

    List<ArticleUpload> list(UUID supplier, int limit) {
        return jdbc.sql(ALL + "where supplier_org_id = :supplier order by id desc limit :limit").param("supplier", supplier).param("limit", limit).query((row, n) -> upload(row)).list();
    }

    List<UUID> open() {
        return jdbc.sql("select id from article_upload where state in ('READING', 'APPLYING') order by id").query(UUID.class).list();
    }

    /** Whether nobody else works on it; held until the transaction ends. */
    boolean claim(UUID id) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:id, 190))").param("id", id.toString()).query(Boolean.class).single();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from article_upload where id = :id").param("id", id).query(byte[].class).single();
    }

    void progress(UUID id, int done, int total) {
        jdbc.sql("update article_upload set done = :done, total = :total where id = :id").param("id", id).param("done", done).param("total", total).update();
    }

    /** @return whether it was in that state */
    boolean move(UUID id, State from, State to) {
        return jdbc.sql("update article_upload set state = :to, done = 0 where id = :id and state = :from").param("id", id).param("from", from.name()).param("to", to.name()).update() == 1;
    }

    void refuse(UUID id, String problem) {
        jdbc.sql("update article_upload set state = 'REFUSED', problem = :problem where id = :id").param("id", id).param("problem", problem).update();
    }

    void finish(UUID id, State state, List<String> header, int total, int created, int updated, int unchanged, int wrong) {
        jdbc.sql("""
                        update article_upload set state = :state, header = cast(:header as jsonb), total = :total, done = :total, created = :created, updated = :updated,
                            unchanged = :unchanged, wrong = :wrong where id = :id
                        """)
                .param("id", id).param("state", state.name()).param("header", ArticleRows.JSON.writeValueAsString(header)).param("total", total)
                .param("created", created).param("updated", updated).param("unchanged", unchanged).param("wrong", wrong).update();
    }

    void insertRows(UUID id, List<NewRow> rows) {
        jdbc.sql("""
                        insert into article_upload_row (upload_id, number, cells, outcome, said, problems)
                        select :id, s.number, cast(s.cells as jsonb), s.outcome, cast(s.said as jsonb), cast(s.problems as jsonb)
                          from unnest(cast(:numbers as int[]), cast(:cells as text[]), cast(:outcomes as text[]), cast(:said as text[]), cast(:problems as text[]))
                               as s (number, cells, outcome, said, problems)
                        """)
                .param("id", id)
                .param("numbers", rows.stream().map(row -> String.valueOf(row.number())).toArray(String[]::new))
                .param("cells", rows.stream().map(row -> safe(ArticleRows.JSON.writeValueAsString(row.cells()))).toArray(String[]::new))
                .param("outcomes", rows.stream().map(row -> row.outcome().name()).toArray(String[]::new))
                .param("said", rows.stream().map(NewRow::said).toArray(String[]::new))
                .param("problems", rows.stream().map(row -> safe(ArticleRows.JSON.writeValueAsString(row.problems()))).toArray(String[]::new))
                .update();
    }

    /** PostgreSQL keeps no NUL. */
    private static String safe(String json) {
        return json.replace("\\u0000", "");
    }

    void wrong(UUID id, int number, List<CellProblem> problems) {
        jdbc.sql("update article_upload_row set outcome = 'WRONG', problems = cast(:problems as jsonb) where upload_id = :id and number = :number")
                .param("id", id).param("number", number).param("problems", ArticleRows.JSON.writeValueAsString(problems)).update();
    }

    List<Said> said(UUID id, int after, int limit) {
        return jdbc.sql("select number, outcome, said from article_upload_row where upload_id = :id and number > :after and outcome in ('CREATE', 'UPDATE') order by number limit :limit")
                .param("id", id).param("after", after).param("limit", limit)
                .query((row, n) -> new Said(row.getInt(1), Outcome.valueOf(row.getString(2)), row.getString(3))).list();
    }

    /** @param outcome null: any */
    List<Row> rows(UUID id, @Nullable Outcome outcome, int after, int limit) {
        return jdbc.sql("""
                        select number, cells, outcome, problems from article_upload_row
                         where upload_id = :id and number > :after and (cast(:outcome as text) is null or outcome = :outcome) order by number limit :limit
                        """)
                .param("id", id).param("after", after).param("limit", limit).param("outcome", outcome == null ? null : outcome.name())
                .query((row, n) -> new Row(row.getInt("number"), ArticleRows.JSON.readValue(row.getString("cells"), TEXTS), Outcome.valueOf(row.getString("outcome")),
                        ArticleRows.JSON.readValue(row.getString("problems"), PROBLEMS))).list();
    }

    private static ArticleUpload upload(ResultSet row) throws SQLException {
        return new ArticleUpload(row.getObject("id", UUID.class), row.getObject("supplier_org_id", UUID.class), row.getString("file_name"), row.getBoolean("xlsx"),
                State.valueOf(row.getString("state")), ArticleRows.JSON.readValue(row.getString("header"), TEXTS), row.getInt("total"), row.getInt("done"), row.getInt("created"),
                row.getInt("updated"), row.getInt("unchanged"), row.getInt("wrong"), row.getString("problem"), row.getString("created_by"), SqlValues.instant(row, "created_at"));
    }
}
