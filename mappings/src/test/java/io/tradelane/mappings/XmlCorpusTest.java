package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BMEcat, openTRANS and GS1 XML of other projects where they lie: {@code -Dtradelane.corpus=FOLDER}, with its INDEX.tsv. */
@EnabledIfSystemProperty(named = "tradelane.corpus", matches = ".+")
class XmlCorpusTest {
    /** Called valid because a program reads them, and refused: empty, or with the same attribute twice. */
    private static final Set<String> REFUSED = Set.of(
            "empty_document_nochildren_with_null_values.xml", "document_with_null_values.xml", "empty_document_with_null_values.xml",
            "empty_document_without_null_values.xml");

    @ParameterizedTest
    @ValueSource(strings = {"bmecat", "opentrans", "gs1xml"})
    void everyDocumentIsWhatItsSourceSays(String format) throws Exception {
        Path corpus = Path.of(System.getProperty("tradelane.corpus"));
        List<String> different = new ArrayList<>();
        List<String[]> rows;
        try (Stream<String> lines = Files.lines(corpus.resolve("INDEX.tsv"))) {
            rows = lines.map(line -> line.split("\t", -1)).filter(row -> row[5].equals(format)).toList();
        }
        for (String[] row : rows) {
            String name = row[0].substring(row[0].indexOf("__") + 2);
            boolean expected = row[8].startsWith("valid") && !REFUSED.contains(name);
            Reading reading = read(corpus.resolve(row[0]));
            if (reading.valid() != expected || expected && !named(reading.only(), row)) {
                different.add(row[0] + " " + reading.findings());
            }
        }
        assertThat(different).isEmpty();
        assertThat(rows).isNotEmpty();
    }

    private static boolean named(MessageResult message, String[] row) {
        return message.type().name().equals(row[7]) && (row[6].isEmpty() || message.type().version().equals(row[6]));
    }

    private static Reading read(Path file) throws Exception {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Reading.of(bytes, ReadOptions.defaults());
        }
    }
}
