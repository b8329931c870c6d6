package io.tradelane.mappings.syntax.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "valid-order", "una-of-its-own", "two-interchanges", "functional-group", "byte-order-mark-and-blank-lines",
        "version-4-with-repetition", "utf-8-counts-characters", "own-code-of-an-agency"
    })
    void findsNothingWrongWith(String fixture) throws IOException {
        assertThat(Fixture.read(fixture, Strictness.STRICT).findings()).isEmpty();
    }

    @Test
    void readsTheEnvelope() throws IOException {
        InterchangeHeader header = Fixture.read("valid-order").headers().getFirst();
        assertThat(header).isEqualTo(new InterchangeHeader(
                "UNOC", "3", new PartyAddress("5412345000013", "14"), new PartyAddress("4012345500004", "14"),
                LocalDateTime.of(2026, 1, 5, 9, 30), "REF77", null, false, false));
    }

    @Test
    void readsTestAndAcknowledgementIndicators() throws IOException {
        String unb = "UNB+UNOC:3+A+B+260105:0930+R++ORDERS++1++1'UNZ+0+R'";
        InterchangeHeader header = read(unb).headers().getFirst();
        assertThat(header.test()).isTrue();
        assertThat(header.acknowledgementRequested()).isTrue();
        assertThat(header.applicationReference()).isEqualTo("ORDERS");
    }

    @Test
    void saysWhereEachMessageLies() throws IOException {
        byte[] bytes = Fixture.bytes("bad-message-between-good-ones");
        for (InterchangeHandler.MessageEnd message : Fixture.read("bad-message-between-good-ones").messages()) {
            byte[] own = Arrays.copyOfRange(bytes, (int) message.start().place().offset(), (int) message.byteEnd());
            String text = new String(own, StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith("UNH+" + message.start().reference()).endsWith("+" + message.start().reference() + "'");
        }
    }

    @Test
    void severalInterchangesInOneFileCarryTheirOwnHeader() throws IOException {
        Fixture read = Fixture.read("two-interchanges");
        assertThat(read.headers()).extracting(InterchangeHeader::controlReference).containsExactly("REF77", "REF78");
        assertThat(read.summary().messages()).isEqualTo(2);
    }

    @Test
    void passesOverAnObjectWhateverStandsInIt() throws IOException {
        Fixture read = Fixture.read("package-before-a-message", Strictness.STRICT);
        assertThat(read.messages()).extracting(message -> message.start().reference()).containsExactly("M1");
        assertThat(read.findings()).extracting(Finding::code).containsExactly(EdifactError.OBJECT_NOT_READ);
        assertThat(read.findings()).noneMatch(Finding::isError);
    }

    @Test
    void passesOverTheSegmentsBeforeAnObjectWithIt() throws IOException {
        String secured = "UNB+UNOC:4+A+B+20260105:0930+R'UNO+D1+BM:1+1:DWG+4:2'USH+1'USA+1''UN+UNP+4+D1'UNZ+1+R'";
        assertThat(read(secured).findings()).extracting(Finding::code).containsExactly(EdifactError.OBJECT_NOT_READ);
    }

    @Test
    void anObjectWithoutLengthIsNotPassedOver() throws IOException {
        assertThat(read("UNB+UNOC:4+A+B+20260105:0930+R'UNO+D1+BM:1+1:DWG+X'UNZ+0+R'").findings())
                .extracting(Finding::code).contains(EdifactError.SEGMENT_OUTSIDE_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1000})
    void readsTheSameHoweverTheBytesArrive(int chunk) throws IOException {
        for (String fixture : new String[] {"valid-order", "bad-message-between-good-ones", "una-of-its-own", "cut-mid-segment",
            "release-character-at-the-end", "version-4-with-repetition", "text-between-interchanges", "package-before-a-message"}) {
            Fixture whole = Fixture.read(fixture);
            Fixture dripped = Fixture.read(dripping(Fixture.bytes(fixture), chunk), Strictness.LENIENT, Limits.defaults());
            assertThat(dripped.findings()).isEqualTo(whole.findings());
            assertThat(dripped.messages()).isEqualTo(whole.messages());
        }
    }

    private static InputStream dripping(byte[] bytes, int chunk) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] b, int offset, int length) {
                return super.read(b, offset, Math.min(length, chunk));
            }
        };
    }

    @Test
    void countsCharactersNotBytesInMultiByteSets() throws IOException {
        byte[] bytes = new String(Fixture.bytes("utf-8-counts-characters"), StandardCharsets.UTF_8)
                .replace("汉+", "汉汉+").getBytes(StandardCharsets.UTF_8);
        Fixture read = Fixture.read(new ByteArrayInputStream(bytes), Strictness.LENIENT, Limits.defaults());
        assertThat(read.findings()).extracting(Finding::code).containsExactly(EdifactError.ELEMENT_TOO_LONG);
    }

    @Test
    void positionsSurviveLineBreaksInsideSegments() throws IOException {
        String text = new String(Fixture.bytes("letters-in-a-numeric-element"), StandardCharsets.ISO_8859_1);
        String wrapped = text.replace("QTY+21:4B", "QTY+2\r\n1:4B");
        Finding letters = read(wrapped).findings().stream()
                .filter(finding -> finding.code() == EdifactError.NOT_NUMERIC).findFirst().orElseThrow();
        assertThat(letters.position().line()).isEqualTo(11);
        assertThat(letters.position().column()).isEqualTo(3);
        assertThat(wrapped.substring((int) letters.position().offset())).startsWith("4B");
    }

    private static Fixture read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Fixture.read(new ByteArrayInputStream(bytes), Strictness.LENIENT, Limits.defaults());
    }
}
