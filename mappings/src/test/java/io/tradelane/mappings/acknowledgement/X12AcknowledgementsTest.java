package io.tradelane.mappings.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.AcknowledgementTexts;
import io.tradelane.mappings.Acknowledgements;
import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** What an X12 interchange is answered with, written, read back and held against what was sent. */
class X12AcknowledgementsTest {
    private static final String ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECIPIENT      *260302*1000*U*00401*000000905*1*P*>~";
    private static final String GS = "GS*PO*SENDER*RECIPIENT*20260302*1000*7*X*004010~";
    private static final String GOOD = "ST*850*0001~BEG*00*SA*PO-1**20260302~PO1*1*5*EA*1.25**VP*NW-7~CTT*1~SE*5*0001~";
    private static final String BAD = "ST*850*0002~BEG*00*SA*PO-2**20260230~PO1*1*5*PIECE*1.25*VP*NW-7~QQQ*1~SE*9*0002~";

    private static List<SyntaxAcknowledgementDocument> answer(String text) {
        Reading reading = Reading.of(text);
        return Acknowledgements.x12(reading.interchange(), reading.messages(), "0001", LocalDate.of(2026, 3, 2));
    }

    private static String written(List<SyntaxAcknowledgementDocument> documents, String text, String version) {
        InterchangeHeader header = Reading.of(text).interchange().header();
        Envelope back = Envelope.of(header.recipient(), header.sender(), "000000001", Instant.parse("2026-03-02T10:00:00Z"));
        byte[] bytes = Translator.standard().write(new ArrayList<BusinessDocument>(documents), new Target(Format.X12, version), back);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aGroupIsAcceptedInPartAndTheBadSetToldOfSegmentByElement() {
        String sent = ISA + GS + GOOD + BAD + "GE*2*7~IEA*1*000000905~";

        String text = written(answer(sent), sent, "004010");

        assertThat(text).contains("TA1*000000905*260302*1000*A*000~");
        assertThat(text).contains("AK1*PO*7~AK2*850*0001~AK5*A~AK2*850*0002~");
        assertThat(text).contains("AK3*BEG*2**8~AK4*5**8*20260230~");
        assertThat(text).contains("AK3*PO1*3**8~AK4*3**5*PIECE~");
        assertThat(text).contains("AK3*QQQ*4**1~");
        assertThat(text).containsPattern("AK5\\*R(\\*[45]){2}~");
        assertThat(text).contains("AK9*P*2*2*1~");
    }

    @Test
    void whatIsReadBackNamesGroupSetsAndErrors() {
        String sent = ISA + GS + GOOD + BAD + "GE*2*7~IEA*1*000000905~";
        List<SyntaxAcknowledgementDocument> made = answer(sent);

        Reading back = Reading.of(written(made, sent, "004010"));

        assertThat(back.errors()).isEmpty();
        assertThat(back.messages()).hasSize(2);
        SyntaxAcknowledgementDocument interchange = (SyntaxAcknowledgementDocument) back.messages().getFirst().document();
        SyntaxAcknowledgementDocument group = (SyntaxAcknowledgementDocument) back.messages().getLast().document();
        assertThat(interchange.interchangeReference()).isEqualTo("905");
        assertThat(group.group().reference()).isEqualTo("7");
        assertThat(group.senderIdentifier()).isEqualTo("SENDER:ZZ");
        assertThat(group.messages()).extracting(SyntaxAcknowledgementDocument.Message::reference).containsExactly("0001", "0002");
        assertThat(group.messages()).extracting(SyntaxAcknowledgementDocument.Message::action).containsExactly(Action.ACKNOWLEDGED, Action.REJECTED);
        assertThat(group.messages().getLast().errors()).containsAll(made.getLast().messages().getLast().errors());
    }

    @Test
    void a999IsWrittenWhereTheVersionNamesAConvention() {
        String sent = ISA + GS.replace("004010", "005010X222A1") + GOOD + BAD + "GE*2*7~IEA*1*000000905~";

        String text = written(answer(sent), sent, "005010X231A1");

        assertThat(text).contains("ST*999*").contains("AK1*PO*7*005010X222A1~").contains("IK3*PO1*3**8~IK4*3**5*PIECE~").containsPattern("IK5\\*R");
        assertThat(Reading.of(text).errors()).isEmpty();
    }

    @Test
    void aWrongEnvelopeIsRefusedWithItsNote() {
        String sent = ISA + GS + GOOD + "GE*1*7~IEA*1*000000906~";

        List<SyntaxAcknowledgementDocument> answer = answer(sent);

        assertThat(answer).singleElement().satisfies(document -> {
            assertThat(document.action()).isEqualTo(Action.REJECTED);
            assertThat(document.error().code()).isEqualTo("001");
        });
        assertThat(written(answer, sent, "004010")).contains("TA1*000000905*260302*1000*R*001~");
    }

    @Test
    void aDateInTheHeaderThatIsNoneHasANoteOfItsOwn() {
        String sent = ISA.replace("260302", "261302") + GS + GOOD + "GE*1*7~IEA*1*000000905~";

        assertThat(answer(sent)).singleElement().satisfies(document -> assertThat(document.error().code()).isEqualTo("014"));
    }

    @Test
    void aWrongGroupIsRefusedAsAWhole() {
        String sent = ISA + GS + GOOD + "GE*3*8~IEA*1*000000905~";

        SyntaxAcknowledgementDocument group = answer(sent).getLast();

        assertThat(group.action()).isEqualTo(Action.REJECTED);
        assertThat(group.group().errors()).containsExactlyInAnyOrder("4", "5");
        assertThat(group.group().accepted()).isZero();
    }

    @Test
    void whatCameBeforeIsAnsweredAsTheFirstTimeAndNotToBeSentAgain() {
        String sent = ISA.replace("*1*P", "*0*P") + GS + GOOD + "GE*1*7~IEA*1*000000905~";
        Reading reading = Reading.of(sent);
        assertThat(answer(sent)).singleElement().matches(document -> document.group() != null, "nobody asks for a TA1");

        List<SyntaxAcknowledgementDocument> again = Acknowledgements
                .x12(reading.interchange(), reading.messages(), true, "0001", LocalDate.of(2026, 3, 2)).stream()
                .map(Acknowledgements::duplicate).toList();

        String text = written(again, sent, "004010");
        assertThat(text).contains("TA1*000000905*260302*1000*E*025~").contains("AK9*A*1*1*1~");
        SyntaxAcknowledgementDocument read = (SyntaxAcknowledgementDocument) Reading.of(text).messages().getFirst().document();
        assertThat(read.action()).isEqualTo(Action.ACCEPTED_WITH_ERRORS);
        assertThat(Acknowledgements.saysDuplicate(read)).isTrue();
    }

    @Test
    void aSetWithErrorsThatIsAcceptedIsReadAsSuch() {
        String text = ISA + GS.replace("*PO*", "*FA*")
                + "ST*997*0001~AK1*PO*815~AK2*850*0815~AK3*PO1*3**8~AK4*3*355*7*PIECE~AK5*E*5~AK9*E*1*1*1~SE*8*0001~GE*1*7~IEA*1*000000905~";

        SyntaxAcknowledgementDocument read = (SyntaxAcknowledgementDocument) Reading.of(text).only().document();

        assertThat(read.action()).isEqualTo(Action.ACCEPTED_WITH_ERRORS);
        assertThat(read.messages()).extracting(SyntaxAcknowledgementDocument.Message::action).containsExactly(Action.ACCEPTED_WITH_ERRORS);
        assertThat(AcknowledgementTexts.errors(read, Locale.ENGLISH))
                .contains("850 0815: 7 invalid code (PO1, segment 3, element 3, “PIECE”)");
        assertThat(AcknowledgementTexts.errors(read, Locale.SIMPLIFIED_CHINESE)).contains("7 代码无效 (PO1, 段 3, 元素 3");
    }

    @Test
    void everyCodeOfAnAcknowledgementHasATextInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("io.tradelane.mappings.AcknowledgementCodes", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("io.tradelane.mappings.AcknowledgementCodes", Locale.SIMPLIFIED_CHINESE);
        for (X12Error error : X12Error.values()) {
            String key = error.level().name().toLowerCase(Locale.ROOT) + "." + error.standardCode();
            assertThat(english.containsKey(key)).as(key).isTrue();
        }
        for (EdifactError error : EdifactError.values()) {
            assertThat(english.containsKey("edifact." + error.standardCode())).as(error.name()).isTrue();
        }
        assertThat(english.keySet()).isEqualTo(chinese.keySet())
                .allSatisfy(key -> assertThat(chinese.getString(key)).as(key).containsPattern("\\p{IsHan}"));
    }

    @Test
    void anInterchangeOfAcknowledgementsIsNotAcknowledgedEvenWhereItAsksForIt() {
        String sent = ISA + "GS*FA*SENDER*RECIPIENT*20260302*1000*7*X*004010~ST*997*0001~AK1*PO*5~AK9*A*1*1*1~SE*4*0001~GE*1*7~IEA*1*000000905~";

        assertThat(answer(sent)).isEmpty();
    }

    @Test
    void acknowledgementsAreNotAcknowledged() {
        String sent = ISA.replace("*1*P", "*0*P") + "GS*FA*SENDER*RECIPIENT*20260302*1000*7*X*004010~ST*997*0001~AK1*PO*5~AK9*A*1*1*1~SE*4*0001~GE*1*7~IEA*1*000000905~";

        assertThat(answer(sent)).isEmpty();
    }
}
