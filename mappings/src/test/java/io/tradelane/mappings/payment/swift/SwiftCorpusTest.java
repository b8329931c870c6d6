package io.tradelane.mappings.payment.swift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bank files of other projects, where they lie: {@code -Dtradelane.corpus=FOLDER}. */
class SwiftCorpusTest {
    /** Cut off or made unreadable on purpose: no closing balance, a statement of one field, days such as 362268. */
    private static final Set<String> BROKEN = Set.of(
            "railslove_cmxl__mt940-with-colon-after-line-break.txt", "railslove_cmxl__mt940-headers.txt", "fruitl00p_php-mt940__sample2");

    @Test
    void everyStatementIsReadButThoseThatAreBroken() throws IOException {
        String folder = System.getProperty("tradelane.corpus", "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder, "swift")), "no corpus");
        Set<String> wrong = new TreeSet<>();
        for (String[] row : index(Path.of(folder))) {
            Reading reading = Reading.of(Files.readAllBytes(Path.of(folder, row[0])));
            String name = row[0].substring(row[0].lastIndexOf('/') + 1);
            boolean expected = !row[8].startsWith("known-invalid") && !BROKEN.contains(name);
            boolean whole = reading.valid() && reading.messages().stream().allMatch(message -> message.document() != null);
            if (whole != expected || reading.messages().stream().map(MessageResult::type).anyMatch(type -> !type.name().equals(row[7]))) {
                wrong.add(name + " " + reading.errors());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String[]> index(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("INDEX.tsv"))) {
            return lines.map(line -> line.split("\t", -1)).filter(row -> row[0].startsWith("swift/")).toList();
        }
    }
}
