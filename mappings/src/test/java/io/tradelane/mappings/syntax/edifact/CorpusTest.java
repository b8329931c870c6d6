package io.tradelane.mappings.syntax.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads a folder of real interchanges kept elsewhere: {@code -Dtradelane.corpus=FOLDER}, with an INDEX.tsv that says in
 * a column {@code expected} what their source holds of each. Reports where we disagree; a disagreement is no failure,
 * an exception is.
 */
@EnabledIfSystemProperty(named = "tradelane.corpus", matches = ".+")
class CorpusTest {

    @Test
    void readsEveryFileOfTheCorpus() throws IOException {
        Path corpus = Path.of(System.getProperty("tradelane.corpus"));
        Map<String, String> expected = expectations(corpus.resolve("INDEX.tsv"));
        StringBuilder report = new StringBuilder();
        int agree = 0;
        int read = 0;
        List<Path> files;
        try (Stream<Path> found = Files.walk(corpus.resolve("edifact"))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            List<Finding> errors;
            try (InputStream in = Files.newInputStream(file)) {
                errors = Fixture.read(in, Strictness.LENIENT, Limits.defaults()).findings().stream().filter(Finding::isError).toList();
            }
            String said = expected.getOrDefault(corpus.relativize(file).toString(), "unstated");
            boolean valid = said.startsWith("valid");
            boolean invalid = said.startsWith("known-invalid");
            if (valid || invalid) {
                read++;
                agree += valid == errors.isEmpty() ? 1 : 0;
                if (valid != errors.isEmpty()) {
                    report.append(corpus.relativize(file)).append(" [").append(said).append("] ")
                            .append(errors.isEmpty() ? "no error" : errors.getFirst().message(Locale.ENGLISH)).append('\n');
                }
            }
        }
        Path target = Path.of("target", "corpus-report.txt");
        Files.writeString(target, agree + " of " + read + " agree\n" + report);
        assertThat(files).isNotEmpty();
    }

    private static Map<String, String> expectations(Path index) throws IOException {
        List<String> lines = Files.readAllLines(index);
        int column = List.of(lines.getFirst().split("\t")).indexOf("expected");
        return lines.stream().skip(1).map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[column], (first, second) -> first));
    }
}
