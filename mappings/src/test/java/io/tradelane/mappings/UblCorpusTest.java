package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** UBL documents of other projects where they lie: {@code -Dtradelane.corpus=FOLDER}, with its INDEX.tsv. */
@EnabledIfSystemProperty(named = "tradelane.corpus", matches = ".+")
class UblCorpusTest {
    /** Called valid, and refused: each breaks the schema or a fatal rule of the profile it claims, in every release of the rules. */
    private static final Set<String> REFUSED = Set.of(
            "snippet-common.xml", // endpoint schemes DK:CVR and NO:ORGNR, which Peppol gave up
            "snippet-oa-vat.xml", // endpoint scheme GLN, and no registered names
            "UBL-CreditNote.xml", // Belgian enterprise number with a wrong check digit
            "GR-base-example-TaxRepresentative.xml", "GR-base-example-correct.xml", // references after the parties
            "peppol-invoice-example.xml", // an attachment of a media type that is not allowed
            "peppol-rounding.xml", // no electronic addresses, empty elements
            "at-gov-peppol-ubl.xml"); // a GLN of nine digits

    /** Called invalid for its name alone, which speaks of the invoice that it answers. */
    private static final Set<String> ACCEPTED = Set.of("T111-uc006c-Wrong_detail_partial_credit.xml");

    @Test
    void everyDocumentIsWhatItsSourceSays() throws Exception {
        Path corpus = Path.of(System.getProperty("tradelane.corpus"));
        List<String> different = new ArrayList<>();
        List<String[]> rows;
        try (Stream<String> lines = Files.lines(corpus.resolve("INDEX.tsv"))) {
            rows = lines.map(line -> line.split("\t", -1)).filter(row -> row[5].equals("ubl")).toList();
        }
        for (String[] row : rows) {
            String name = row[0].substring(row[0].indexOf("__") + 2);
            boolean expected = !row[8].startsWith("known-invalid") && !REFUSED.contains(name) || ACCEPTED.contains(name);
            Reading reading = read(corpus.resolve(row[0]));
            boolean mapped = reading.only().document() != null || row[9].contains("punch_out");
            if (reading.valid() != expected || expected && !mapped || !reading.only().type().name().equals(row[7])) {
                different.add(row[0] + " " + reading.errors());
            }
        }
        assertThat(different).isEmpty();
        assertThat(rows).isNotEmpty();
    }

    private static Reading read(Path file) throws Exception {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Reading.of(bytes, ReadOptions.defaults());
        }
    }
}
