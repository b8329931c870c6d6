package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradacomsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Envelope ENVELOPE = Envelope.of(
            new PartyAddress("5012345000008", "14"), new PartyAddress("5098765000007", "14"), "000817", Instant.parse("2026-03-02T10:00:00Z"));
    private static final String ORDERS =
            new String(Reading.bytes("/io/tradelane/mappings/tradacoms/orders-units-weights-and-traded-units.edi"), StandardCharsets.US_ASCII);

    private static OrderDocument order(String text) {
        Reading reading = Reading.of(text);
        assertThat(reading.findings()).isEmpty();
        return (OrderDocument) reading.only().document();
    }

    private static Party party(PartyRole role, String gln, String name, Identifier... more) {
        List<Identifier> identifiers = new ArrayList<>(List.of(new Identifier(Scheme.GLN, gln)));
        identifiers.addAll(List.of(more));
        Address address = role == PartyRole.SUPPLIER ? new Address(List.of("Mill Lane 2", "Leeds"), null, "LS1 4AB", null, null) : null;
        return new Party(role, identifiers, name, address, null);
    }

    private static List<Party> parties() {
        return List.of(party(PartyRole.BUYER, "5012345000008", "Daisy's Stores"), party(PartyRole.SUPPLIER, "5098765000007", "Mill + Sons: Ltd?",
                        new Identifier(Scheme.BUYER_ASSIGNED, "M17"), new Identifier(Scheme.VAT, "123456789")),
                party(PartyRole.SHIP_TO, "5012345000015", "Depot=7", new Identifier(Scheme.BUYER_ASSIGNED, "D7")));
    }

    static OrderDocument document() {
        Item roll = new Item("5000100481453", "K17", "R-1", "Crusty rolls, four in a pack, with sesame and poppy seeds");
        Item bagel = new Item("15000100350663", null, null, null);
        Item ham = new Item(null, "K19", null, "Ham");
        return new OrderDocument(
                "PO-4711", Kind.STANDARD, Function.ORIGINAL, DAY, DAY.plusDays(7), "GBP", parties(),
                List.of(Reference.to(Reference.Kind.SUPPLIER_ORDER, "SO-1")), null, "Bring to door 4 before noon", null, List.of(
                        new Line("1", roll, Quantity.of("120", "PCE"), Price.each(Money.of("2.5000", "GBP"), "PCE"), null, null, null, List.of()),
                        new Line("2", bagel, Quantity.of("3", "PCE"), null, null, null, null, List.of()),
                        new Line("3", ham, Quantity.of("12.5", "KGM"), null, null, null, null, List.of())));
    }

    static InvoiceDocument invoice() {
        Item roll = new Item("5000100481453", "K17", "R-1", "Crusty rolls");
        return new InvoiceDocument(
                "INV-77", InvoiceDocument.Kind.INVOICE, DAY, null, DAY.minusDays(1), "GBP", null, "PO-4711", "DN-5", null, null, null, parties(),
                "30 days net", "With thanks", List.of(), List.of(
                        new InvoiceDocument.Line("1", "PO-4711", null, roll, Quantity.of("120", "PCE"), Price.each(Money.of("2.50", "GBP"), "PCE"), Money.of("300.00", "GBP"), new BigDecimal("20"), "S", List.of()),
                        new InvoiceDocument.Line("2", "PO-4711", null, roll, Quantity.of("2", "PCE"), Price.each(Money.of("2.50", "GBP"), "PCE"), Money.of("-5.00", "GBP"), new BigDecimal("0"), "Z", List.of())),
                List.of(new Tax("S", new BigDecimal("20"), Money.of("300.00", "GBP"), Money.of("60.00", "GBP"), null),
                        new Tax("Z", new BigDecimal("0"), Money.of("-5.00", "GBP"), Money.of("0.00", "GBP"), null)),
                new Totals(Money.of("295.00", "GBP"), Money.of("295.00", "GBP"), Money.of("60.00", "GBP"), Money.of("355.00", "GBP")));
    }

    private static byte[] write(BusinessDocument document) {
        return Translator.standard().write(List.of(document), new Target(Format.TRADACOMS, "9"), ENVELOPE);
    }

    @Test
    void anOrderFileIsReadWithThePartiesOfItsHeader() {
        OrderDocument order = order(ORDERS);

        assertThat(order.number()).isEqualTo("PO-4711");
        assertThat(order.issueDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(order.note()).isEqualTo("BRING TO DOOR 4 BEFORE NOON");
        assertThat(order.party(PartyRole.SUPPLIER).orElseThrow().identifier(Scheme.VAT)).contains("123456789");
        assertThat(order.party(PartyRole.SUPPLIER).orElseThrow().address().postcode()).isEqualTo("LS1 4AB");
        assertThat(order.party(PartyRole.SHIP_TO).orElseThrow().name()).isEqualTo("DAISY O'NEILL DEPOT");
        assertThat(Reading.of(ORDERS).interchange().header().sender().id()).isEqualTo("5012345000008");
    }

    @Test
    void aTradedUnitWithACodeOfItsOwnIsOrderedElseTheUnitsInIt() {
        OrderDocument order = order(ORDERS);

        assertThat(order.lines()).extracting(line -> line.item().gtin()).containsExactly("5000100481453", "15000100350663", null);
        assertThat(order.lines()).extracting(Line::quantity)
                .usingElementComparator((one, other) -> one.sameAs(other) ? 0 : 1)
                .containsExactly(Quantity.of("120", "PCE"), Quantity.of("3", "PCE"), Quantity.of("12.5", "KGM"));
        assertThat(order.lines().getFirst().price().of(order.lines().getFirst().quantity()).rounded()).isEqualTo(Money.of("25.00", "GBP"));
        assertThat(order.lines().get(1).price().amount().sameAs(Money.of("12.005", "GBP"))).isTrue();
    }

    @Test
    void aFileCutIntoBlocksByLineEndsIsTheSame() {
        StringBuilder blocked = new StringBuilder();
        String text = ORDERS.replace("\n", "");
        for (int i = 0; i < text.length(); i += 40) {
            blocked.append(text, i, Math.min(text.length(), i + 40)).append("\r\n");
        }

        assertThat(order(blocked.toString())).isEqualTo(order(ORDERS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MTR=9'               | MTR=8'                  | SEGMENT_COUNT_WRONG               | MTR | 1",
        "END=3'               | END=4'                  | MESSAGE_COUNT_WRONG               | END | 1",
        "MHD=2+ORDERS:9'      | MHD=4+ORDERS:9'         | MESSAGE_REFERENCE_OUT_OF_SEQUENCE | MHD | 1",
        "MHD=2+ORDERS:9'      | MHD=2+ORDERS:9:X'       | TOO_MANY_ELEMENTS                 | MHD | 2",
        "ORD=PO-4711:SO-1:260301' | ORD=:SO-1:260301'   | ELEMENT_MISSING                   | ORD | 1",
        "ORD=PO-4711:SO-1:260301' | ORD=PO-4711::260231'| DATE_INVALID                      | ORD | 1",
        "+12+10+              | +12+TEN+                | NOT_NUMERIC                       | OLD | 6",
        "+12+10+              | +12+1E999999999+        | NOT_NUMERIC                       | OLD | 6",
        "CLO=5012345000015:D7:9001+DAISY O?'NEILL DEPOT' | DNA=1' | SEGMENT_MISSING            | MTR | 0",
    })
    void aWrongPlaceIsRefusedThere(String right, String wrong, String code, String segment, int element) {
        Reading reading = Reading.of(ORDERS.replace(right.strip(), wrong.strip()));

        assertThat(reading.valid()).isFalse();
        assertThat(reading.findings()).as(reading.findings().toString()).anyMatch(finding -> finding.isError()
                && finding.code().name().equals(code) && segment.equals(finding.position().segment()) && finding.position().element() == element);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", ":", "|", "~", " "})
    void anotherSignBehindTheTagIsNamedOnceForEachMessage(String sign) {
        String wrong = ORDERS.replaceAll("(?m)^([A-Z]{3})=", "$1" + Matcher.quoteReplacement(sign));

        Reading reading = Reading.of(wrong);

        assertThat(reading.interchange().format()).isEqualTo(Format.TRADACOMS);
        assertThat(reading.valid()).isFalse();
        assertThat(reading.errors()).allMatch("TAG_DELIMITER_WRONG"::equals);
        Finding first = reading.interchange().findings().stream().filter(finding -> "STX".equals(finding.position().segment())).findFirst().orElseThrow();
        assertThat(first.position().line()).isEqualTo(1);
        assertThat(first.value()).isEqualTo(sign);
        assertThat(reading.only().findings()).extracting(finding -> finding.position().segment()).containsExactly("CLO");
    }

    @Test
    void oneWrongSignBehindATagIsFoundAtItsSegment() {
        Reading reading = Reading.of(ORDERS.replace("ORD=PO-4711", "ORD+PO-4711"));

        assertThat(reading.errors()).containsExactly("TAG_DELIMITER_WRONG");
        assertThat(reading.only().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.position().segment()).isEqualTo("ORD");
            assertThat(finding.position().line()).isEqualTo((int) ORDERS.substring(0, ORDERS.indexOf("ORD=PO")).lines().count() + 1);
            assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).contains("ORD").contains("等号");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "\"", "|", "", "!"})
    void anotherTerminatorIsNamedAndTheSegmentsAreToldApartAllTheSame(String sign) {
        String wrong = ORDERS.replaceAll("(?<!\\?)'", Matcher.quoteReplacement(sign));

        Reading reading = Reading.of(wrong);

        assertThat(reading.valid()).isFalse();
        assertThat(reading.errors()).as(reading.findings().toString()).isNotEmpty().allMatch("TERMINATOR_WRONG"::equals);
        Finding first = reading.interchange().findings().stream().filter(finding -> "STX".equals(finding.position().segment())).findFirst().orElseThrow();
        assertThat(first.expected()).isEqualTo("MHD");
        assertThat(first.value()).isEqualTo(sign.isEmpty() ? "␊" : sign);
        assertThat(reading.only().findings()).hasSize(1);
    }

    @Test
    void oneLostApostropheIsFoundAtTheSegmentThatItDoesNotEnd() {
        Reading reading = Reading.of(ORDERS.replace("ORD=PO-4711:SO-1:260301'", "ORD=PO-4711:SO-1:260301"));

        assertThat(reading.errors()).containsExactly("TERMINATOR_WRONG");
        assertThat(reading.only().findings().getFirst().position().segment()).isEqualTo("ORD");
    }

    @Test
    void aSegmentOfEdifactIsNotTakenForTradacoms() {
        assertThat(Reading.of("BGM+220+1+9'").interchange().format()).isEqualTo(Format.EDIFACT);
        assertThat(Reading.of("STX;ART;QTY\n1;2;3\n").interchange().format()).isNotEqualTo(Format.TRADACOMS);
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        assertThat(Reading.of(ORDERS.substring(0, ORDERS.indexOf("OTR="))).errors()).contains("MESSAGE_CUT_OFF", "FILE_TRAILER_MISSING");
        assertThat(Reading.of(ORDERS.substring(0, ORDERS.indexOf("CRUSTY"))).errors()).contains("INPUT_ENDS_IN_SEGMENT");
        assertThat(Reading.of(ORDERS + "XYZ=1'").errors()).containsExactly("TEXT_AFTER_END");
        assertThat(Reading.of(ORDERS + ORDERS).messages()).hasSize(2).allMatch(MessageResult::valid);
        assertThat(Reading.of(ORDERS.replace("END=3'", "END=3")).valid()).isTrue();
    }

    @Test
    void otherMessagesAreCheckedAndShownNotMapped() {
        Reading reading = Reading.of("STX=ANA:1+:A+:B+260302+7+PASS+UTLHDR'MHD=1+UTLHDR:3'TYP=0715'MTR=3'MHD=2+UTLBIL:3'BCD=1+2+3'MTR=3'END=2'");

        assertThat(reading.valid()).isTrue();
        assertThat(reading.warnings()).containsExactly("MESSAGE_NOT_MAPPED");
        assertThat(reading.only().type().name()).isEqualTo("UTLBIL");
    }

    @Test
    void anOrderComesBackAsItWas() {
        Reading reading = Reading.of(write(document()));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().document()).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(document());
    }

    @Test
    void anInvoiceComesBackAsItWas() {
        Reading reading = Reading.of(write(invoice()));

        assertThat(reading.findings()).as(new String(write(invoice()), StandardCharsets.ISO_8859_1)).isEmpty();
        assertThat(reading.only().document()).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(invoice());
    }

    @Test
    void whatDoesNotFitIsSaidNotCut() {
        OrderDocument euro = new OrderDocument("1", Kind.STANDARD, Function.ORIGINAL, DAY, null, "EUR", List.of(), List.of(), null, null, null, List.of());
        Line fine = new Line("1", new Item("5000100481453", null, null, null), Quantity.of("0.5", "PCE"), null, null, null, null, List.of());
        OrderDocument half = new OrderDocument("1", Kind.STANDARD, Function.ORIGINAL, DAY, null, "GBP", List.of(), List.of(), null, null, null, List.of(fine));

        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(euro)).withMessageContaining("EUR");
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(half)).withMessageContaining("OLD");
    }

    /** StAEDI knows the envelope of TRADACOMS: counts, references, release characters. */
    @Test
    void anotherReaderFindsNothingWrong() throws Exception {
        for (byte[] file : List.of(write(document()), write(invoice()))) {
            List<String> errors = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            try (EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file))) {
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case START_INTERCHANGE -> assertThat(reader.getStandard()).isEqualTo("TRADACOMS");
                        case SEGMENT_ERROR, ELEMENT_OCCURRENCE_ERROR, ELEMENT_DATA_ERROR -> errors.add(reader.getErrorType() + " " + reader.getText());
                        case ELEMENT_DATA -> texts.add(reader.getText());
                        default -> { }
                    }
                }
            }
            assertThat(errors).isEmpty();
            assertThat(texts).contains("Daisy's Stores", "Mill + Sons: Ltd?", "Depot=7", "PO-4711");
        }
    }

    @Test
    void aSegmentWithoutEndIsRefusedAndNotKept() {
        Reading reading = Reading.of("STX=ANA:1+:A+:B+260302+7'MHD=1+ORDERS:9'DNA=" + "x".repeat(5_000_000) + "'MTR=3'END=1'");

        assertThat(reading.errors()).contains("SEGMENT_TOO_LARGE");
        assertThat(reading.findings().stream().map(Finding::value).filter(value -> value != null)).allMatch(value -> value.length() < 100);
    }

    /** Those of the corpus that have lost segments or messages by their own count; the others are whole. */
    private static final Set<String> LOSSY = Set.of(
            "david-blackwood_edifact_rails__tradacoms.edi", "indice-co_EDI.Net__tradacoms.productplanning.edi",
            "indice-co_EDI.Net__tradacoms.utilitybill.escape2.edi");

    @Test
    void filesOfOthersAreReadUnlessTheyLostSomething() throws IOException {
        String folder = System.getProperty("tradelane.corpus", "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder, "tradacoms")), "no corpus");
        Set<String> wrong = new TreeSet<>();
        try (Stream<String> lines = Files.lines(Path.of(folder, "INDEX.tsv"))) {
            for (String[] row : (Iterable<String[]>) lines.map(line -> line.split("\t", -1)).filter(row -> row[0].startsWith("tradacoms/"))::iterator) {
                Reading reading = Reading.of(Files.readAllBytes(Path.of(folder, row[0])));
                boolean expected = !row[8].startsWith("known-invalid") && !LOSSY.contains(row[0].substring(row[0].lastIndexOf('/') + 1));
                if (reading.valid() != expected) {
                    wrong.add(row[0] + " " + reading.errors());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
