package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Passwords passwords = new Passwords(new Slow(), 1, 1);

    @Test
    void aRightPasswordWaitsItsTurnAndIsNotCalledWrong() throws Exception {
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> passwords.matches("right", "right"));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread second = Thread.ofPlatform().unstarted(() -> assertThat(passwords.matches("right", "right")).isTrue());
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        second.setUncaughtExceptionHandler((thread, failure) -> failed.complete(failure));
        second.start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> second.getState() == Thread.State.TIMED_WAITING);
        assertThatThrownBy(() -> passwords.matches("right", "right")).as("more than may wait").isInstanceOf(Passwords.Busy.class);
        slow.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
        second.join(10_000);
        assertThat(second.isAlive()).isFalse();
        assertThat(failed).isNotDone();
    }

    private final class Slow implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            return password.toString();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            begun.countDown();
            try {
                return slow.await(10, TimeUnit.SECONDS) && hash.contentEquals(password);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
