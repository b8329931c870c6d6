package io.tradelane.mappings.cli;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads indexed files and compares what is found with what their source holds of them. */
final class Conformance {
    private final ReadOptions options;
    private final Duration limit;
    private final Locale locale;

    /** @param limit for one file */
    Conformance(ReadOptions options, Duration limit, Locale locale) {
        this.options = options;
        this.limit = limit;
        this.locale = locale;
    }

    /**
     * @param agrees whether reader and source are of one mind
     * @param cause why not, or what is wrong with a file that is rightly refused; {@code null} for one rightly accepted
     */
    record Verdict(IndexedFile file, boolean agrees, boolean valid, @Nullable String cause, long millis) {}

    List<Verdict> check(List<IndexedFile> files) {
        return files.stream().map(this::check).toList();
    }

    /** On a thread of its own, which is left behind when it takes too long. */
    private Verdict check(IndexedFile file) {
        long start = System.nanoTime();
        FutureTask<FileCollector> reading = new FutureTask<>(() -> FileCollector.read(file.file(), Translator.standard(), options));
        Thread.ofPlatform().daemon().start(reading);
        try {
            FileCollector found = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return judge(file, found, millis(start));
        } catch (TimeoutException late) {
            reading.cancel(true);
            return new Verdict(file, false, false, "not read within " + limit.toSeconds() + " s", millis(start));
        } catch (ExecutionException failed) {
            String why = failed.getCause() instanceof IOException ? "cannot be read: " : "the reader failed: ";
            return new Verdict(file, false, false, why + failed.getCause(), millis(start));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Verdict(file, false, false, "interrupted", millis(start));
        }
    }

    private Verdict judge(IndexedFile file, FileCollector found, long millis) {
        boolean said = file.finding().isEmpty() || found.findings().stream().anyMatch(finding -> finding.code().name().equals(file.finding()));
        boolean agrees = said && switch (file.expectation()) {
            case VALID -> found.valid();
            case INVALID -> !found.valid() && !found.findings().isEmpty();
            case EITHER -> found.valid() || !found.findings().isEmpty();
        };
        String first = found.findings().stream().filter(Finding::isError).findFirst().map(this::describe)
                .orElse(agrees ? null : found.valid() ? "accepted without an error" : "refused without a cause");
        String cause = said ? first : "no finding " + file.finding() + ": " + first;
        return new Verdict(file, agrees, found.valid(), cause, millis);
    }

    private String describe(Finding finding) {
        return Math.max(1, finding.position().line()) + ":" + Math.max(1, finding.position().column()) + ": " + finding.code().name() + ": "
                + finding.message(locale);
    }

    private static long millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
