package io.tradelane.trading.partner;

import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChannelRepository {
    private static final String SELECT = """
            select c.id, c.organisation_id, c.name, c.door, c.direction, c.parameters, c.enabled, c.deleted, c.version, c.revision,
                   (select coalesce(jsonb_object_agg(s.name, s.value_enc), '{}') from channel_secret s where s.channel_id = c.id) as secrets
              from channel c
            """;
    /** A change locks out other changes until it commits, so that revisions become visible in their order. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('tradelane channel revision'))";

    private static final String NEXT = "nextval('channel_revision')";
    private final JdbcClient jdbc;
    private final SecretBox box;

    ChannelRepository(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    UUID insert(NewChannel channel) {
        UUID id = Ids.next();
        lock();
        jdbc.sql("insert into channel (id, organisation_id, name, door, direction, parameters, enabled, revision) "
                        + "values (:id, :organisation, :name, :door, :direction, cast(:parameters as jsonb), :enabled, " + NEXT + ")")
                .param("id", id)
                .param("organisation", channel.organisation())
                .param("name", channel.name())
                .param("door", channel.door())
                .param("direction", channel.direction().name())
                .param("parameters", SqlValues.json(channel.parameters()))
                .param("enabled", channel.enabled())
                .update();
        channel.secrets().forEach((name, value) -> putSecret(id, channel.organisation(), name, value));
        return id;
    }

    boolean update(UUID id, int version, String name, Map<String, String> parameters, Map<String, String> secrets, boolean enabled) {
        lock();
        Optional<UUID> organisation = jdbc.sql("update channel set name = :name, parameters = cast(:parameters as jsonb), enabled = :enabled, "
                        + "version = version + 1, problem = null, changed_at = now(), revision = " + NEXT
                        + " where id = :id and version = :version and not deleted returning organisation_id")
                .param("name", name)
                .param("parameters", SqlValues.json(parameters))
                .param("enabled", enabled)
                .param("id", id)
                .param("version", version)
                .query(UUID.class)
                .optional();
        organisation.ifPresent(owner -> secrets.forEach((secret, value) -> putSecret(id, owner, secret, value)));
        return organisation.isPresent();
    }

    void setEnabled(UUID id, boolean enabled) {
        lock();
        changed(id, jdbc.sql("update channel set enabled = :enabled, version = version + 1, problem = null, changed_at = now(), revision = " + NEXT
                        + " where id = :id and not deleted")
                .param("enabled", enabled)
                .param("id", id)
                .update());
    }

    void handOver(UUID id, UUID organisation, boolean open) {
        lock();
        changed(id, jdbc.sql("update channel set organisation_id = :organisation, enabled = :open, version = version + 1, problem = null, changed_at = now(), revision = "
                        + NEXT + " where id = :id and not deleted")
                .param("organisation", organisation)
                .param("open", open)
                .param("id", id)
                .update());
        for (String table : List.of("channel_secret", "channel_test")) {
            jdbc.sql("update " + table + " set organisation_id = :organisation where channel_id = :id").param("organisation", organisation).param("id", id).update();
        }
    }

    void setProblem(UUID id, long revision, @Nullable String problem) {
        jdbc.sql("update channel set problem = :problem where id = :id and revision = :revision and problem is distinct from :problem")
                .param("problem", problem, java.sql.Types.VARCHAR)
                .param("id", id)
                .param("revision", revision)
                .update();
    }

    Map<UUID, String> problems() {
        Map<UUID, String> problems = new HashMap<>();
        jdbc.sql("select id, problem from channel where problem is not null and enabled and not deleted")
                .query(row -> {
                    problems.put(row.getObject("id", UUID.class), row.getString("problem"));
                });
        return problems;
    }

    void delete(UUID id) {
        lock();
        changed(id, jdbc.sql("update channel set deleted = true, enabled = false, version = version + 1, changed_at = now(), revision = "
                        + NEXT + " where id = :id and not deleted")
                .param("id", id)
                .update());
        jdbc.sql("delete from channel_secret where channel_id = :id").param("id", id).update();
    }

    Optional<Channel> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id").param("id", id).query(this::map).optional();
    }

    List<Channel> list(@Nullable UUID organisation) {
        return jdbc.sql(SELECT + "where not c.deleted and (cast(:organisation as uuid) is null or c.organisation_id = :organisation) order by c.name, c.id")
                .param("organisation", organisation)
                .query(this::map)
                .list();
    }

    List<Channel> changedSince(long revision) {
        return jdbc.sql(SELECT + "where c.revision > :revision order by c.revision").param("revision", revision).query(this::map).list();
    }

    private void lock() {
        jdbc.sql(LOCK).query((row, n) -> n).single();
    }

    private static void changed(UUID id, int rows) {
        if (rows == 0) {
            throw new NoSuchElementException("no channel " + id);
        }
    }

    private void putSecret(UUID channel, UUID organisation, String name, String value) {
        if (value.isEmpty()) {
            jdbc.sql("delete from channel_secret where channel_id = :channel and name = :name")
                    .param("channel", channel)
                    .param("name", name)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into channel_secret (channel_id, organisation_id, name, value_enc)
                        values (:channel, :organisation, :name, :value)
                        on conflict (channel_id, name) do update set value_enc = excluded.value_enc
                        """)
                .param("channel", channel)
                .param("organisation", organisation)
                .param("name", name)
                .param("value", box.encrypt(value, "channel_secret", name, channel))
                .update();
    }

    private Channel map(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<String, String> secrets = new HashMap<>();
        SqlValues.texts(row.getString("secrets"))
                .forEach((name, value) -> secrets.put(name, box.decrypt(value, "channel_secret", name, id)));
        return new Channel(
                id,
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                row.getString("door"),
                Direction.valueOf(row.getString("direction")),
                SqlValues.texts(row.getString("parameters")),
                Map.copyOf(secrets),
                row.getBoolean("enabled"),
                row.getBoolean("deleted"),
                row.getInt("version"),
                row.getLong("revision"));
    }
}
