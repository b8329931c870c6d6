package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.mappings.tree.TreeNode;
import io.tradelane.trading.document.OrderDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdocHostileTest {
    private static final String TWO = new String(Reading.bytes("idoc/orders05-two-with-extension.txt"), StandardCharsets.ISO_8859_1);
    private static final String FLAT = TWO.substring(0, TWO.indexOf("EDI_DC40", 10));
    private static final String XML = new String(IdocFamilyTest.write(IdocDocuments.order(), "ORDERS05"), StandardCharsets.UTF_8);

    private static Reading flat(String text) {
        return Reading.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "1000000000000000186000003|1000000000000000999000003|RECORD_OF_OTHER_IDOC|E1EDK03|0|4",
        "01220260301|01220260231|DATE_INVALID|E1EDK03|2|4",
        "01220260301|0122026-301|DATE_INVALID|E1EDK03|2|4",
        "12.50          100|12,50          100|NUMBER_INVALID|E1EDP01|10|15",
        "4.000          |4x000          |NUMBER_INVALID|E1EDP20|1|16",
        "E2EDK03   |e2edk03   |SEGMENT_NAME_INVALID|e2edk03|0|4",
    })
    void aWrongPlaceIsRefusedThere(String right, String wrong, String code, String segment, int element, int line) {
        Reading reading = flat(FLAT.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        assertThat(reading.valid()).isFalse();
        assertThat(reading.only().document()).isNull();
        assertThat(reading.findings()).as(reading.findings().toString()).anyMatch(finding -> finding.isError() && finding.code().name().equals(code)
                && segment.equals(finding.position().segment()) && finding.position().element() == element && finding.position().line() == line);
    }

    @Test
    void aFindingHasItsColumnAndItsPath() {
        Finding finding = flat(FLAT.replace("01220260301", "01220260231")).findings().getFirst();

        assertThat(finding.position().column()).isEqualTo(63 + 3 + 1);
        assertThat(finding.path()).isEqualTo("E1EDK03/DATUM");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("\"20260231\" in E1EDK03/DATUM is not a date in the form YYYYMMDD.");
        Finding inXml = Reading.of(XML.replace("<DATUM>20260302<", "<DATUM>20260231<")).findings().getFirst();
        assertThat(inXml.path()).isEqualTo("/ORDERS05/IDOC/E1EDK03/DATUM");
        assertThat(inXml.position().line()).isEqualTo((int) XML.substring(0, XML.indexOf("<DATUM>20260302<")).lines().count());
    }

    @Test
    void whatIsMissingIsSaid() {
        String withoutControl = FLAT.substring(FLAT.indexOf("E2EDK01"));
        String withoutHeader = FLAT.replaceFirst("E2EDK01005.*\r\n", "");
        String withoutLines = FLAT.replaceAll("(E2EDP|ZE1).*\r\n", "");

        assertThat(Reading.of(withoutControl).errors()).contains("FORMAT_UNKNOWN");
        assertThat(flat(withoutHeader).errors()).containsExactly("SEGMENT_MISSING");
        assertThat(flat(withoutLines).errors()).containsExactly("LINES_MISSING");
        assertThat(flat(FLAT.substring(0, FLAT.indexOf("E2EDK01"))).errors()).contains("DATA_MISSING");
        assertThat(flat(FLAT.replaceFirst("ORDERS05( {22})ZORDERS5( {22})ORDERS", " ".repeat(66))).errors()).contains("CONTROL_FIELD_MISSING");
        assertThat(Reading.of(XML.replaceAll("(?s)<EDI_DC40.*</EDI_DC40>", "")).errors()).contains("CONTROL_RECORD_MISSING");
        assertThat(Reading.of(XML.substring(0, XML.length() / 2)).errors()).contains("NOT_WELL_FORMED");
        assertThat(Reading.of("<ORDERS05><IDOC/></ORDERS05>").errors()).contains("CONTROL_RECORD_MISSING");
    }

    @Test
    void whatIsOddButSafeIsAcceptedWithAWarning() {
        assertThat(flat(FLAT.replaceFirst("N01CLNT100", "          ")).warnings()).containsExactly("CONTROL_FIELD_EMPTY");
        assertThat(flat(FLAT.replaceFirst("00001500001403", "00001500001003")).warnings()).containsExactly("HIERARCHY_WRONG");
        assertThat(flat(FLAT.replaceFirst("00001500001403", "00001400001403")).warnings()).contains("SEGMENT_NUMBER_WRONG");
        assertThat(flat(FLAT.replaceFirst("0021.25", "0029.25")).warnings()).containsExactly("SUM_DIFFERS");
        assertThat(flat(FLAT.replaceFirst(" ORDERS  ", " INVOIC  ")).warnings()).contains("CONTROL_INCOHERENT");
        String swapped = XML.replaceFirst("(?s)(<E1EDK03.*?</E1EDK03>)(.*)(</IDOC>)", "$2$1$3");
        assertThat(Reading.of(swapped).warnings()).containsExactly("SEGMENT_OUT_OF_ORDER");
        assertThat(Reading.of(XML.replaceFirst("<BSART>SO<", "<BSART>SOMETHING<")).warnings()).containsExactly("FIELD_TOO_LONG");
        assertThat(Reading.of(XML.replaceFirst("<BSART>", "<COLOUR>RED</COLOUR><BSART>")).warnings()).containsExactly("FIELD_UNKNOWN");
        assertThat(Reading.of(XML.replaceFirst("<E1EDK03 ", "<E1EDX99 SEGMENT=\"1\"><A>1</A></E1EDX99><E1EDK03 ")).warnings()).containsExactly("SEGMENT_UNKNOWN");
    }

    @Test
    void aDocumentWithoutANumberHasThatOfItsIdoc() {
        Reading reading = flat(FLAT.replaceAll("4500000001", "          "));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).contains("NUMBER_ASSUMED");
        assertThat(reading.only().document().number()).isEqualTo("186");
    }

    @Test
    void whenTheIdocWasMadeIsForInformation() {
        assertThat(Reading.of(XML.replaceFirst("<CREDAT>20260302<", "<CREDAT>2026-03-02<")).warnings()).containsExactly("DATE_INVALID");
    }

    @Test
    void aSegmentThatStandsTwiceWhereItMayOnceIsRefused() {
        String twice = FLAT.replaceFirst("(E2EDK01005[^\r]*\r\n)", "$1$1");

        assertThat(flat(twice).errors()).contains("SEGMENT_REPEATED_TOO_OFTEN");
    }

    @Test
    void oneWrongIdocDoesNotStopTheOthers() {
        Reading reading = flat(TWO.replaceFirst("01220260301", "01220260231"));

        assertThat(reading.messages()).extracting(MessageResult::valid).containsExactly(false, true);
        assertThat(reading.interchange().rejected()).isFalse();
    }

    /** A doctype that declares entities, and one element within the other without end. */
    @Test
    void xmlOfAStrangerIsReadByTheHardenedParser() {
        String bomb = "<!DOCTYPE ORDERS05 [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" + XML.substring(XML.indexOf("<ORDERS05>")).replace("PO-4711", "&b;");
        String deep = "<ORDERS05><IDOC>" + "<E1EDK01>".repeat(5000) + "</E1EDK01>".repeat(5000) + "</IDOC></ORDERS05>";

        assertThat(Reading.of(bomb).valid()).isFalse();
        assertThat(Reading.of(deep).errors()).containsExactly("TOO_DEEP");
    }

    @Test
    void limitsAreKept() {
        Limits few = new Limits(1_000_000, 1 << 16, 1 << 14, 1 << 16, 10, 1, 5);
        Reading reading = Reading.of(new ByteArrayInputStream(TWO.getBytes(StandardCharsets.ISO_8859_1)), new ReadOptions(Strictness.LENIENT, few));
        String endless = FLAT.substring(0, FLAT.indexOf("E2EDK01")) + "E2EDK01005".repeat(500_000);

        assertThat(reading.errors()).contains("TOO_MANY_SEGMENTS");
        assertThat(flat(endless).errors()).contains("RECORD_TOO_LONG");
        assertThat(flat(endless).findings().stream().map(Finding::value).filter(value -> value != null)).allMatch(value -> value.length() < 100);
    }

    @Test
    void everySegmentIsShownKnownOrNot() throws IOException {
        List<MessageTree> trees = new ArrayList<>();
        Translator.standard().trees(new ByteArrayInputStream(FLAT.getBytes(StandardCharsets.ISO_8859_1)), ReadOptions.defaults(), trees::add);
        MessageTree tree = trees.getFirst();

        assertThat(tree.nodes()).extracting(TreeNode::id).contains("EDI_DC40", "E1EDK01", "Z1HEADER", "E1EDP01", "E1EDS01");
        TreeNode own = tree.nodes().stream().filter(node -> node.id().equals("Z1HEADER")).findFirst().orElseThrow();
        assertThat(own.children()).extracting(TreeNode::value).containsExactly("GREEN   0042");
        TreeNode item = tree.nodes().stream().filter(node -> node.id().equals("E1EDP01")).findFirst().orElseThrow();
        assertThat(item.name(Locale.ENGLISH)).isEqualTo("Item");
        assertThat(item.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("项目");
        assertThat(item.children()).extracting(TreeNode::id).contains("POSEX", "E1EDP19", "ZE1EDP01X");
    }

    @Test
    void theCorpusIsReadAsExpected() throws IOException {
        assumeTrue(System.getProperty("tradelane.corpus") != null, "-Dtradelane.corpus=DIR");
        Path corpus = Path.of(System.getProperty("tradelane.corpus"));
        List<String> refused = new ArrayList<>();
        try (Stream<String> rows = Files.lines(corpus.resolve("INDEX.tsv"))) {
            for (String row : rows.filter(line -> line.startsWith("idoc/")).toList()) {
                String[] columns = row.split("\t");
                Reading reading = Reading.of(Files.readAllBytes(corpus.resolve(columns[0])));
                assertThat(reading.messages()).as(columns[0]).isNotEmpty().allMatch(message -> message.type().version().equals(columns[7]));
                if (reading.valid() != columns[8].startsWith("valid") || reading.messages().stream().anyMatch(message -> message.document() == null)) {
                    refused.add(columns[0] + " " + reading.errors());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void aLineWithoutAQuantityIsNotOrdered() {
        Reading reading = flat(FLAT.replaceFirst("000010     10.000         ST 10.000 ", "000010                    ST        ").replaceAll("E2EDP20.*\r\n", ""));

        assertThat(reading.errors()).containsExactly("QUANTITY_MISSING", "LINES_MISSING");
        assertThat(flat(FLAT.replaceFirst("000010     10.000 ", "000010            ")).only().document()).isInstanceOfSatisfying(
                OrderDocument.class, order -> assertThat(order.lines().getFirst().quantity().value()).isEqualByComparingTo("10"));
    }
}
