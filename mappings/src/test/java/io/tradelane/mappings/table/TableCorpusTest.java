package io.tradelane.mappings.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables of other projects, where they lie: {@code -Dtradelane.corpus=FOLDER}. */
class TableCorpusTest {

    /** Without headers, or with headers that only their own program knows, nothing is guessed: shown, not mapped. */
    @Test
    void everyTableIsReadAndNoneIsTakenForWhatItIsNot() throws IOException {
        String folder = System.getProperty("tradelane.corpus", "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder, "csv")), "no corpus");
        Set<String> wrong = new TreeSet<>();
        for (String[] row : index(Path.of(folder))) {
            Reading reading = Reading.of(Files.readAllBytes(Path.of(folder, row[0])));
            boolean priceList = row[0].contains("shopify");
            boolean right = reading.valid() && reading.interchange().format() == Format.CSV
                    && (reading.only().document() != null) == priceList;
            if (!right) {
                wrong.add(row[0] + " " + reading.findings());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String[]> index(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("INDEX.tsv"))) {
            return lines.map(line -> line.split("\t", -1)).filter(row -> row[0].startsWith("csv/")).toList();
        }
    }
}
