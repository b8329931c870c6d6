package io.tradelane.mappings.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.InventoryReportDocument.Stock;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again as it was; fastexcel's reader, which is not the one here, reads the workbook. */
public class TableRoundTripTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Item SCREW = new Item("4012345000016", "K-17", "A-1", "螺丝 \"verzinkt\", 5 mm");
    private static final Envelope ENVELOPE =
            Envelope.of(new PartyAddress("", null), new PartyAddress("", null), "1", Instant.parse("2026-03-02T10:00:00Z"));

    public static OrderDocument order() {
        Item formula = new Item(null, null, "=HYPERLINK(\"http://evil\")", "@SUM(A1)");
        return new OrderDocument(
                "PO-1", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, DAY, null, "EUR",
                List.of(Party.ofGln(PartyRole.BUYER, "5412345000013"), new Party(PartyRole.SUPPLIER, List.of(), "Weberei, Sonnenthal", null, null)),
                List.of(), null, null, null, List.of(
                        new Line("10", SCREW, Quantity.of("1200", "PCE"), new Price(Money.of("12.50", "EUR"), Quantity.of(100, "PCE")), Money.of("150.00", "EUR"), DAY.plusDays(9), "-handle with care", List.of()),
                        new Line("20", formula, Quantity.of("0.5", "KGM"), null, null, null, null, List.of())));
    }

    public static CatalogueDocument catalogue() {
        Article screw = new Article(
                "1", ArticleAction.ADD, SCREW, SCREW.description(), "long text\nin two lines", "Hersteller", "H-1", "Screws", "PCE", Quantity.of(50, "PCE"),
                new BigDecimal("100"), 7, "DE", new BigDecimal("19"), List.of(
                        new TierPrice(Price.each(Money.of("0.35", "EUR"), "PCE"), BigDecimal.ONE, null, null, null),
                        new TierPrice(Price.each(Money.of("0.30", "EUR"), "PCE"), new BigDecimal("1000"), null, null, null)),
                List.of(new Attribute("Colour", "blue", null)), List.of("screw.png"));
        return new CatalogueDocument(
                "PL-2026", null, DAY, Action.UPDATE, DAY.plusDays(1), DAY.plusYears(1), "EUR", null, List.of(Party.ofGln(PartyRole.SUPPLIER, "4012345500004")),
                List.of(screw));
    }

    public static InventoryReportDocument inventory() {
        return new InventoryReportDocument("INV-1", DAY, OffsetDateTime.parse("2026-03-02T00:00Z"), List.of(), List.of(
                new InventoryReportDocument.Line("1", SCREW, "HAM1", null, List.of(
                        new Stock(Kind.ON_HAND, Quantity.of("1200", "PCE")), new Stock(Kind.RESERVED, Quantity.of("10.5", "PCE"))))));
    }

    static Stream<Arguments> documents() {
        return Stream.of(order(), catalogue(), inventory())
                .flatMap(document -> Stream.of(Format.CSV, Format.XLSX).map(format -> Arguments.of(document.type(), format, document)));
    }

    private static byte[] write(BusinessDocument document, Format format) {
        return Translator.standard().write(List.of(document), new Target(format, ""), ENVELOPE);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("documents")
    void whatIsWrittenIsReadAgain(Object type, Format format, BusinessDocument document) {
        Reading reading = Reading.of(write(document, format));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.interchange().format()).isEqualTo(format);
        assertThat(reading.only().document()).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(document);
    }

    @Test
    void aTextThatWouldBeAFormulaIsNeutralised() {
        String csv = new String(write(order(), Format.CSV), StandardCharsets.UTF_8);

        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"").contains("'@SUM(A1)").contains("'-handle with care");
        assertThat(csv).doesNotContainPattern("(^|,|\n)\"?[=+@]");
    }

    @Test
    void anotherReaderReadsTheWorkbook() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(write(order(), Format.XLSX)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            List<String> headers = rows.getFirst().stream().map(cell -> cell.asString()).toList();

            assertThat(rows).hasSize(3);
            assertThat(headers).contains("Order number", "GTIN", "Quantity", "Delivery date");
            assertThat(rows.get(1).getCellAsNumber(headers.indexOf("Quantity")).orElseThrow()).isEqualByComparingTo("1200");
            assertThat(rows.get(1).getCellAsDate(headers.indexOf("Issue date")).orElseThrow().toLocalDate()).isEqualTo(DAY);
            assertThat(rows.get(2).getCellText(headers.indexOf("Article number"))).isEqualTo("=HYPERLINK(\"http://evil\")");
            assertThat(rows.get(2).getCell(headers.indexOf("Article number")).getFormula()).isNull();
        }
    }
}
