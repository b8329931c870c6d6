package io.tradelane.portal.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with 19 MiB, two passes, one lane (OWASP password storage). At most four are computed at once, so that many
 * sign-ins together do not take all the memory; the others wait their turn. Whoever finds a hundred waiting, or waits too long, is told
 * to come again: nothing is said about the password then, and nothing counted.
 */
public final class Passwords implements PasswordEncoder {
    private static final int CONCURRENT = 4;
    private static final int WAITING = 100;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private final PasswordEncoder encoder;
    private final Semaphore slots;
    private final int waiting;

    Passwords() {
        this(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2), CONCURRENT, WAITING);
    }

    /** @param waiting how many may wait for one of the slots, about */
    Passwords(PasswordEncoder encoder, int slots, int waiting) {
        this.encoder = encoder;
        this.slots = new Semaphore(slots, true);
        this.waiting = waiting;
    }

    /** Too many at once; the password was not looked at. */
    static final class Busy extends AuthenticationServiceException {
        Busy() {
            super("too many sign-ins at once");
        }
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        try {
            if (slots.getQueueLength() >= waiting || !slots.tryAcquire(WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("interrupted while waiting to sign in", interrupted);
        }
        try {
            return encoder.matches(password, hash);
        } finally {
            slots.release();
        }
    }
}
