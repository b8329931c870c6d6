package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs over documents of other projects where they lie: {@code -Dtradelane.corpus=FOLDER}, with its INDEX.tsv. */
class CorpusTest {
    /** The source calls it invalid for a code outside its list alone, which is a warning here unless strictness is asked for. */
    private static final String CODE_ONLY = "PurchaseOrderInvalid";

    private static Path corpus;

    @BeforeAll
    static void findCorpus() {
        String folder = System.getProperty("tradelane.corpus", "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder)), "no corpus");
        corpus = Path.of(folder);
    }

    private static Reading read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Reading.of(bytes, ReadOptions.defaults());
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static List<String[]> index(String format) throws IOException {
        try (Stream<String> lines = Files.lines(corpus.resolve("INDEX.tsv"))) {
            return lines.map(line -> line.split("\t", -1)).filter(row -> row[0].startsWith(format + "/")).toList();
        }
    }

    @Test
    void noFileCrashesTheReaderOrKeepsItLong() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(corpus)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        read(files.getFirst());
        for (Path file : files) {
            long start = System.nanoTime();
            assertThatCode(() -> read(file)).as(file.toString()).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(file.toString()).isLessThan(Duration.ofSeconds(30));
        }
    }

    /** Called valid by their source, and not: what is wrong with each. */
    private static final Map<String, String> NOT_VALID = Map.ofEntries(
            Map.entry("D96ADESADV.edi", "ELEMENT_TOO_LONG"), // 1225 has a date
            Map.entry("example_utf8.edi", "ELEMENT_TOO_LONG"), // the same
            Map.entry("invoic_edifabric_d96a.edi", "MESSAGE_COUNT_WRONG"), // UNZ 2 for one group of one message
            Map.entry("eva2.edi", "CODE_NOT_SUPPORTED"), // BGM 130 is a list of calls beside an invoice, and no invoice
            Map.entry("jskrobak_underware.Edifact__D96A_INVOIC.txt", "SEGMENT_OUT_OF_ORDER"), // FII behind RFF; 7008 of 42 characters
            Map.entry("INVOICE_1.edi", "SEGMENT_OUT_OF_ORDER"), // CNT behind MOA
            Map.entry("sample-data__order-batch.edi", "SEGMENT_MISSING"), // the last message has no BGM
            Map.entry("editeur.edi", "SEGMENT_UNKNOWN"), // PRQ is no segment of ORDERS, and IMD stands 11 times where 10 are allowed
            Map.entry("example_order_ok.edi", "ELEMENT_TOO_LONG"), // 6411 GBND has four characters, D01B allows three
            Map.entry("recadv.txt", "ELEMENT_TOO_LONG"), // 3036 of 38 characters
            Map.entry("Issue98.edi", "ELEMENT_MISSING")); // a part of UNB

    @Test
    void validInterchangesAreAcceptedUnlessTheyAreNotValid() throws IOException {
        List<String> refused = new ArrayList<>();
        for (String[] row : index("edifact")) {
            if (row[8].startsWith("valid")) {
                List<String> errors = read(corpus.resolve(row[0])).errors();
                String known = NOT_VALID.entrySet().stream().filter(entry -> row[0].endsWith(entry.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
                if (known == null ? !errors.isEmpty() : !errors.contains(known)) {
                    refused.add(row[0] + " " + errors);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void knownInvalidInterchangesAreRefused() throws IOException {
        List<String> accepted = new ArrayList<>();
        for (String[] row : index("edifact")) {
            boolean invalid = row[8].startsWith("known-invalid") && !row[0].contains(CODE_ONLY) && !row[0].contains("Duplicate");
            if (invalid && read(corpus.resolve(row[0])).valid()) {
                accepted.add(row[0]);
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void everyBankNotificationIsRead() throws IOException {
        for (String[] row : index("iso20022/camt.054")) {
            Reading reading = read(corpus.resolve(row[0]));
            assertThat(reading.errors()).as(row[0]).isEmpty();
            assertThat(reading.only().document()).as(row[0]).isNotNull();
        }
    }
}
