package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches that the actor keeps in an organisation, and those that its people share. */
@Service
@Transactional
public class SavedSearches {
    private static final int MOST = 50;
    private static final String MINE = " where s.organisation_id = :organisation and (s.user_id is null or s.user_id = cast(:user as uuid)) ";
    private final JdbcClient jdbc;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The actor's own first. */
    @Transactional(readOnly = true)
    public List<SavedSearch> list(UUID organisation, SavedSearch.Subject subject) {
        return jdbc.sql("select s.id, s.name, s.user_id is null as shared, s.query from saved_search s" + MINE + "and s.subject = :subject order by s.user_id nulls last, s.name limit :most")
                .param("organisation", organisation)
                .param("user", user())
                .param("subject", subject.name())
                .param("most", MOST * 2)
                .query((row, n) -> new SavedSearch(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("shared"), SqlValues.texts(row.getString("query"))))
                .list();
    }

    /**
     * Keeps it; one of the same name is replaced.
     *
     * @param shared with all of the organisation; what no person keeps, is
     * @return null when there are fifty already
     */
    public @Nullable UUID save(UUID organisation, SavedSearch.Subject subject, String name, boolean shared, Map<String, String> query) {
        UUID user = shared ? null : user();
        int kept = jdbc.sql("select count(*) from saved_search where organisation_id = :organisation and user_id is not distinct from cast(:user as uuid) and subject = :subject and name <> :name")
                .param("organisation", organisation).param("user", user).param("subject", subject.name()).param("name", name).query(Integer.class).single();
        if (kept >= MOST) {
            return null;
        }
        return jdbc.sql("""
                        insert into saved_search (id, organisation_id, user_id, subject, name, query, created_by, created_at)
                        values (:id, :organisation, cast(:user as uuid), :subject, :name, cast(:query as jsonb), :by, :at)
                        on conflict (organisation_id, user_id, subject, name) do update set query = excluded.query returning id
                        """)
                .param("id", Ids.next())
                .param("organisation", organisation)
                .param("user", user)
                .param("subject", subject.name())
                .param("name", name)
                .param("query", SqlValues.json(query))
                .param("by", Tenancy.current().name())
                .param("at", SqlValues.at(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /** @return whether it was the actor's to remove: her own, or one that is shared */
    public boolean remove(UUID organisation, UUID id) {
        return jdbc.sql("delete from saved_search s" + MINE + "and s.id = :id").param("organisation", organisation).param("user", user()).param("id", id).update() == 1;
    }

    private static @Nullable UUID user() {
        return Tenancy.current().user();
    }
}
