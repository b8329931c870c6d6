package io.tradelane.mappings.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.InventoryReportDocument.Stock;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final String GERMAN = """
            Preisliste Frühjahr;;;;;;
            Artikelnummer;EAN;Bezeichnung;Preis (EUR);Preiseinheit;Einheit;gültig ab
            A-1;4012345000016;Schrauben, "verzinkt";1.234,50;100;Stück;01.03.2026
            A-2;;"Muttern; grob";0,12;;Stk;01.03.2026
            """;
    private static final String CHINESE = "订单号,日期,商品编码,品名,数量,单位,单价（元）,交货日期\nPO-1,2026年3月2日,HZ-01,螺丝,1200,个,0.35,2026-03-20\nPO-1,,HZ-02,螺母,300,件,0.2,\n";
    private static final String ORDER = "Order number,Date,SKU,Qty,UOM,Price,Currency\nPO-1,2026-03-02,A-1,10,ea,2.50,EUR\n";

    private static Reading read(String text, Charset charset) {
        return Reading.of(text.getBytes(charset));
    }

    private static CatalogueDocument catalogue(Reading reading) {
        assertThat(reading.errors()).as(reading.findings().toString()).isEmpty();
        return (CatalogueDocument) reading.only().document();
    }

    private static OrderDocument order(Reading reading) {
        assertThat(reading.errors()).as(reading.findings().toString()).isEmpty();
        return (OrderDocument) reading.only().document();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void aGermanPriceListIsReadInAnyCharacterSet(String charset) {
        CatalogueDocument list = catalogue(read(charset.startsWith("UTF-16") ? "\uFEFF" + GERMAN : GERMAN, Charset.forName(charset)));

        assertThat(list.currency()).isEqualTo("EUR");
        assertThat(list.validFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(list.articles()).extracting(Article::name).containsExactly("Schrauben, \"verzinkt\"", "Muttern; grob");
        assertThat(list.articles().getFirst().item().gtin()).isEqualTo("4012345000016");
        assertThat(list.articles().getFirst().prices().getFirst().price())
                .isEqualTo(new Price(Money.of("1234.50", "EUR"), Quantity.of(100, "PCE")));
        assertThat(list.articles().get(1).prices().getFirst().price()).isEqualTo(Price.each(Money.of("0.12", "EUR"), "PCE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aChineseOrderIsReadInAnyCharacterSet(String charset) {
        OrderDocument order = order(read(CHINESE, Charset.forName(charset)));

        assertThat(order.number()).isEqualTo("PO-1");
        assertThat(order.currency()).isEqualTo("CNY");
        assertThat(order.issueDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(order.lines()).extracting(Line::quantity).containsExactly(Quantity.of(1200, "PCE"), Quantity.of(300, "PCE"));
        assertThat(order.lines().getFirst().item().description()).isEqualTo("螺丝");
        assertThat(order.lines().getFirst().requestedDelivery()).isEqualTo(LocalDate.of(2026, 3, 20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "Référence;Désignation;Prix unitaire HT (EUR);Unité  # A-1;Vis;2,50;pièce",
        "Artikelcode;Omschrijving;Prijs in EUR;Eenheid       # A-1;Schroef;2,50;stuks",
        "Código;Denominación;Precio unitario €;Unidad        # A-1;Tornillo;2,50;pza",
        "Item No.|Name|Price EUR|Unit                        # A-1|Screw|2.50|each",
    })
    void columnsAreKnownInOtherLanguages(String headers, String row) {
        Article article = catalogue(Reading.of(headers + "\n" + row + "\n" + row.replace("A-1", "A-2") + "\n")).articles().getFirst();

        assertThat(article.item().supplierArticle()).isEqualTo("A-1");
        assertThat(article.prices().getFirst().price()).isEqualTo(Price.each(Money.of("2.50", "EUR"), "PCE"));
    }

    @Test
    void stockAndQuantityAtAPlaceAreAnInventoryReport() {
        Reading reading = Reading.of("SKU\tWarehouse\tOn hand\tAvailable\tUnit\tStock date\nA-1\tHAM1\t1,200\t1100\tpcs\t2026-03-02\nA-2\tHAM1\t7\t\tpcs\t\n");
        InventoryReportDocument report = (InventoryReportDocument) reading.only().document();

        assertThat(report.issueDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(report.lines().getFirst().location()).isEqualTo("HAM1");
        assertThat(report.lines().getFirst().stocks()).containsExactlyInAnyOrder(
                new Stock(Kind.ON_HAND, Quantity.of("1200", "PCE")), new Stock(Kind.AVAILABLE, Quantity.of("1100", "PCE")));
        assertThat(Reading.of("Artikelnr;Lager;Menge\nA-1;HAM1;5\nA-2;HAM1;6\n").only().type().name()).isEqualTo("INVENTORY_REPORT");
    }

    @Test
    void rowsOfOneOrderNumberAreOneOrder() {
        Reading reading = Reading.of(ORDER + "PO-2,2026-03-02,A-1,5,ea,2.50,EUR\nPO-1,,A-2,1,ea,9,EUR\n");

        assertThat(reading.messages()).extracting(MessageResult::reference).containsExactly("PO-1", "PO-2");
        assertThat(((OrderDocument) reading.messages().getFirst().document()).lines()).extracting(Line::lineNumber).containsExactly("1", "2");
    }

    @Test
    void aScaleOfPricesBelongsToOneArticle() {
        CatalogueDocument list = catalogue(Reading.of("SKU,Name,From quantity,Price,Currency,Unit\nA-1,Screw,1,2.50,EUR,ea\nA-1,Screw,100,2.20,EUR,ea\nA-2,Nut,1,1,EUR,ea\n"));

        assertThat(list.articles()).hasSize(2);
        assertThat(list.articles().getFirst().prices()).extracting(price -> price.from().toPlainString()).containsExactly("1", "100");
    }

    @Test
    void otherColumnsOfAPriceListAreAttributes() {
        CatalogueDocument list = catalogue(Reading.of("SKU,Name,Price,Currency,Colour\nA-1,Screw,2,EUR,blue\nA-2,Nut,1,EUR,\n"));

        assertThat(list.articles().getFirst().attributes()).containsExactly(new Attribute("Colour", "blue", null));
        assertThat(list.articles().get(1).attributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10,2026-03-02,A-1,ten    | NUMBER_INVALID | 4 | Qty",
        "10,32.03.2026,A-1,10     | DATE_INVALID   | 2 | Date",
        "10,2026-03-02,,10        | ITEM_MISSING   | 0 | ",
        "10,2026-03-02,A-1,       | VALUE_MISSING  | 4 | Qty",
        ",2026-03-02,A-1,10       | VALUE_MISSING  | 1 | PO",
    })
    void aWrongCellIsRefusedByRowColumnAndHeader(String row, String code, int column, String header) {
        Reading reading = Reading.of("PO,Date,SKU,Qty,Currency\n" + row + ",EUR\n");

        assertThat(reading.only().document()).isNull();
        Finding finding = reading.findings().stream().filter(Finding::isError).findFirst().orElseThrow();
        assertThat(finding.code().name()).isEqualTo(code);
        assertThat(finding.position().line()).isEqualTo(2);
        assertThat(finding.position().element()).isEqualTo(column);
        assertThat(finding.position().segment()).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1.234,50 | , | 1234.50", "1,234.50 | . | 1234.50", "1 234,5 | , | 1234.5", "1'234.5 | . | 1234.5", "-3 | . | -3", ",5 | , | 0.5",
        "1234 | , | 1234", "1.234.567 | , | 1234567", "12.34 | , | ", "1,23,4 | . | ", "12a | . | ", "1.2.3 | . | ", "- | . | ",
    })
    void numbersAreReadWithTheMarksOfTheTable(String text, char mark, String number) {
        assertThat(TableNumbers.read(text, mark)).isEqualTo(number == null ? null : new BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02,false,2026-03-02", "20260302,false,2026-03-02", "2.3.26,false,2026-03-02", "02/03/2026,false,2026-03-02",
        "03/02/2026,true,2026-03-02", "2026/3/2,false,2026-03-02", "2026年3月2日,false,2026-03-02", "2026-03-02T10:15:00,false,2026-03-02",
        "03022026,false,2026-03-02", "30.02.2026,false,", "2026-13-01,false,", "soon,false,",
    })
    void daysAreReadInSeveralForms(String text, boolean monthFirst, LocalDate day) {
        assertThat(TableDates.read(text, monthFirst)).isEqualTo(day);
    }

    @Test
    void whatIsAmbiguousIsSaid() {
        Reading reading = Reading.of("PO,Date,SKU,Qty,Currency\n10,02/03/2026,A-1,\"1,234\",EUR\n");

        assertThat(order(reading).issueDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(order(reading).lines().getFirst().quantity().value()).isEqualByComparingTo("1234");
        assertThat(reading.warnings()).contains("DATE_AMBIGUOUS", "NUMBER_AMBIGUOUS");
        assertThat(Reading.of("PO,Date,SKU,Qty,Currency\n10,02/03/2026,A-1,1,EUR\n10,02/28/2026,A-1,1.5,EUR\n").warnings()).doesNotContain("DATE_AMBIGUOUS");
    }

    @Test
    void aGtinThatASpreadsheetRoundedIsRefused() {
        assertThat(Reading.of("PO,Date,EAN,Qty,Currency\n10,2026-03-02,4.01234E+12,1,EUR\n").errors()).containsExactly("NUMBER_ROUNDED");
    }

    @Test
    void aSavedMappingReadsWhatTheNamesDoNotSay() {
        TableMapping mapping = new TableMapping(
                DocumentType.ORDER, Map.of("1", TableField.ORDER_NUMBER, "3", TableField.SUPPLIER_ARTICLE, "4", TableField.QUANTITY, "2", TableField.ISSUE_DATE),
                false, ';', ',', "MM/dd/yy", "USD", "PCE");
        byte[] bytes = "PO-7;03/02/26;Rose Bush;1.234,5\n".getBytes(StandardCharsets.UTF_8);

        OrderDocument order = order(Reading.of(
                new ByteArrayInputStream(bytes), ReadOptions.defaults().withTable(TableMapping.ofJson(mapping.toJson()))));

        assertThat(order.number()).isEqualTo("PO-7");
        assertThat(order.issueDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(order.lines().getFirst().quantity()).isEqualTo(Quantity.of("1234.5", "PCE"));
        assertThat(TableMapping.ofJson(mapping.toJson())).isEqualTo(mapping);
    }

    @Test
    void aTableOfUnknownColumnsIsShownNotRefused() {
        Reading reading = Reading.of("POS Order,Y,JoeBlock,Rose Bush\nPOS Order,Y,JoeBlock,Rose Bush\n");

        assertThat(reading.valid()).isTrue();
        assertThat(reading.warnings()).containsExactly("COLUMNS_NOT_MAPPED");
        assertThat(reading.only().document()).isNull();
        assertThat(reading.interchange().format()).isEqualTo(Format.CSV);
        assertThat(Reading.of("Dear Sir,\nplease send, as agreed, ten pieces.\nYours").interchange().format()).isEqualTo(Format.UNKNOWN);
    }

    @Test
    void spreadsheetsSayTheirDelimiterInTheFirstLine() {
        assertThat(order(Reading.of("sep=,\r\n" + ORDER)).lines()).hasSize(1);
        assertThat(order(Reading.of(ORDER)).party(PartyRole.BUYER)).isEmpty();
    }
}
