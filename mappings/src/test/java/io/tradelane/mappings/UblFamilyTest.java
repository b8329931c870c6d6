package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.shared.Quantity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UblFamilyTest {
    private static final String PLACE = "/io/tradelane/mappings/ubl/";

    private static Reading read(String file) {
        return Reading.ofResource(PLACE + file);
    }

    private static Finding error(Reading reading) {
        return reading.findings().stream().filter(Finding::isError).findFirst().orElseThrow();
    }

    @Test
    void takesAnOrderOutOfItsEnvelope() {
        Reading reading = read("enveloped-order.xml");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.interchange().format()).isEqualTo(Format.UBL);
        assertThat(reading.interchange().header().sender()).isEqualTo(new PartyAddress("4012345500004", "14"));
        assertThat(reading.interchange().header().recipient()).isEqualTo(new PartyAddress("987654325", "0192"));
        assertThat(reading.interchange().header().controlReference()).isEqualTo("5f2c6a1e-0001");
        OrderDocument order = (OrderDocument) reading.only().document();
        assertThat(order.number()).isEqualTo("PO-12");
        assertThat(order.lines().getFirst().quantity()).isEqualTo(Quantity.of(10, "C62"));
        assertThat(reading.only().type()).hasToString("Order 2.x urn:fdc:peppol.eu:poacc:trns:order:3");
    }

    @Test
    void aBrokenRuleInAnEnvelopeStandsAtItsLineInTheFile() {
        Reading reading = read("enveloped-order-unknown-unit.xml");

        Finding finding = error(reading);
        assertThat(finding.code().name()).isEqualTo("RULE_BROKEN");
        assertThat(finding.position().line()).isEqualTo(54);
        assertThat(finding.position().column()).isEqualTo(9);
        assertThat(finding.path()).isEqualTo("/Order/OrderLine/LineItem/Quantity");
        assertThat(reading.only().document()).isNull();
    }

    @Test
    void anEnvelopeInAnotherEncodingIsOpenedToo() {
        String text = new String(Reading.bytes(PLACE + "enveloped-order.xml"), StandardCharsets.UTF_8);
        byte[] latin = text.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"").replace("Skruer", "Skrüer").getBytes(StandardCharsets.ISO_8859_1);

        Reading reading = Reading.of(latin);

        assertThat(reading.errors()).isEmpty();
        assertThat(((OrderDocument) reading.only().document()).parties().get(1).name()).isEqualTo("Skrüer AS");
    }

    /** A profile that is conformant and not compliant may break rules of the core. */
    @Test
    void anExtensionOfTheStandardIsOnlyWarnedOfRulesOfTheCore() {
        String text = new String(Reading.bytes(PLACE + "invoice-wrong-sum.xml"), StandardCharsets.UTF_8).replaceFirst(
                "(<cbc:CustomizationID>)[^<]*", "$1urn:cen.eu:en16931:2017#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0");

        Reading reading = Reading.of(text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.findings()).filteredOn(finding -> finding.code().standardCode().equals("BR-CO-16")).isNotEmpty()
                .noneMatch(Finding::isError);
    }

    @Test
    void anInvoiceWithTwoLinesOfOneNumberIsTakenWithAWarning() {
        String text = new String(Reading.bytes(PLACE + "invoice-wrong-sum.xml"), StandardCharsets.UTF_8);
        int line = text.indexOf("<cac:InvoiceLine>");
        int end = text.indexOf("</cac:InvoiceLine>") + "</cac:InvoiceLine>".length();
        String twice = text.substring(0, end) + text.substring(line, end) + text.substring(end);

        Reading reading = Reading.of(twice.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.findings()).extracting(finding -> finding.code().name()).contains("LINE_NUMBER_DOUBTFUL").doesNotContain("LINE_NUMBER_REPEATED");
    }

    @Test
    void aRuleOfTheStandardIsNamedInBothLanguages() {
        Finding finding = error(read("invoice-wrong-sum.xml"));

        assertThat(finding.code().standardCode()).isEqualTo("BR-CO-16");
        assertThat(finding.path()).isEqualTo("/Invoice/LegalMonetaryTotal");
        assertThat(finding.position().line()).isEqualTo(39);
        assertThat(finding.message(Locale.ENGLISH)).startsWith("Rule BR-CO-16 is not met at /Invoice/LegalMonetaryTotal: Amount due for payment");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).startsWith("规则 BR-CO-16 在 /Invoice/LegalMonetaryTotal 处不满足");
    }

    @Test
    void aDocumentThatClaimsNoProfileKeepsItsSchemaAlone() {
        String claimed = new String(Reading.bytes(PLACE + "invoice-wrong-sum.xml"), StandardCharsets.UTF_8);

        Reading reading = Reading.of(claimed.replaceFirst("  <cbc:CustomizationID>.*</cbc:CustomizationID>\n", ""));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.only().document()).isNotNull();
    }

    @Test
    void theSchemaSaysWhatStandsInTheWrongPlace() {
        Reading reading = read("order-elements-out-of-order.xml");

        assertThat(reading.findings())
                .filteredOn(finding -> finding.code().name().equals("SCHEMA_VIOLATED"))
                .extracting(finding -> finding.position().line(), Finding::path)
                .contains(tuple(6, "/Order/Note"), tuple(14, "/Order/OrderLine/LineItem/Quantity"));
        assertThat(error(reading).code().standardCode()).isNotBlank();
    }

    @Test
    void whatIsNotMappedIsCheckedAndNamed() {
        Reading reading = read("statement.xml");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().type().name()).isEqualTo("Statement");
        assertThat(reading.only().document()).isNull();
        assertThat(Reading.of(new String(Reading.bytes(PLACE + "statement.xml"), StandardCharsets.UTF_8).replace("StatementLine", "Line")).valid())
                .isFalse();
    }

    @Test
    void rulesCanBeLeftOut() {
        Reading reading = Reading.of(
                new ByteArrayInputStream(Reading.bytes(PLACE + "invoice-wrong-sum.xml")), ReadOptions.defaults().withoutRules());

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.only().document()).isNotNull();
    }

    @Test
    void aDocumentTypeDeclarationIsRefused() {
        String text = new String(Reading.bytes(PLACE + "invoice-wrong-sum.xml"), StandardCharsets.UTF_8);

        assertThat(Reading.of(text.replace("<Invoice", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Invoice")).valid()).isFalse();
        assertThat(Reading.of(text.substring(0, text.length() - 20)).errors()).containsExactly("NOT_WELL_FORMED");
    }

    @Test
    void testSetsAreChecked() {
        Reading reading = read("test-set.xml");

        assertThat(reading.messages()).extracting(MessageResult::valid).containsExactly(true, true, false);
        assertThat(error(reading).code().standardCode()).isEqualTo("PEPPOL-T01-R005");
        assertThat(error(reading).position().line()).isEqualTo(29);
        assertThat(reading.messages()).extracting(MessageResult::document).containsOnlyNulls();
    }

    @Test
    void aTestSetOnWhichItsRulesFailIsAFinding() {
        Reading reading = read("test-set-rules-fail-on-two-prices.xml");

        assertThat(reading.errors()).containsExactly("RULES_NOT_RUN");
        assertThat(error(reading).position().line()).isEqualTo(7);
    }

    @Test
    void targetsAreNamedAsPeopleNameThem() {
        assertThat(Target.parse("peppol")).contains(new Target(Format.UBL, "PEPPOL"));
        assertThat(Target.parse("ubl")).contains(new Target(Format.UBL, "2.1"));
        assertThat(Target.parse("ubl:2.1")).contains(new Target(Format.UBL, "2.1"));
        assertThat(Target.parse("cii")).contains(new Target(Format.CII, "D16B"));
        assertThatIllegalArgumentException().isThrownBy(() -> Translator.standard()
                .write(List.of(TradeDocuments.receiptAdvice()), new Target(Format.UBL, "PEPPOL"), RoundTripTest.ENVELOPE));
    }

    @Test
    void noPatternOfADateComesFromTheDocument() {
        byte[] invoice = Translator.standard().write(List.of(SupplyDocuments.invoice()), new Target(Format.CII, "D16B"), RoundTripTest.ENVELOPE);
        String tampered = new String(invoice, StandardCharsets.UTF_8).replace("format=\"102\"", "format=\"rr\"");

        Reading read = Reading.of(tampered.getBytes(StandardCharsets.UTF_8));

        assertThat(tampered).contains("format=\"rr\"");
        assertThat(read.errors()).isNotEmpty();
    }

    @Test
    void aPlaceKeptForASignatureMayBeEmpty() {
        String statement = new String(Reading.bytes(PLACE + "statement.xml"), StandardCharsets.UTF_8);

        Reading reading = Reading.of(statement.replaceFirst("<cbc:ID>", """
                <ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">
                <ext:UBLExtension><ext:ExtensionContent/></ext:UBLExtension></ext:UBLExtensions><cbc:ID>"""));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).contains("SCHEMA_VIOLATED");
    }

    @Test
    void aReceiptThatCountsNothingIsTakenWithoutThatLine() {
        byte[] advice = Translator.standard().write(List.of(SupplyDocuments.receiptAdvice()), new Target(Format.UBL, "2.1"), RoundTripTest.ENVELOPE);
        String uncounted = new String(advice, StandardCharsets.UTF_8).replaceFirst("<cbc:ReceivedQuantity.*?</cbc:ReceivedQuantity>", "");

        Reading reading = Reading.of(uncounted);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).contains("LINE_LEFT_OUT");
        assertThat(((ReceiptAdviceDocument) reading.only().document()).lines()).hasSize(SupplyDocuments.receiptAdvice().lines().size() - 1);
    }
}
