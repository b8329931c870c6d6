package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.RetentionRun.Kind;
import io.tradelane.trading.exchange.RetentionRun.Status;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jobs over all stored bytes: to the archive, out of it when their time is over, and against their hashes. A batch is one transaction
 * and says how far it has come, so that a hub that dies goes on behind it. Each deletion is a line in the journal of its transmission.
 */
@Service
@Transactional
public class RetentionRuns {
    private static final String ENTITY = "RETENTION_RUN";
    private static final int BATCH = 100;
    private static final String SELECT =
            "select id, kind, status, reason, asked_by, started_at, finished_at, examined, done, bytes, broken from retention_run ";
    private final JdbcClient jdbc;
    private final Journal journal;
    private final IncidentDesk incidents;
    private final Clock clock;
    private final Duration archiveAfter;

    RetentionRuns(JdbcClient jdbc, Journal journal, IncidentDesk incidents, Clock clock, @Value("${tradelane.archive.after-days:90}") int archiveAfterDays) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.incidents = incidents;
        this.clock = clock;
        this.archiveAfter = Duration.ofDays(archiveAfterDays);
    }

    private record Stored(UUID id, long size) {}

    public UUID start(Kind kind, String reason) {
        UUID id = Ids.next();
        jdbc.sql("insert into retention_run (id, kind, status, reason, asked_by, started_at) values (:id, :kind, 'RUNNING', :reason, :by, :at)")
                .param("id", id)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("by", Tenancy.current().name())
                .param("at", SqlValues.at(clock.instant()))
                .update();
        record(id, null, "STARTED", Status.RUNNING, Map.of("kind", kind.name(), "reason", reason));
        return id;
    }

    /** @return whether it was running */
    public boolean stop(UUID run) {
        return move(run, Status.RUNNING, Status.STOPPED, "STOPPED");
    }

    /** @return whether it was stopped */
    public boolean goOn(UUID run) {
        return move(run, Status.STOPPED, Status.RUNNING, "STARTED");
    }

    @Transactional(readOnly = true)
    public Optional<RetentionRun> find(UUID run) {
        return jdbc.sql(SELECT + "where id = :id").param("id", run).query(RetentionRuns::map).optional();
    }

    @Transactional(readOnly = true)
    public List<RetentionRun> latest() {
        return jdbc.sql(SELECT + "order by id desc limit 50").query(RetentionRuns::map).list();
    }

    /** The hub's side: the next batch of the oldest job, under scope HUB. @return whether there may be more to do */
    public boolean advance() {
        Optional<RetentionRun> run = jdbc.sql(SELECT + "where status = 'RUNNING' order by id limit 1 for update skip locked").query(RetentionRuns::map).optional();
        run.ifPresent(this::batch);
        return run.isPresent();
    }

    /** Archives by itself what is old, once an hour at most; under scope HUB. */
    public void archiveWhatIsOld() {
        if (archiveAfter.isZero()) {
            return;
        }
        boolean due = jdbc.sql("""
                        select exists (select 1 from payload where archived_at is null and deleted_at is null and created_at < :before)
                           and not exists (select 1 from retention_run where kind = 'ARCHIVE' and (status <> 'DONE' or started_at > :recently))
                        """)
                .param("before", SqlValues.at(clock.instant().minus(archiveAfter)))
                .param("recently", SqlValues.at(clock.instant().minus(Duration.ofHours(1))))
                .query(Boolean.class)
                .single();
        if (due) {
            start(Kind.ARCHIVE, "older than " + archiveAfter.toDays() + " days");
        }
    }

    private void batch(RetentionRun run) {
        List<Stored> next = jdbc.sql("""
                        select p.id, p.size from payload p join retention_run r on r.id = :run
                         where (r.last_payload is null or p.id > r.last_payload) and p.deleted_at is null
                           and (r.kind <> 'ARCHIVE' or p.archived_at is null and p.created_at < :before)
                           and (r.kind <> 'DELETE' or p.created_at < :year)
                         order by p.id limit :size
                        """)
                .param("run", run.id())
                .param("before", SqlValues.at(clock.instant().minus(archiveAfter)))
                .param("year", SqlValues.at(clock.instant().minus(Duration.ofDays(365))))
                .param("size", BATCH)
                .query((row, n) -> new Stored(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
        long done = 0;
        long bytes = 0;
        long broken = 0;
        for (Stored stored : next) {
            boolean worked = switch (run.kind()) {
                case ARCHIVE -> call("archive_payload", stored.id());
                case DELETE -> call("erase_payload", stored.id());
                case VERIFY -> call("payload_intact", stored.id());
            };
            done += worked ? 1 : 0;
            bytes += worked ? stored.size() : 0;
            if (worked && run.kind() == Kind.DELETE) {
                deleted(run, stored);
            } else if (!worked && run.kind() != Kind.DELETE) {
                broken++;
                incidents.raise("PAYLOAD_BROKEN", null, null, null, Map.of("subject", stored.id().toString()), null);
            }
        }
        progress(run, next, done, bytes, broken);
    }

    private void progress(RetentionRun run, List<Stored> batch, long done, long bytes, long broken) {
        boolean over = batch.size() < BATCH;
        jdbc.sql("""
                        update retention_run set examined = examined + :examined, done = done + :done, bytes = bytes + :bytes, broken = broken + :broken,
                          last_payload = coalesce(cast(:last as uuid), last_payload), status = case when :over then 'DONE' else status end,
                          finished_at = case when :over then cast(:at as timestamptz) end where id = :id
                        """)
                .param("examined", batch.size())
                .param("done", done)
                .param("bytes", bytes)
                .param("broken", broken)
                .param("last", batch.isEmpty() ? null : batch.getLast().id())
                .param("over", over)
                .param("at", SqlValues.at(clock.instant()))
                .param("id", run.id())
                .update();
        if (over) {
            record(run.id(), Status.RUNNING, "DONE", Status.DONE, Map.of("examined", "" + (run.examined() + batch.size()), "done", "" + (run.done() + done),
                    "broken", "" + (run.broken() + broken)));
        }
    }

    /** What was deleted, of which transmission, and what its hash was. */
    private void deleted(RetentionRun run, Stored stored) {
        jdbc.sql("select u.interchange_id, encode(p.sha256, 'hex') as sha256 from payload_uses(:id) u join payload p on p.id = :id")
                .param("id", stored.id())
                .query((row, n) -> new Entry("INTERCHANGE", row.getObject(1, UUID.class), null, "CONTENT_DELETED", null, row.getObject(1, UUID.class), null, Set.of(),
                        Map.of("sha256", row.getString(2), "run", run.id().toString(), "reason", run.reason())))
                .list()
                .forEach(journal::record);
    }

    private boolean call(String function, UUID payload) {
        return Boolean.TRUE.equals(jdbc.sql("select " + function + "(:id)").param("id", payload).query(Boolean.class).optional().orElse(false));
    }

    private boolean move(UUID run, Status from, Status to, String event) {
        boolean moved = jdbc.sql("update retention_run set status = :to where id = :id and status = :from")
                .param("to", to.name()).param("from", from.name()).param("id", run).update() > 0;
        if (moved) {
            record(run, from, event, to, Map.of());
        }
        return moved;
    }

    private void record(UUID run, @Nullable Status from, String event, Status to, Map<String, String> details) {
        journal.record(new Entry(ENTITY, run, from == null ? null : from.name(), event, to.name(), null, null, Set.of(), details));
    }

    private static RetentionRun map(ResultSet row, int number) throws SQLException {
        return new RetentionRun(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")), Status.valueOf(row.getString("status")), row.getString("reason"),
                row.getString("asked_by"), SqlValues.instant(row, "started_at"), SqlValues.instantOrNull(row, "finished_at"), row.getLong("examined"),
                row.getLong("done"), row.getLong("bytes"), row.getLong("broken"));
    }
}
