package io.tradelane.trading.people;

import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeopleRepository {
    private static final String SELECT = """
            select u.id, u.email, u.display_name, u.second_factor, u.last_sign_in_at, u.enabled and coalesce(bool_or(m.enabled), true) as active,
                   coalesce(array_agg(m.role order by m.id) filter (where m.role is not null), '{}') as roles,
                   array(select r.role from role_request r where r.user_id = u.id and r.organisation_id = :organisation and r.decided_at is null order by r.id) as requested
              from app_user u left join membership m on m.user_id = u.id and m.organisation_id = :organisation
             where (m.id is not null or exists (select 1 from role_request r where r.user_id = u.id and r.organisation_id = :organisation and r.decided_at is null))
            """;
    private final JdbcClient jdbc;

    PeopleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One change of a company's people at a time, so that two together do not make what neither may. */
    void lock(UUID organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('people:' || :organisation, 0))::text")
                .param("organisation", organisation.toString()).query(String.class).single();
    }

    List<Person> list(UUID organisation) {
        return jdbc.sql(SELECT + " group by u.id order by u.display_name, u.id").param("organisation", organisation).query(PeopleRepository::map).list();
    }

    Optional<Person> find(UUID organisation, UUID user) {
        return jdbc.sql(SELECT + " and u.id = :user group by u.id").param("organisation", organisation).param("user", user)
                .query(PeopleRepository::map).optional();
    }

    /** Of a person who is not active the new role is not either. */
    void grant(UUID organisation, UUID user, Role role) {
        jdbc.sql("""
                        insert into membership (id, user_id, organisation_id, role, enabled)
                        select :id, :user, :organisation, :role, coalesce((select bool_or(enabled) from membership where user_id = :user and organisation_id = :organisation), true)
                        on conflict (user_id, organisation_id, role) do nothing
                        """)
                .param("id", Ids.next()).param("user", user).param("organisation", organisation).param("role", role.name()).update();
    }

    boolean revoke(UUID organisation, UUID user, Role role) {
        return jdbc.sql("delete from membership where user_id = :user and organisation_id = :organisation and role = :role")
                .param("user", user).param("organisation", organisation).param("role", role.name()).update() == 1;
    }

    void activate(UUID organisation, UUID user, boolean active) {
        jdbc.sql("update membership set enabled = :active where user_id = :user and organisation_id = :organisation")
                .param("active", active).param("user", user).param("organisation", organisation).update();
    }

    private static Person map(ResultSet row, int number) throws SQLException {
        return new Person(row.getObject("id", UUID.class), row.getString("email"), row.getString("display_name"), row.getBoolean("active"),
                roles(row, "roles"), roles(row, "requested"), row.getBoolean("second_factor"), SqlValues.instantOrNull(row, "last_sign_in_at"));
    }

    static Set<Role> roles(ResultSet row, String column) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray(column).getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
