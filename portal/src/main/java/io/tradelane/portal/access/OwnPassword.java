package io.tradelane.portal.access;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whoever is signed in shows her password once more, for what somebody at her open screen must not do. A guess counts as one at the sign-in. */
@Component
public class OwnPassword {
    private final Users users;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;

    OwnPassword(Users users, PasswordEncoder passwords, SignInThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** @return false too while she has to wait after too many guesses */
    public boolean confirmed(@Nullable UUID id, String typed, HttpServletRequest request) {
        User user = id == null ? null : Tenancy.call(Actor.hub(), () -> users.find(id)).orElse(null);
        if (user == null || typed.length() > PasswordRules.LONGEST || throttle.waiting(user.email(), request.getRemoteAddr()).isPositive()) {
            return false;
        }
        boolean right = passwords.matches(typed, user.passwordHash());
        if (right) {
            throttle.succeeded(user.email());
        } else {
            throttle.failed(user.email(), request.getRemoteAddr());
        }
        return right;
    }
}
