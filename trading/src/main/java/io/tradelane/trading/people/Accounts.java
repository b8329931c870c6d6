package io.tradelane.trading.people;

import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.OneTimeToken;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own account: its password, a mailed link to choose a new one, and who signed in to it. Works without anybody signed in. */
@Service
@Transactional
public class Accounts {
    /** How long a link to choose a new password holds. */
    public static final Duration OPEN = Duration.ofMinutes(30);

    private static final int MOST_OPEN = 3;
    private final JdbcClient jdbc;
    private final Users users;
    private final Notices notices;
    private final PeopleRecord record;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Users users, Notices notices, PeopleRecord record, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /** Mails a link if there is such an account; whoever asks does not learn whether there is. */
    public void forgot(String email, Links links) {
        Tenancy.run(Actor.hub(), () -> users.findByEmail(email).filter(User::enabled).ifPresent(user -> {
            Instant now = clock.instant();
            int open = jdbc.sql("select count(*) from password_reset where user_id = :user and used_at is null and expires_at > :now")
                    .param("user", user.id()).param("now", SqlValues.at(now)).query(Integer.class).single();
            if (open >= MOST_OPEN) {
                return;
            }
            String token = OneTimeToken.fresh();
            jdbc.sql("insert into password_reset (token_hash, user_id, created_at, expires_at) values (:token, :user, :now, :until)")
                    .param("token", OneTimeToken.hash(token)).param("user", user.id()).param("now", SqlValues.at(now)).param("until", SqlValues.at(now.plus(OPEN))).update();
            notices.letter(null, user.email(), "PASSWORD", Map.of("minutes", String.valueOf(OPEN.toMinutes())), links.of(token), user.locale());
        }));
    }

    /** Whose password the link is for; empty: used, too old or never there. */
    public Optional<User> forgetful(String token) {
        return Tenancy.call(Actor.hub(), () -> jdbc.sql("""
                        select user_id from password_reset where token_hash = :token and used_at is null and expires_at > :now for update
                        """)
                .param("token", OneTimeToken.hash(token)).param("now", SqlValues.at(clock.instant())).query(UUID.class).optional()
                .flatMap(users::find).filter(User::enabled));
    }

    /** Uses the link up, and all others of hers. @return whose password it is now; empty like {@link #forgetful} */
    public Optional<User> reset(String token, String passwordHash, String forgot) {
        Optional<User> user = forgetful(token);
        user.ifPresent(found -> changed(found, passwordHash, "PASSWORD_RESET", forgot));
        return user;
    }

    public void changePassword(User user, String passwordHash, String forgot) {
        changed(user, passwordHash, "PASSWORD_CHANGED", forgot);
    }

    private void changed(User user, String passwordHash, String event, String forgot) {
        Tenancy.run(Actor.hub(), () -> {
            users.changePassword(user.id(), passwordHash);
            jdbc.sql("update password_reset set used_at = :now where user_id = :user and used_at is null")
                    .param("now", SqlValues.at(clock.instant())).param("user", user.id()).update();
            notices.letter(null, user.email(), "PASSWORD_CHANGED", Map.of(), forgot, user.locale());
        });
        tell(user, event, Map.of());
    }

    /** @param address from where, as the server sees it */
    public void signedIn(User user, String address) {
        tell(user, "SIGNED_IN", Map.of("address", address));
    }

    public void refused(User user, String address) {
        tell(user, "SIGN_IN_REFUSED", Map.of("address", address));
    }

    private void tell(User user, String event, Map<String, String> details) {
        Tenancy.run(new Actor(Scope.HUB, null, user.id(), user.displayName(), Source.PORTAL), () -> record.account(user.id(),
                user.memberships().stream().map(User.Membership::organisation).collect(Collectors.toSet()), event, details));
    }
}
