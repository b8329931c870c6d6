package io.tradelane.portal.frame;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what was written to the journal since the last look. Row ids are ordered by time, but transactions end in another
 * order than they begin: so it looks back a little each time and leaves out what it has seen. Used by one thread.
 */
@Component
class RecentChanges {
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final int MOST = 2_000;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Set<UUID> seen = Set.of();
    private boolean first = true;

    RecentChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param kind entity type in the journal */
    record Change(UUID id, String kind, Set<UUID> visibleTo) {}

    /** Call as the hub. The first call only remembers where the journal stands. */
    @Transactional(readOnly = true)
    public List<Change> since() {
        List<Change> recent = jdbc.sql("select id, entity_type, visible_to from state_transition where id >= :from order by id desc limit :most")
                .param("from", earliestIdOf(clock.instant().minus(LOOK_BACK)))
                .param("most", MOST)
                .query((row, number) -> change(row))
                .list();
        Set<UUID> before = seen;
        Set<UUID> now = new HashSet<>();
        recent.forEach(change -> now.add(change.id()));
        boolean silent = first;
        seen = now;
        first = false;
        return silent ? List.of() : recent.stream().filter(change -> !before.contains(change.id())).toList();
    }

    /** The smallest UUID version 7 of that millisecond. */
    private static UUID earliestIdOf(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }

    private static Change change(ResultSet row) throws SQLException {
        Array visible = row.getArray("visible_to");
        Set<UUID> organisations = new HashSet<>(Arrays.asList((UUID[]) visible.getArray()));
        return new Change(row.getObject("id", UUID.class), row.getString("entity_type"), organisations);
    }
}
