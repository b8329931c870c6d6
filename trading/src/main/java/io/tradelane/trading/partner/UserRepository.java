package io.tradelane.trading.partner;

import io.tradelane.trading.partner.User.Membership;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserRepository {
    private static final String SELECT = """
            select u.id, u.email, u.display_name, u.locale, u.enabled, u.password_hash,
                   array(select m.organisation_id::text || '/' || m.role from membership m where m.user_id = u.id and m.enabled order by m.id) as memberships
              from app_user u
            """;
    private final JdbcClient jdbc;

    UserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(String email, String displayName, Locale locale, String passwordHash, List<Membership> memberships) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into app_user (id, email, display_name, locale, password_hash)
                        values (:id, :email, :displayName, :locale, :passwordHash)
                        """)
                .param("id", id)
                .param("email", email)
                .param("displayName", displayName)
                .param("locale", locale.toLanguageTag())
                .param("passwordHash", passwordHash)
                .update();
        memberships.forEach(membership -> insertMembership(id, membership));
        return id;
    }

    void insertMembership(UUID user, Membership membership) {
        jdbc.sql("""
                        insert into membership (id, user_id, organisation_id, role)
                        values (:id, :user, :organisation, :role) on conflict (user_id, organisation_id, role) do nothing
                        """)
                .param("id", Ids.next())
                .param("user", user)
                .param("organisation", membership.organisation())
                .param("role", membership.role().name())
                .update();
    }

    Optional<User> findByEmail(String email) {
        return jdbc.sql(SELECT + "where lower(u.email) = lower(:email)").param("email", email).query(UserRepository::map).optional();
    }

    Optional<User> find(UUID id) {
        return jdbc.sql(SELECT + "where u.id = :id").param("id", id).query(UserRepository::map).optional();
    }

    List<User> list(UUID organisation) {
        return jdbc.sql(SELECT + """
                        where exists (select 1 from membership m where m.user_id = u.id and m.organisation_id = :organisation)
                        order by u.display_name, u.id
                        """)
                .param("organisation", organisation)
                .query(UserRepository::map)
                .list();
    }

    void changePassword(UUID user, String passwordHash) {
        jdbc.sql("update app_user set password_hash = :hash where id = :id").param("hash", passwordHash).param("id", user).update();
    }

    void changeLocale(UUID user, Locale locale) {
        jdbc.sql("update app_user set locale = :locale where id = :id").param("locale", locale.toLanguageTag()).param("id", user).update();
    }

    void signedIn(UUID user, Instant at) {
        jdbc.sql("update app_user set last_sign_in_at = :at where id = :id")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("id", user)
                .update();
    }

    private static User map(ResultSet row, int number) throws SQLException {
        List<Membership> memberships = new ArrayList<>();
        for (String membership : (String[]) row.getArray("memberships").getArray()) {
            int slash = membership.indexOf('/');
            memberships.add(new Membership(UUID.fromString(membership.substring(0, slash)), Role.valueOf(membership.substring(slash + 1))));
        }
        return new User(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("display_name"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getBoolean("enabled"),
                List.copyOf(memberships),
                row.getString("password_hash"));
    }
}
