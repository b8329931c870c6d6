package io.tradelane.mappings.cartridge.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlCartridgeTest {
    private static final String PLACE = "io/tradelane/mappings/cartridge/xml/";
    private static final XmlCartridge CARTRIDGE = XmlCartridge.of(List.of(PLACE + "fragments.xml", PLACE + "order.xml"));
    private static final String ORDER = "<Order xmlns='urn:example:order-2' xmlns:b='urn:example:basic' xmlns:a='urn:example:aggregate'>%s</Order>";
    private static final String ID = "<b:ID>1</b:ID>";
    private static final String LINES = "<a:Lines><a:Line><b:ID>1</b:ID></a:Line></a:Lines>";

    @Test
    void theDeclarationsHaveNoProblems() {
        assertThat(CARTRIDGE.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<x:field name='a' at='A' requierd='true'/>;unknown attribute requierd",
        "<x:fields name='a' at='A'/>;unknown declaration fields",
        "<x:field name='a' at='A[b'/>;expected",
        "<x:field name='a' at='z:A'/>;prefix z is not declared",
        "<x:field name='a'/>;has no at",
        "<x:use fragment='none'/>;no fragment none",
        "<x:rows name='a' at='.'/>;an element of their own",
        "<x:rows name='a' at='A[B=\"1\"]' stream='true'/>;cannot stream",
    })
    void aWrongDeclarationSaysWhatIsWrong(String content, String message) {
        String text = "<list xmlns:x='" + XmlResource.NAMESPACE + "'><x:document name='wrong' root='r'>" + content + "</x:document></list>";
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> {
            XmlResource resource = XmlResource.read("wrong.xml", in);
            new XmlResource.Bound(XmlResource.complete(resource.documents().getFirst(), Map.of()), null).read();
        }).withMessageContaining(message);
    }

    @Test
    void anEmptyTextIsWrittenWhereTheDeclarationSaysSo() throws Exception {
        String text = "<list xmlns:x='" + XmlResource.NAMESPACE + "'><x:document name='d' root='r'><x:constant at='A/@xml:lang' value='en'/>"
                + "<x:field name='a' at='A' empty='true'/><x:field name='b' at='B'/></x:document></list>";
        XmlResource resource = XmlResource.read("empty.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Declaration.Document document = XmlResource.complete(resource.documents().getFirst(), Map.of());
        Row row = new Row(document.layout()).set("a", "").set("b", "");

        byte[] written = new XmlResource.Bound(document, null).write().write(row, XmlStyle.PLAIN);

        assertThat(new String(written, StandardCharsets.UTF_8)).endsWith("<r><A xml:lang=\"en\"></A></r>");
    }

    @Test
    void readsTheFieldsOfADocument() throws Exception {
        BoundDocument read = document();
        Row order = read.row();

        assertThat(read.findings()).isEmpty();
        assertThat(read.name()).isEqualTo("order");
        assertThat(order.text("version")).isEqualTo("1.4");
        assertThat(order.date("issueDate")).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(order.dateTime("issuedAt", ZoneOffset.UTC)).isEqualTo(OffsetDateTime.parse("2026-03-04T10:20:30+08:00"));
        assertThat(order.isTrue("urgent")).isTrue();
    }

    @Test
    void takesTheBestOfSeveralPlacesEvenIfItComesLater() throws Exception {
        assertThat(document().row().text("number")).isEqualTo("PO-1");
    }

    @Test
    void joinsTheTextsOfARepeatedElement() throws Exception {
        assertThat(document().row().text("notes")).isEqualTo("First & <foremost>\n绿色 🐉");
    }

    @Test
    void readsADateInTheFormThatStandsBesideIt() throws Exception {
        assertThat(document().row().date("deliveryDate")).isEqualTo(LocalDate.of(2026, 4, 5));
    }

    @Test
    void aConditionOnAChildHoldsWhetherItComesBeforeOrAfterTheValue() throws Exception {
        Row order = document().row();

        assertThat(order.text("contract")).isEqualTo("C-7");
        assertThat(order.text("quotation")).isEqualTo("Q-9");
    }

    @Test
    void rowsOfOneKindComeFromSeveralPlaces() throws Exception {
        assertThat(document().row().rows("parties"))
                .extracting(row -> row.text("role"), row -> row.text("name"), row -> row.text("gln"), row -> row.text("vat"), row -> row.text("country"))
                .containsExactly(tuple("BY", "Nordwind GmbH", "4000001000005", "DE123", "DE"), tuple("SU", "Mistral SARL", null, null, null));
    }

    @Test
    void aConditionDecidesAboutAWholeRow() throws Exception {
        Row order = document().row();

        assertThat(order.rows("charges")).extracting(row -> row.decimal("amount")).containsExactly(new BigDecimal("5.00"));
        assertThat(order.rows("allowances")).extracting(row -> row.decimal("amount")).containsExactly(new BigDecimal("-2.5"));
    }

    @Test
    void readsRowsInRows() throws Exception {
        List<Row> lines = document().row().rows("lines");

        assertThat(lines).extracting(row -> row.text("number"), row -> row.text("unit"), row -> row.text("name"), row -> row.text("otherName"))
                .containsExactly(tuple("1", "C62", "Bolt", "Bolzen"), tuple("2", "KGM", null, null));
        assertThat(lines.getFirst().rows("properties")).extracting(row -> row.text("name"), row -> row.text("value"))
                .containsExactly(tuple("colour", "grey"), tuple("length", "30 mm"));
    }

    @Test
    void rowsAndFieldsKnowWhereTheyStand() throws Exception {
        Row line = document().row().rows("lines").getFirst();

        assertThat(line.position().line()).isEqualTo(31);
        assertThat(line.position().column()).isEqualTo(5);
        assertThat(line.position().segment()).isEqualTo("Line");
        assertThat(line.position("quantity").line()).isEqualTo(33);
        assertThat(line.position("unit").segment()).isEqualTo("@unitCode");
        assertThat(line.path("gtin")).isEqualTo("/Order/Lines/Line/Item/Standard/ID");
    }

    @Test
    void whatWasWrittenIsReadAsTheSame() throws Exception {
        Row order = document().row();

        for (XmlStyle style : new XmlStyle[] {XmlStyle.PLAIN, XmlStyle.INDENTED}) {
            BoundDocument again = read(new ByteArrayInputStream(CARTRIDGE.write(order, style)));

            assertThat(again.findings()).isEmpty();
            assertThat(again.row()).hasToString(order.toString());
        }
    }

    @Test
    void writesElementsInTheOrderOfTheDeclaration() throws Exception {
        Row order = CARTRIDGE.newRow("order").set("number", "7").set("contract", "C").set("quotation", "Q").set("notes", "x\ny");
        order.set("deliveryDate", LocalDate.of(2026, 4, 5));
        order.add("parties").set("role", "SU").set("name", "A \"B\" <C>").set("vat", "V").set("gln", "4");
        order.add("lines").set("number", 1).set("quantity", new BigDecimal("1.50")).set("unit", "C62");
        order.add("lines").set("number", 2).set("gtin", "07300010000001").set("name", "N");

        assertThat(new String(CARTRIDGE.write(order, XmlStyle.INDENTED), StandardCharsets.UTF_8)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Order xmlns="urn:example:order-2" xmlns:a="urn:example:aggregate" xmlns:b="urn:example:basic">
                  <b:CustomizationID>urn:example:profile</b:CustomizationID>
                  <b:ID>7</b:ID>
                  <b:Note>x</b:Note>
                  <b:Note>y</b:Note>
                  <a:Delivery>
                    <b:Date format="102">20260405</b:Date>
                  </a:Delivery>
                  <a:Document>
                    <b:ID>C</b:ID>
                    <b:TypeCode>CT</b:TypeCode>
                  </a:Document>
                  <a:Document>
                    <b:TypeCode>AQ</b:TypeCode>
                    <b:ID>Q</b:ID>
                  </a:Document>
                  <a:Seller>
                    <a:Party>
                      <b:EndpointID schemeID="0088">4</b:EndpointID>
                      <a:PartyName>
                        <b:Name>A "B" &lt;C&gt;</b:Name>
                      </a:PartyName>
                      <a:TaxScheme>
                        <b:CompanyID>V</b:CompanyID>
                        <a:Scheme>
                          <b:ID>VAT</b:ID>
                        </a:Scheme>
                      </a:TaxScheme>
                    </a:Party>
                  </a:Seller>
                  <a:Lines>
                    <a:Line>
                      <b:ID>1</b:ID>
                      <b:Quantity unitCode="C62">1.50</b:Quantity>
                    </a:Line>
                    <a:Line>
                      <b:ID>2</b:ID>
                      <a:Item>
                        <b:Name>N</b:Name>
                        <a:Standard>
                          <b:ID schemeID="0160">07300010000001</b:ID>
                        </a:Standard>
                      </a:Item>
                    </a:Line>
                  </a:Lines>
                </Order>
                """);
    }

    @Test
    void anotherNamespaceCanBeAskedFor() {
        Row order = CARTRIDGE.newRow("order").set("number", "7");
        order.add("lines").set("number", 1);

        assertThat(new String(CARTRIDGE.write(order, new XmlStyle(false, "urn:example:order-3")), StandardCharsets.UTF_8))
                .contains("<Order xmlns=\"urn:example:order-3\"");
    }

    @Test
    void refusesToWriteWhatCannotBeWritten() {
        Row order = CARTRIDGE.newRow("order").set("number", "12345678901").set("notes", "bell \u0007");
        order.add("lines").set("name", "N");

        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> CARTRIDGE.write(order, XmlStyle.PLAIN))
                .satisfies(e -> assertThat(e.findings()).extracting(finding -> finding.code(), Finding::path).containsExactly(
                        tuple(XmlError.TOO_LONG, "/Order/ID"),
                        tuple(XmlError.CHARACTER_REFUSED, "/Order/Note"),
                        tuple(XmlError.MISSING_ELEMENT, "/Order/Lines/Line/ID")));
    }

    @Test
    void reportsWhatIsMissingWhereItShouldStand() throws Exception {
        assertThat(read("\n<a:Delivery/>\n<a:Lines>\n  <a:Line>\n<a:Item><b:Other/></a:Item></a:Line></a:Lines>").findings())
                .extracting(Finding::code, finding -> finding.position().line(), Finding::path)
                .containsExactly(
                        tuple(XmlError.MISSING_ELEMENT, 5, "/Order/Lines/Line/Item/Name"),
                        tuple(XmlError.MISSING_ELEMENT, 4, "/Order/Lines/Line/ID"),
                        tuple(XmlError.MISSING_ELEMENT, 1, "/Order/ID"));
    }

    @Test
    void whatIsRequiredWithinAnElementIsMissedOnlyWhereThatIs() throws Exception {
        assertThat(read(ID + LINES).findings()).isEmpty();
        assertThat(read(ID + LINES.replace("</a:Line>", "<a:Item/></a:Line>")).findings()).extracting(Finding::code, Finding::path)
                .containsExactly(tuple(XmlError.MISSING_ELEMENT, "/Order/Lines/Line/Item/Name"));
    }

    @Test
    void reportsMissingRows() throws Exception {
        assertThat(read(ID).findings()).extracting(Finding::code, Finding::expected).containsExactly(tuple(XmlError.MISSING_ELEMENT, "Line"));
    }

    @Test
    void reportsValuesThatDoNotFitWhereTheyStand() throws Exception {
        String text = "\n<b:ID>12345678901</b:ID>\n<b:IssueDate>2026-02-30</b:IssueDate>\n<b:Urgent>perhaps</b:Urgent>"
                + "\n<a:Buyer><a:Party><a:PartyName><b:Name>N</b:Name></a:PartyName>\n<a:PostalAddress><a:Country><b:Code>XX</b:Code></a:Country></a:PostalAddress></a:Party></a:Buyer>"
                + "\n<a:Lines><a:Line><b:ID>1.5</b:ID>\n<b:Quantity>1,5</b:Quantity></a:Line></a:Lines>";

        assertThat(read(text).findings())
                .extracting(Finding::code, finding -> finding.position().line(), Finding::value, Finding::path)
                .containsExactly(
                        tuple(XmlError.TOO_LONG, 2, "12345678901", "/Order/ID"),
                        tuple(XmlError.BAD_DATE, 3, "2026-02-30", "/Order/IssueDate"),
                        tuple(XmlError.UNKNOWN_CODE, 4, "perhaps", "/Order/Urgent"),
                        tuple(XmlError.UNKNOWN_CODE, 6, "XX", "/Order/Buyer/Party/PostalAddress/Country/Code"),
                        tuple(XmlError.BAD_NUMBER, 7, "1.5", "/Order/Lines/Line/ID"),
                        tuple(XmlError.BAD_NUMBER, 8, "1,5", "/Order/Lines/Line/Quantity"));
    }

    @Test
    void saysNothingAboutARowThatIsNone() throws Exception {
        String adjustment = "<a:Adjustment><b:Amount>x</b:Amount><b:Indicator>%s</b:Indicator></a:Adjustment>";

        assertThat(read(ID + LINES + adjustment.formatted("none")).findings()).isEmpty();
        assertThat(read(ID + LINES + adjustment.formatted("true")).findings()).extracting(Finding::code).containsExactly(XmlError.BAD_NUMBER);
    }

    @Test
    void aDocumentThatNobodyDeclaredIsNamed() throws Exception {
        BoundDocument read = read(new ByteArrayInputStream("<Invoice xmlns='urn:x'/>".getBytes(StandardCharsets.UTF_8)));

        assertThat(read.row()).isNull();
        assertThat(read.findings()).extracting(Finding::code, Finding::value).containsExactly(tuple(XmlError.UNKNOWN_MESSAGE, "Invoice (urn:x)"));
    }

    @Test
    void aCutDocumentKeepsWhatWasRead() throws Exception {
        BoundDocument read = read(new ByteArrayInputStream(ORDER.formatted(ID + LINES + "<b:Note>").replace("</b:ID></a:Line>", "").getBytes(StandardCharsets.UTF_8)));

        assertThat(read.valid()).isFalse();
        assertThat(read.row().text("number")).isEqualTo("1");
    }

    private static BoundDocument document() throws IOException {
        try (InputStream in = XmlCartridgeTest.class.getResourceAsStream("order-document.xml")) {
            return read(in);
        }
    }

    private static BoundDocument read(String content) throws IOException {
        return read(new ByteArrayInputStream(ORDER.formatted(content).getBytes(StandardCharsets.UTF_8)));
    }

    private static BoundDocument read(InputStream in) throws IOException {
        return CARTRIDGE.read(in, XmlLimits.defaults(), 100);
    }
}
