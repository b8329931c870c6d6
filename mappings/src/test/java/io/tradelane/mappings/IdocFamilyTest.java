package io.tradelane.mappings;

import static io.tradelane.mappings.IdocDocuments.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tradelane.mappings.IdocDocuments.Written;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdocFamilyTest {
    private static final Envelope ENVELOPE = Envelope.of(
            new PartyAddress("4012345500004", "14"), new PartyAddress("SUPPLIER1", "LI"), IdocDocuments.NUMBER, Instant.parse("2026-03-02T10:15:00Z"));
    private static final String TWO = new String(Reading.bytes("idoc/orders05-two-with-extension.txt"), StandardCharsets.ISO_8859_1);

    static byte[] write(BusinessDocument document, String version) {
        return Translator.standard().write(List.of(document), new Target(Format.IDOC, version), ENVELOPE);
    }

    static List<Written> documents() {
        return IdocDocuments.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentComesBackAsItWasInBothEncodings(Written written) {
        for (String encoding : new String[] {"", "-FLAT"}) {
            byte[] bytes = write(written.document(), written.basicType() + encoding);
            Reading reading = Reading.of(bytes);

            assertThat(reading.findings()).as(new String(bytes, StandardCharsets.ISO_8859_1)).isEmpty();
            assertThat(reading.interchange().format()).isEqualTo(Format.IDOC);
            assertThat(reading.only().type().version()).isEqualTo(written.basicType());
            assertThat(reading.only().reference()).isEqualTo(IdocDocuments.NUMBER);
            assertThat(reading.only().document()).usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(written.document());
        }
    }

    private static OrderDocument small() {
        return new OrderDocument(
                "PO-7", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, DAY, null, "EUR",
                List.of(new Party(PartyRole.BUYER, List.of(new Party.Identifier(Party.Scheme.GLN, "4012345500004")), "Meier & Söhne", null, null)), List.of(),
                null, null, null, List.of(new OrderDocument.Line(
                        "10", new Item(null, null, "A-1", "Ham"), Quantity.of("12.5", "KGM"), Price.each(Money.of("-3.20", "EUR"), "KGM"), null,
                        DAY.plusDays(7), null, List.of())));
    }

    /** The files were made by hand from the published positions of the fields. */
    @Test
    void whatIsWrittenIsWhatTheBasicTypePrescribes() {
        Translator translator = Translator.standard();
        byte[] xml = translator.write(List.of(small()), new Target(Format.IDOC, "ORDERS05"), ENVELOPE.asTest());
        byte[] flat = translator.write(List.of(small()), new Target(Format.IDOC, "ORDERS05-FLAT"), ENVELOPE.asTest());

        assertThat(new String(xml, StandardCharsets.UTF_8)).isEqualTo(new String(Reading.bytes("idoc/orders05-expected.xml"), StandardCharsets.UTF_8));
        assertThat(new String(flat, StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(Reading.bytes("idoc/orders05-expected.txt"), StandardCharsets.ISO_8859_1));
    }

    @Test
    void anotherParserFindsTheValuesWhereTheyBelong() throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(write(IdocDocuments.despatchAdvice(), "DELVRY07")));
        var xpath = XPathFactory.newInstance().newXPath();

        assertThat(xpath.evaluate("/DELVRY07/IDOC/E1EDL20/E1EDL24[POSNR='000010']/LFIMG", document)).isEqualTo("1000");
        assertThat(xpath.evaluate("/DELVRY07/IDOC/E1EDL20/E1EDL37[1]/E1EDL44/VEMNG", document)).isEqualTo("600");
        assertThat(xpath.evaluate("/DELVRY07/IDOC/E1EDL20/E1EDL24[POSNR='000010']/E1EDL41[QUALI='001']/BSTNR", document)).isEqualTo("PO-4711");
        assertThat(xpath.evaluate("/DELVRY07/IDOC/E1EDL20/E1EDT13[QUALF='006']/ISDD", document)).isEqualTo("20260317");
        assertThat(xpath.evaluate("count(/DELVRY07/IDOC/E1EDL20/E1EDL37/preceding-sibling::E1EDL24)", document)).isEqualTo("2");
    }

    @Test
    void aFileOfSapIsReadIdocByIdocWithItsExtensions() {
        Reading reading = Reading.of(TWO.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.messages()).extracting(MessageResult::reference).containsExactly("186", "187");
        assertThat(reading.messages()).extracting(message -> message.type().toString()).containsOnly("ORDERS ORDERS05 ZORDERS5");
        assertThat(reading.interchange().header().sender()).isEqualTo(new PartyAddress("N01CLNT100", "LS"));
        OrderDocument order = (OrderDocument) reading.messages().getFirst().document();
        assertThat(order.number()).isEqualTo("4500000001");
        assertThat(order.issueDate()).isEqualTo(DAY.minusDays(1));
        assertThat(order.requestedDelivery()).isEqualTo(DAY.plusDays(7));
        assertThat(order.note()).isEqualTo("Bitte vor 12 Uhr anliefern");
        assertThat(order.party(PartyRole.SHIP_TO).orElseThrow().name()).isEqualTo("Lager Süd");
        assertThat(order.party(PartyRole.SUPPLIER).orElseThrow().identifiers()).extracting(Party.Identifier::value).containsExactly("70012", "K-9");
        OrderDocument.Line line = order.lines().getFirst();
        assertThat(line.quantity().sameAs(Quantity.of("10", "PCE"))).isTrue();
        assertThat(line.price().basis().sameAs(Quantity.of(100, "PCE"))).isTrue();
        assertThat(line.requestedDelivery()).isEqualTo(DAY.plusDays(8));
        assertThat(line.item()).isEqualTo(new Item("4006381333931", "4711", "NW-7", "Bolt M8"));
    }

    /** Each message's bytes are the IDoc itself. */
    @Test
    void anIdocCutOutOfAFileIsTheSame() {
        byte[] file = TWO.getBytes(StandardCharsets.ISO_8859_1);
        MessageResult second = Reading.of(file).messages().getLast();
        byte[] cut = java.util.Arrays.copyOfRange(file, (int) second.byteStart(), (int) second.byteEnd());

        assertThat(Reading.of(cut).only().document()).isEqualTo(second.document());
    }

    @Test
    void lineEndsAndCharacterSetAreToldFromTheBytes() {
        BusinessDocument order = Reading.of(TWO.getBytes(StandardCharsets.ISO_8859_1)).messages().getFirst().document();
        StringBuilder counted = new StringBuilder();
        for (String record : TWO.split("\r\n")) {
            int length = record.startsWith("EDI_DC40") ? 524 : 1063;
            counted.append(record).repeat(' ', length - record.length());
        }

        for (byte[] bytes : List.of(
                TWO.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1), TWO.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + TWO.replace("\r\n", "\r")).getBytes(StandardCharsets.UTF_8), counted.toString().getBytes(StandardCharsets.ISO_8859_1),
                counted.toString().getBytes(StandardCharsets.UTF_8))) {
            Reading reading = Reading.of(bytes);
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.messages()).hasSize(2);
            assertThat(reading.messages().getFirst().document()).isEqualTo(order);
        }
    }

    @Test
    void aControlRecordOfReleaseThreeIsReadToo() {
        String control = "EDI_DC    " + "100" + "0000000000000186" + "31H " + "30" + "        " + "1" + "HUB       LI70012     " + " ".repeat(91) + " ".repeat(13)
                + " ".repeat(8) + "SAPN01    LSN01CLNT100" + " ".repeat(91) + " ".repeat(112) + "19990302101500" + "ORDERSORDERS01";
        String record = "E2EDK01   " + "100" + "0000000000000186" + "00000100000001" + "  " + "    EUR" + " ".repeat(72) + "NB  PO-1";
        String item = "E2EDP01   " + "100" + "0000000000000186" + "00000200000002" + "  " + "000010     5              EA";
        Reading reading = Reading.of(control + "\n" + record + "\n" + item + "\n");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.only().document()).isInstanceOfSatisfying(OrderDocument.class, order -> assertThat(order.number()).isEqualTo("PO-1"));
        assertThat(reading.interchange().header().sender().id()).isEqualTo("N01CLNT100");
    }

    @Test
    void severalIdocsInOneRootOfAnyNameAreRead() {
        String xml = new String(write(small(), "ORDERS05"), StandardCharsets.UTF_8);
        String one = xml.substring(xml.indexOf("<IDOC"), xml.indexOf("</ORDERS05>"));
        String other = one.replace("0000000000004711", "0000000000004712");

        Reading reading = Reading.of("<?xml version='1.0'?><_-ACME_-ZORDERS xmlns='urn:sap'>" + one + other + "</_-ACME_-ZORDERS>");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.messages()).extracting(MessageResult::reference).containsExactly("4711", "4712");
        assertThat(Reading.of(one).only().document()).isEqualTo(Reading.of(xml).only().document());
        byte[] two = ("<?xml version='1.0'?><Z>" + one + "\n" + other + "</Z>").getBytes(StandardCharsets.UTF_8);
        MessageResult second = Reading.of(two).messages().getLast();
        assertThat(new String(two, (int) second.byteStart(), (int) (second.byteEnd() - second.byteStart()), StandardCharsets.UTF_8)).isEqualTo(other.strip());
    }

    @Test
    void aCustomersOwnTypeIsReadByItsFamilyAndShownIfNobodyKnowsIt() {
        String xml = new String(write(small(), "ORDERS05"), StandardCharsets.UTF_8);
        Reading own = Reading.of(xml.replace("<MESTYP>ORDERS<", "<MESTYP>ZORDERS<").replace("<E1EDP01 ", "<Z1HEAD SEGMENT=\"1\"><COLOUR>RED</COLOUR></Z1HEAD><E1EDP01 "));
        Reading unknown = Reading.of(xml.replace(">ORDERS05<", ">ZANYTHING<").replace("<MESTYP>ORDERS<", "<MESTYP>ZANY<"));

        assertThat(own.findings()).isEmpty();
        assertThat(own.only().document()).isInstanceOf(OrderDocument.class);
        assertThat(unknown.valid()).isTrue();
        assertThat(unknown.warnings()).containsExactly("MESSAGE_NOT_MAPPED");
    }

    @Test
    void theOlderShippingNoticeIsReadToo() {
        Reading reading = Reading.of("""
                <DESADV01><IDOC BEGIN="1">
                  <EDI_DC40 SEGMENT="1"><DOCNUM>0000000000000300</DOCNUM><IDOCTYP>DESADV01</IDOCTYP><MESTYP>DESADV</MESTYP><SNDPRN>S1</SNDPRN><RCVPRN>R1</RCVPRN></EDI_DC40>
                  <E1EDKA1 SEGMENT="1"><PARVW>LF</PARVW><PARTN>0000070012</PARTN></E1EDKA1>
                  <E1EDK03 SEGMENT="1"><IDDAT>012</IDDAT><DATUM>20260302</DATUM></E1EDK03>
                  <E1EDK08 SEGMENT="1"><VBELN>0080000012</VBELN>
                    <E1EDP07 SEGMENT="1"><POSNR>000010</POSNR><VGBEL>4500000001</VGBEL></E1EDP07>
                    <E1EDP09 SEGMENT="1"><POSNR>000010</POSNR><MATNR>NW-7</MATNR><KDMAT>B-100</KDMAT><LFIMG>5.000</LFIMG><VRKME>ST</VRKME></E1EDP09>
                  </E1EDK08></IDOC></DESADV01>
                """);

        assertThat(reading.findings()).isEmpty();
        DespatchAdviceDocument advice = (DespatchAdviceDocument) reading.only().document();
        assertThat(advice.number()).isEqualTo("80000012");
        assertThat(advice.orderNumber()).isEqualTo("4500000001");
        assertThat(advice.packages().getFirst().lines().getFirst().shipped()).isEqualTo(Quantity.of("5.000", "PCE"));
    }

    @Test
    void taxesThatOnlyTheLinesSayAreSummedUpByRate() {
        String xml = new String(write(IdocDocuments.invoice(InvoiceDocument.Kind.INVOICE), "INVOIC02"), StandardCharsets.UTF_8)
                .replaceAll("(?s)<E1EDK04.*?</E1EDK04>", "").replace("<MSATZ>19</MSATZ>\n      </E1EDP04>", "<MSATZ>19.000</MSATZ><MWSBT>18.05</MWSBT></E1EDP04>")
                .replace("<MSATZ>19</MSATZ>\n        </E1EDP04>", "<MSATZ>19.000</MSATZ><MWSBT>18.05</MWSBT></E1EDP04>");
        Reading reading = Reading.of(xml);

        assertThat(reading.findings()).isEmpty();
        InvoiceDocument invoice = (InvoiceDocument) reading.only().document();
        assertThat(invoice.taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.rate()).isEqualByComparingTo("19");
            assertThat(tax.amount().sameAs(Money.of("18.05", "EUR"))).isTrue();
            assertThat(tax.base().sameAs(Money.of("95.00", "EUR"))).isTrue();
        });
    }

    @Test
    void testsAndPartnersStandInTheControlRecord() {
        byte[] bytes = Translator.standard().write(List.of(small()), new Target(Format.IDOC, "ORDERS05-FLAT"), ENVELOPE.asTest());
        var header = Reading.of(bytes).interchange().header();

        assertThat(header.test()).isTrue();
        assertThat(header.sender()).isEqualTo(new PartyAddress("4012345500004", "14"));
        assertThat(header.recipient()).isEqualTo(new PartyAddress("SUPPLIER1", "LI"));
        assertThat(header.controlReference()).isEqualTo("4711");
        assertThat(header.preparedAt()).isEqualTo("2026-03-02T10:15:00");
    }

    @Test
    void whatIsWrittenIsSentAsWhatItIs() {
        Target xml = Target.parse("idoc:orders05").orElseThrow();
        Target flat = Target.parse("idoc:orders05-flat").orElseThrow();

        assertThat(xml.mediaType() + " " + xml.ending()).isEqualTo("application/xml xml");
        assertThat(flat.mediaType() + " " + flat.ending()).isEqualTo("text/plain idoc");
    }

    @Test
    void severalDocumentsAreNumberedOn() {
        byte[] bytes = Translator.standard().write(List.of(small(), small()), new Target(Format.IDOC, ""), ENVELOPE);

        assertThat(Reading.of(bytes).messages()).extracting(MessageResult::reference).containsExactly("4711", "4712");
    }

    @Test
    void theApplicationsRefusalIsReadAsStatusOfItsIdoc() {
        SyntaxAcknowledgementDocument read = (SyntaxAcknowledgementDocument) Reading.of(write(IdocDocuments.refusal(), "ALEAUD01")).only().document();

        assertThat(read.interchangeReference()).isEqualTo("186");
        assertThat(read.action()).isEqualTo(Action.REJECTED);
        assertThat(read.messages().getFirst().errors()).extracting(SyntaxAcknowledgementDocument.SyntaxError::value).containsExactly("The unit XYZ is not known");
    }

    @Test
    void anIdocIsAnsweredByItsNumberWithEveryError() {
        String wrong = TWO.replaceFirst("20260312", "20261312").replaceFirst("000010     10.000         ", "000010     ten            ");
        Reading reading = Reading.of(wrong.getBytes(StandardCharsets.ISO_8859_1));
        SyntaxAcknowledgementDocument answer = Acknowledgements.idoc(reading.interchange(), reading.messages(), "9", DAY).orElseThrow();

        assertThat(answer.messages()).extracting(SyntaxAcknowledgementDocument.Message::reference).containsExactly("186", "187");
        assertThat(answer.messages()).extracting(SyntaxAcknowledgementDocument.Message::action).containsExactly(Action.REJECTED, Action.ACKNOWLEDGED);
        assertThat(answer.messages().getFirst().errors()).extracting(SyntaxAcknowledgementDocument.SyntaxError::code).contains("60");
        String audit = new String(write(answer, "ALEAUD01"), StandardCharsets.UTF_8);
        assertThat(audit).contains("<STATUS>60</STATUS>").contains("<STATUS>53</STATUS>").contains("\"20261312\" in E1EDP20/EDATU is not a date");
        assertThat(Acknowledgements.idoc(Reading.of(audit).interchange(), Reading.of(audit).messages(), "10", DAY)).isEmpty();
        assertThat(Acknowledgements.contrl(reading.interchange(), reading.messages(), "9", DAY)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsSaidNotCut() {
        DespatchAdviceDocument advice = IdocDocuments.despatchAdvice();
        List<DespatchAdviceDocument.Package> packages = new ArrayList<>(advice.packages());
        DespatchAdviceDocument.Line line = packages.getLast().lines().getFirst();
        packages.set(2, new DespatchAdviceDocument.Package(null, null, List.of(new DespatchAdviceDocument.Line(
                "20", "PO-4711", "20", new Item(null, "B".repeat(36), null, null), line.shipped(), null, null))));
        DespatchAdviceDocument wide = new DespatchAdviceDocument(
                advice.number(), advice.issueDate(), null, null, null, null, List.of(), packages);

        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(wide, "DELVRY07")).withMessageContaining("E1EDL24/KDMAT35");
        OrderDocument chinese = new OrderDocument(
                "1", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, DAY, null, "CNY", List.of(), List.of(), null, "请准时", null, small().lines());
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(chinese, "ORDERS05-FLAT")).withMessageContaining("ISO-8859-1");
        assertThat(Reading.of(write(chinese, "ORDERS05")).errors()).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> write(chinese, "INVOIC02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.50-", "-12.50", " 12.50-", "00012.50-"})
    void aMinusSignMayStandAtEitherEnd(String number) {
        String xml = new String(write(small(), "ORDERS05"), StandardCharsets.UTF_8).replace(">3.20-<", ">" + number + "<");

        OrderDocument order = (OrderDocument) Reading.of(xml).only().document();
        assertThat(order.lines().getFirst().price().amount().sameAs(Money.of("-12.50", "EUR"))).isTrue();
    }
}
