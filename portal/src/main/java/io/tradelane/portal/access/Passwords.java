package io.tradelane.portal.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with 19 MiB, two passes, one lane (OWASP password storage). At most four are computed at once, so that many
 * sign-ins together do not take all the memory; the others wait two seconds and are then turned away.
 */
public final class Passwords implements PasswordEncoder {
    private static final int CONCURRENT = 4;
    private static final int WAIT_SECONDS = 2;
    private final PasswordEncoder argon2id = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore slots = new Semaphore(CONCURRENT, true);

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return argon2id.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        try {
            if (!slots.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("too many sign-ins at once");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("interrupted while waiting to sign in", interrupted);
        }
        try {
            return argon2id.matches(password, hash);
        } finally {
            slots.release();
        }
    }
}
