package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.incident.Replay.Status;
import io.tradelane.trading.partner.SqlValues;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ReplayRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Consequence>> CONSEQUENCES = new TypeReference<>() {};
    private static final String SELECT = """
            select r.id, r.kind, r.mapping, r.status, r.reason, r.query, r.batch, r.passed_over, r.author, r.created_at, r.finished_at, r.version,
                   i.items, i.previewed, i.done, i.skipped, i.failed
              from replay r cross join lateral (
                select count(*) as items, count(preview) as previewed, count(*) filter (where outcome in ('READ', 'SENT', 'WRITTEN')) as done,
                       count(*) filter (where outcome = 'SKIPPED') as skipped, count(*) filter (where outcome = 'FAILED') as failed
                  from replay_item where replay_id = r.id) i
            """;
    private static final String ITEMS = """
            select t.position, t.interchange_id, i.control_reference, t.messages, t.preview, t.outcome, t.detail, coalesce(t.result_id, o.interchange_id) as result,
                   t.outbox_id, r.status
              from replay_item t
              left join interchange i on i.id = t.interchange_id
              left join outbox o on o.id = t.outbox_id
              left join interchange r on r.id = coalesce(t.result_id, o.interchange_id)
             where t.replay_id = :replay
            """;
    private final JdbcClient jdbc;

    ReplayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Replay replay) {
        jdbc.sql("""
                        insert into replay (id, kind, mapping, status, reason, query, batch, passed_over, author, created_at)
                        values (:id, :kind, :mapping, :status, :reason, cast(:query as jsonb), :batch, :passedOver, :author, :at)
                        """)
                .param("id", replay.id())
                .param("kind", replay.kind().name())
                .param("mapping", replay.mapping().name())
                .param("status", replay.status().name())
                .param("reason", replay.reason())
                .param("query", SqlValues.json(replay.query()))
                .param("batch", replay.batch())
                .param("passedOver", replay.passedOver())
                .param("author", replay.author())
                .param("at", SqlValues.at(replay.createdAt()))
                .update();
    }

    /** Messages of one transmission are one item; oldest first. @return how many items */
    int insertItems(UUID replay, List<UUID> messages, List<UUID> interchanges) {
        return jdbc.sql("""
                        insert into replay_item (replay_id, position, interchange_id, messages)
                        select :replay, row_number() over (order by interchange_id), interchange_id, coalesce(array_agg(index order by index) filter (where index is not null), '{}')
                          from (select m.interchange_id, m.index from message m where m.id = any(cast(:messages as uuid[]))
                                union all select i.id, null from interchange i where i.id = any(cast(:interchanges as uuid[]))) wanted
                         group by interchange_id
                        """)
                .param("replay", replay)
                .param("messages", messages.toArray(UUID[]::new))
                .param("interchanges", interchanges.toArray(UUID[]::new))
                .update();
    }

    Optional<Replay> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id").param("id", id).query(ReplayRepository::map).optional();
    }

    List<Replay> list(@Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + "where cast(:before as uuid) is null or r.id < :before order by r.id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(ReplayRepository::map)
                .list();
    }

    /** Of those at work the oldest that no other hub holds, until the transaction ends. */
    Optional<UUID> lockWork(Status status) {
        return jdbc.sql("select id from replay where status = :status order by id limit 1 for update skip locked").param("status", status.name()).query(UUID.class).optional();
    }

    Optional<Status> lock(UUID id) {
        return jdbc.sql("select status from replay where id = :id for update").param("id", id).query(String.class).optional().map(Status::valueOf);
    }

    void change(UUID id, Status to, @Nullable Instant finished) {
        jdbc.sql("update replay set status = :status, finished_at = :at, version = version + 1 where id = :id")
                .param("status", to.name())
                .param("at", SqlValues.atOrNull(finished))
                .param("id", id)
                .update();
    }

    List<ReplayItem> items(UUID replay, int after, int limit) {
        return jdbc.sql(ITEMS + " and t.position > :after order by t.position limit :limit")
                .param("replay", replay)
                .param("after", after)
                .param("limit", limit)
                .query(ReplayRepository::item)
                .list();
    }

    Optional<ReplayItem> nextToPreview(UUID replay) {
        return jdbc.sql(ITEMS + " and t.preview is null order by t.position limit 1").param("replay", replay).query(ReplayRepository::item).optional();
    }

    Optional<ReplayItem> nextToDo(UUID replay) {
        return jdbc.sql(ITEMS + " and t.outcome is null order by t.position limit 1").param("replay", replay).query(ReplayRepository::item).optional();
    }

    void previewed(UUID replay, int position, List<Consequence> preview) {
        jdbc.sql("update replay_item set preview = cast(:preview as jsonb) where replay_id = :replay and position = :position")
                .param("preview", JSON.writeValueAsString(preview))
                .param("replay", replay)
                .param("position", position)
                .update();
    }

    void done(UUID replay, int position, ReplayItem.Outcome outcome, @Nullable String detail, @Nullable UUID result, @Nullable UUID outbox, Instant now) {
        jdbc.sql("""
                        update replay_item set outcome = :outcome, detail = :detail, result_id = :result, outbox_id = :outbox, done_at = :at
                         where replay_id = :replay and position = :position and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("detail", detail)
                .param("result", result)
                .param("outbox", outbox)
                .param("at", SqlValues.at(now))
                .param("replay", replay)
                .param("position", position)
                .update();
    }

    List<List<Consequence>> previews(UUID replay) {
        return jdbc.sql("select preview from replay_item where replay_id = :replay and preview is not null")
                .param("replay", replay)
                .query((row, n) -> JSON.readValue(row.getString(1), CONSEQUENCES))
                .list();
    }

    private static Replay map(ResultSet row, int number) throws SQLException {
        return new Replay(
                row.getObject("id", UUID.class),
                Replay.Kind.valueOf(row.getString("kind")),
                Replay.Mapping.valueOf(row.getString("mapping")),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                SqlValues.texts(row.getString("query")),
                row.getInt("batch"),
                row.getInt("passed_over"),
                row.getString("author"),
                SqlValues.instant(row, "created_at"),
                SqlValues.instantOrNull(row, "finished_at"),
                row.getInt("version"),
                new Replay.Progress(row.getInt("items"), row.getInt("previewed"), row.getInt("done"), row.getInt("skipped"), row.getInt("failed")));
    }

    private static ReplayItem item(ResultSet row, int number) throws SQLException {
        Array messages = row.getArray("messages");
        String preview = row.getString("preview");
        String outcome = row.getString("outcome");
        return new ReplayItem(
                row.getInt("position"),
                row.getObject("interchange_id", UUID.class),
                row.getString("control_reference"),
                Set.copyOf(Arrays.asList((Integer[]) messages.getArray())),
                preview == null ? null : JSON.readValue(preview, CONSEQUENCES),
                outcome == null ? null : ReplayItem.Outcome.valueOf(outcome),
                row.getString("detail"),
                SqlValues.uuid(row, "result"),
                SqlValues.uuid(row, "outbox_id"),
                row.getString("status"));
    }
}
