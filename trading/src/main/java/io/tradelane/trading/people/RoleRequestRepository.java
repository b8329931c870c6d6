package io.tradelane.trading.people;

import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleRequestRepository {
    private static final String SELECT = """
            select r.id, r.organisation_id, r.user_id, u.display_name, u.email, r.role, r.requested_by_id, r.requested_by, r.requested_at
              from role_request r join app_user u on u.id = r.user_id where r.decided_at is null
            """;
    private final JdbcClient jdbc;

    RoleRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID organisation, UUID user, Role role, @Nullable UUID byId, String by, Instant at) {
        jdbc.sql("""
                        insert into role_request (id, organisation_id, user_id, role, requested_by_id, requested_by, requested_at)
                        values (:id, :organisation, :user, :role, :byId, :by, :at) on conflict (organisation_id, user_id, role) where decided_at is null do nothing
                        """)
                .param("id", Ids.next()).param("organisation", organisation).param("user", user).param("role", role.name())
                .param("byId", byId).param("by", by).param("at", SqlValues.at(at)).update();
    }

    List<RoleRequest> waiting() {
        return jdbc.sql(SELECT + "order by r.id").query(RoleRequestRepository::map).list();
    }

    Optional<RoleRequest> waiting(UUID id) {
        return jdbc.sql(SELECT + "and r.id = :id for update of r").param("id", id).query(RoleRequestRepository::map).optional();
    }

    void decide(UUID id, boolean granted, Actor by, Instant at) {
        jdbc.sql("update role_request set granted = :granted, decided_by_id = :byId, decided_by = :by, decided_at = :at where id = :id and decided_at is null")
                .param("granted", granted).param("byId", by.user()).param("by", by.name()).param("at", SqlValues.at(at)).param("id", id).update();
    }

    /** What was asked for somebody falls away with her, or with the role. @param role null: any */
    void withdraw(UUID organisation, UUID user, @Nullable Role role, Actor by, Instant at) {
        jdbc.sql("""
                        update role_request set granted = false, decided_by = :by, decided_at = :at
                         where organisation_id = :organisation and user_id = :user and decided_at is null and (cast(:role as text) is null or role = :role)
                        """)
                .param("by", by.name()).param("at", SqlValues.at(at)).param("organisation", organisation).param("user", user)
                .param("role", role == null ? null : role.name()).update();
    }

    private static RoleRequest map(ResultSet row, int number) throws SQLException {
        return new RoleRequest(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class), row.getObject("user_id", UUID.class),
                row.getString("display_name"), row.getString("email"), Role.valueOf(row.getString("role")), SqlValues.uuid(row, "requested_by_id"),
                row.getString("requested_by"), SqlValues.instant(row, "requested_at"));
    }
}
