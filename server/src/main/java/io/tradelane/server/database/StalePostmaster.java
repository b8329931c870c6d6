package io.tradelane.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When our process is killed, its PostgreSQL lives on and keeps the data folder. Whoever calls this holds the lock of
 * the home, so that server has no owner any more: it is asked to stop, then made to.
 */
final class StalePostmaster {

    private static final Logger log = LoggerFactory.getLogger(StalePostmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StalePostmaster() {}

    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> found = find(data);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = found.get();
        log.info("PostgreSQL of an earlier process still runs (pid {}); stopping it", postmaster.pid());
        // "Fast": ends the sessions of the dead process, then shuts down cleanly.
        signal("-INT", postmaster);
        if (!ended(postmaster)) {
            log.warn("It does not stop; forcing it, the next start recovers from its log");
            signal("-QUIT", postmaster);
            if (!ended(postmaster)) {
                throw new IOException("PostgreSQL process " + postmaster.pid() + " on " + data + " cannot be stopped");
            }
        }
    }

    /** The process of {@code postmaster.pid}, if it is alive and a PostgreSQL: process ids are used again. */
    private static Optional<ProcessHandle> find(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(false));
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", name, Long.toString(process.pid()))
                .inheritIO()
                .start();
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
