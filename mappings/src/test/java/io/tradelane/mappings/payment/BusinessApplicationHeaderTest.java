package io.tradelane.mappings.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessApplicationHeaderTest {
    private static final String FOLDER = "/io/tradelane/mappings/payment/";
    private static final String STATEMENT = text("camt053-v08-busmsg.xml");
    private static final String TRANSFER = text("pain001-v09-datapdu.xml");

    private static String text(String name) {
        return new String(Reading.bytes(FOLDER + name), StandardCharsets.UTF_8);
    }

    @Test
    void aStatementInABusinessMessageIsFromWhomItsHeaderSays() {
        Reading reading = Reading.of(STATEMENT);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.interchange().format()).isEqualTo(Format.ISO20022);
        MessageResult message = reading.only();
        assertThat(message.type().name()).isEqualTo("camt.053");
        assertThat(message.reference()).isEqualTo("STM-7");
        assertThat(message.header().sender()).isEqualTo(new PartyAddress("NORDDEFFXXX", "BIC"));
        assertThat(message.header().recipient()).isEqualTo(new PartyAddress("MOLTNL2AXXX", "BIC"));
        assertThat(message.header().controlReference()).isEqualTo("BM-20260302-7");
        assertThat(message.header().preparedAt()).isEqualTo(LocalDateTime.of(2026, 3, 2, 18, 0));
        assertThat(reading.interchange().header()).isEqualTo(message.header());
        assertThat(((BankStatementDocument) message.document()).statements().getFirst().entries()).hasSize(1);
    }

    @Test
    void theMessageIsTheBytesOfItsDocument() {
        MessageResult message = Reading.of(STATEMENT).only();

        String bytes = STATEMENT.substring((int) message.byteStart(), (int) message.byteEnd());
        assertThat(bytes).startsWith("<Document xmlns").endsWith("</Document>");
    }

    @Test
    void aTransferInADataPduIsReadAndPlacesAreThoseOfTheFile() {
        Reading reading = Reading.of(TRANSFER.replace("<PmtMtd>TRF<", "<PmtMtd>XXX<"));

        assertThat(reading.only().header().sender()).isEqualTo(new PartyAddress("NW-4711", "ZZZ"));
        assertThat(((PaymentInstructionDocument) reading.only().document()).batches()).hasSize(1);
        Finding finding = reading.findings().getFirst();
        assertThat(finding.code().name()).isEqualTo("UNKNOWN_CODE");
        assertThat(finding.position().line()).isEqualTo(19);
        assertThat(TRANSFER.lines().toList().get(18).substring(finding.position().column() - 1)).startsWith("<PmtMtd>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestPayload", "Envelope", "message", "Document"})
    void anyElementMayBeTheEnvelope(String name) {
        Reading reading = Reading.of(STATEMENT.replace("BusMsg", name));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().document()).isNotNull();
    }

    @Test
    void aHeaderThatAnnouncesAnotherMessageIsAnErrorWhereItSaysSo() {
        Reading reading = Reading.of(STATEMENT.replace("<h:MsgDefIdr>camt.053.001.08", "<h:MsgDefIdr>camt.054.001.08"));

        assertThat(reading.valid()).isFalse();
        Finding finding = reading.findings().getFirst();
        assertThat(finding.code().name()).isEqualTo("HEADER_DISAGREES");
        assertThat(finding.position().line()).isEqualTo(7);
        assertThat(finding.value()).isEqualTo("camt.054.001.08");
        assertThat(finding.expected()).isEqualTo("camt.053.001.08");
        assertThat(finding.message(Locale.ENGLISH)).contains("camt.054.001.08").contains("camt.053.001.08");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).contains("报文头");
    }

    @Test
    void aMarketsOwnVersionOfTheAnnouncedMessageIsThatMessage() {
        Reading reading = Reading.of(TRANSFER.replace("xsd:pain.001.001.09", "xsd:pain.001.001.09.ch.03"));

        assertThat(reading.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fr", "To", "BizMsgIdr", "MsgDefIdr", "CreDt"})
    void whatAHeaderHasToSayIsMissedByName(String name) {
        String without = STATEMENT.replaceFirst("(?s)<h:" + name + ">.*?</h:" + name + ">", "");

        Reading reading = Reading.of(without);

        assertThat(reading.errors()).containsExactly("MISSING_ELEMENT");
        assertThat(reading.findings().getFirst().expected()).isEqualTo(name);
        assertThat(reading.findings().getFirst().path()).isEqualTo("/BusMsg/AppHdr/" + name);
    }

    @Test
    void severalDocumentsEachHaveTheHeaderBeforeThem() {
        String inner = STATEMENT.substring(STATEMENT.indexOf("<h:AppHdr"), STATEMENT.indexOf("</BusMsg>"));
        String both = "<Xchg>" + inner + inner.replace("BM-20260302-7", "BM-9").replace("STM-7", "STM-9") + "</Xchg>";

        Reading reading = Reading.of(both);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.messages()).extracting(message -> message.header().controlReference()).containsExactly("BM-20260302-7", "BM-9");
        assertThat(reading.messages()).extracting(MessageResult::reference).containsExactly("STM-7", "STM-9");
        assertThat(reading.messages()).extracting(MessageResult::index).containsExactly(0, 1);
        assertThat(both.substring((int) reading.messages().get(1).byteStart())).startsWith("<Document");
    }

    @Test
    void moreDocumentsThanOneInterchangeMayHoldAreRefused() {
        String inner = STATEMENT.substring(STATEMENT.indexOf("<h:AppHdr"), STATEMENT.indexOf("</BusMsg>"));
        Limits few = new Limits(1_000_000, 1 << 16, 1 << 14, 1 << 16, 1_000, 2, 20);

        Reading reading = Reading.of(
                new ByteArrayInputStream(("<Xchg>" + inner.repeat(3) + "</Xchg>").getBytes(StandardCharsets.UTF_8)), new ReadOptions(Strictness.LENIENT, few));

        assertThat(reading.messages()).hasSize(2);
        assertThat(reading.interchange().rejected()).isTrue();
        assertThat(reading.errors()).containsExactly("TOO_LARGE");
    }

    @Test
    void aWrappedDocumentWithoutAHeaderIsFromWhomItSaysItself() {
        Reading reading = Reading.of(STATEMENT.replaceFirst("(?s)<h:AppHdr.*</h:AppHdr>", ""));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().header().sender()).isEqualTo(new PartyAddress("NORDDEFFXXX", "BIC"));
        assertThat(reading.only().header().controlReference()).isEqualTo("STM-7");
    }

    @Test
    void aMessageThatIsNotMappedIsNamedWithItsSender() {
        Reading reading = Reading.of(STATEMENT.replace("camt.053.001.08", "pacs.008.001.08"));

        assertThat(reading.valid()).isTrue();
        assertThat(reading.warnings()).containsExactly("MESSAGE_NOT_MAPPED");
        assertThat(reading.only().type().name()).isEqualTo("pacs.008");
        assertThat(reading.only().header().sender().id()).isEqualTo("NORDDEFFXXX");
    }

    @Test
    void aHeaderWithoutADocumentIsRefused() {
        Reading reading = Reading.of(STATEMENT.replaceFirst("(?s)<Document.*</Document>", ""));

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.interchange().rejected()).isTrue();
        assertThat(reading.errors()).containsExactly("MISSING_ELEMENT");
    }

    @Test
    void aFileThatIsCutIsNotWellFormedWhereverItIsCut() {
        for (int end = STATEMENT.indexOf("<GrpHdr>"); end < STATEMENT.lastIndexOf('>'); end += 11) {
            Reading reading = Reading.of(STATEMENT.substring(0, end));

            assertThat(reading.valid()).isFalse();
            assertThat(reading.errors()).contains("NOT_WELL_FORMED");
        }
    }

    @Test
    void anEnvelopeInAnotherCharacterSetIsReadToo() {
        Charset latin = StandardCharsets.ISO_8859_1;
        String text = STATEMENT.replace("UTF-8", "ISO-8859-1").replace("Molenaar Textiel", "Mölenaar Textiel");

        Reading reading = Reading.of(text.getBytes(latin));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().byteEnd()).isEqualTo(text.length());
    }

    @Test
    void aNotificationInAnEnvelopeIsRead() {
        String bare = text("camt054-v08-batch.xml");
        String wrapped = "<RequestPayload>" + STATEMENT.substring(STATEMENT.indexOf("<h:AppHdr"), STATEMENT.indexOf("<Document"))
                .replace("camt.053", "camt.054") + bare.substring(bare.indexOf("<Document")) + "</RequestPayload>";

        var document = (PaymentNotificationDocument) Reading.of(wrapped).only().document();

        assertThat(document).isEqualTo(Reading.of(bare).only().document());
    }

    @Test
    void anotherVersionOfTheAnnouncedMessageIsReadAsWhatItIs() {
        Reading reading = Reading.of(STATEMENT.replace("<h:MsgDefIdr>camt.053.001.08", "<h:MsgDefIdr>camt.053.001.02"));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).containsExactly("HEADER_DISAGREES");
        assertThat(reading.only().document()).isNotNull();
    }
}
