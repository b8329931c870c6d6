package io.tradelane.mappings.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Acknowledgements;
import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private static final String RESOURCE = "/io/tradelane/mappings/acknowledgement/orders-two-bad-one-good.edi";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void aSyntaxErrorRefusesItsMessageAndNotTheOnesAroundIt() {
        Reading reading = Reading.ofResource(RESOURCE);

        SyntaxAcknowledgementDocument contrl =
                Acknowledgements.contrl(reading.interchange(), reading.messages(), "1", TODAY).orElseThrow();

        assertThat(contrl.action()).isEqualTo(Action.ACKNOWLEDGED);
        assertThat(contrl.interchangeReference()).isEqualTo("REF0003");
        assertThat(contrl.senderIdentifier()).isEqualTo("4012345500004:14");
        assertThat(contrl.messages()).extracting(Message::action).containsExactly(Action.ACKNOWLEDGED, Action.REJECTED, Action.ACKNOWLEDGED);
        assertThat(contrl.messages().get(1).identifier()).isEqualTo("ORDERS:D:96A:UN:EAN008");
        assertThat(contrl.messages().get(1).errors())
                .contains(new SyntaxError("37", null, 5, 1, 2));
        assertThat(contrl.messages().get(1).errors()).extracting(SyntaxError::code).contains("29");
    }

    @Test
    void theContrlCanBeWrittenAndSaysThePlace() {
        Reading reading = Reading.ofResource(RESOURCE);
        SyntaxAcknowledgementDocument contrl =
                Acknowledgements.contrl(reading.interchange(), reading.messages(), "1", TODAY).orElseThrow();
        Envelope envelope = Envelope.of(
                new PartyAddress("5412345000013", "14"), new PartyAddress("4012345500004", "14"), "C1", Instant.parse("2026-03-02T10:00:00Z"));

        String text = new String(
                Translator.standard().write(List.of(contrl), Target.edifact("D96A"), envelope), StandardCharsets.ISO_8859_1);

        assertThat(text).contains("UNH+1+CONTRL:D:3:UN'", "UCI+REF0003+4012345500004:14+5412345000013:14+7'", "UCM+1+ORDERS:D:96A:UN+7'", "UCS+5'UCD+37+1:2'");
        assertThat(Reading.of(text).findings()).isEmpty();
    }

    @Test
    void anErrorOfContentIsForTheAperak() {
        Reading reading = Reading.ofResource(RESOURCE);

        var aperak = Acknowledgements.aperak(reading.messages().get(2), "A1", TODAY, List.of(), Locale.ENGLISH).orElseThrow();

        assertThat(aperak.accepted()).isFalse();
        assertThat(aperak.messageReference()).isEqualTo("3");
        assertThat(aperak.documentNumber()).isEqualTo("3");
        assertThat(aperak.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("13");
            assertThat(error.text()).startsWith("Line 1 has no quantity.");
        });
        assertThat(Acknowledgements.aperak(reading.messages().get(0), "A1", TODAY, List.of(), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aMessageThatTheContrlRefusesGetsNoAperak() {
        Reading reading = Reading.of("UNB+UNOC:3+A+B+260302:1000+1'UNH+1+ORDERS:D:96A:UN'DTM+137:20260302:102'UNS+S'UNT+4+1'UNZ+1+1'");

        assertThat(Acknowledgements.contrl(reading.interchange(), reading.messages(), "1", TODAY).orElseThrow().messages())
                .extracting(Message::action).containsExactly(Action.REJECTED);
        assertThat(reading.messages().getFirst().findings()).extracting(Finding::code).contains(MappingError.NUMBER_MISSING);
        assertThat(Acknowledgements.aperak(reading.messages().getFirst(), "A1", TODAY, List.of(), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void whatIsMissingIsReportedWhereItsMessageBegins() {
        String text = new String(Reading.bytes(RESOURCE), StandardCharsets.UTF_8);

        Reading reading = Reading.of(text.replace("BGM+220+3+9'", "BGM+220++9'"));

        assertThat(reading.messages().get(2).findings())
                .filteredOn(finding -> finding.code().name().equals("NUMBER_MISSING"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.position().segment()).isEqualTo("BGM");
                    assertThat(finding.position().segmentPosition()).isEqualTo(2);
                    assertThat(finding.position().line()).isEqualTo(19);
                });
    }

    @Test
    void aBrokenEnvelopeRefusesTheInterchange() {
        String text = new String(Reading.bytes(RESOURCE), StandardCharsets.UTF_8).replace("UNZ+3+REF0003'", "UNZ+3+OTHER'");
        Reading reading = Reading.of(text);

        SyntaxAcknowledgementDocument contrl =
                Acknowledgements.contrl(reading.interchange(), reading.messages(), "1", TODAY).orElseThrow();

        assertThat(contrl.action()).isEqualTo(Action.REJECTED);
        assertThat(contrl.error()).isEqualTo(new SyntaxError("28", "UNZ", null, 2, null));
        assertThat(contrl.messages()).isEmpty();
    }

    @Test
    void aMissingTrailerIsNamedAsTheSegmentThatIsMissing() {
        Reading reading = Reading.of(new String(Reading.bytes(RESOURCE), StandardCharsets.UTF_8).replaceAll("UNZ.*\\R?", ""));

        assertThat(Acknowledgements.contrl(reading.interchange(), reading.messages(), "1", TODAY).orElseThrow().error())
                .isEqualTo(new SyntaxError("13", "UNZ", null, null, null));
    }

    @Test
    void aMissingBeginningIsReportedAtTheMessagesOwnHeader() {
        Reading reading = Reading.of(new String(Reading.bytes(RESOURCE), StandardCharsets.UTF_8).replaceAll("BGM\\+220\\+3\\+9'\\R?", ""));

        assertThat(reading.messages().get(2).findings()).filteredOn(finding -> finding.code() == MappingError.NUMBER_MISSING)
                .singleElement().satisfies(finding -> assertThat(finding.position().line()).isEqualTo(18));
    }

    @Test
    void whereNoSenderIsKnownThereIsNobodyToAnswer() {
        Reading reading = Reading.of("not an interchange");

        assertThat(Acknowledgements.contrl(reading.interchange(), reading.messages(), "1", TODAY)).isEmpty();
    }
}
