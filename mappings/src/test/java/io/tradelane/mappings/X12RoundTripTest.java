package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transaction set that is written, in several versions. */
class X12RoundTripTest {
    static final Envelope ENVELOPE = new Envelope(
            new PartyAddress("RECIPIENT", "ZZ"), new PartyAddress("SENDER", "ZZ"), "000000815", Instant.parse("2026-03-02T10:00:00Z"), "0077", true, true, "UTF-8");

    static Stream<Arguments> sets() {
        return X12Documents.all().entrySet().stream().flatMap(entry -> Stream.of("004010", "005010", "007030", "008010")
                .map(version -> Arguments.of(entry.getKey(), version, entry.getValue())));
    }

    static String write(BusinessDocument document, String version) {
        return new String(Translator.standard().write(List.of(document), new Target(Format.X12, version), ENVELOPE), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("sets")
    void whatIsWrittenIsReadAgain(String set, String version, BusinessDocument document) {
        String text = write(document, version + "/" + set);

        Reading reading = Reading.of(text);

        assertThat(reading.findings()).as(text).isEmpty();
        assertThat(reading.only().type().name()).isEqualTo(set);
        assertThat(reading.only().document())
                .as(text)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(document);
    }

    @Test
    void everyDeclarationFitsEveryVersion() {
        assertThat(new X12Family().cartridge().problems()).isEmpty();
    }

    @Test
    void anImplementationConventionAsksForA999() {
        SyntaxAcknowledgementDocument document = X12Documents.group("PO", "005010X231");

        Reading reading = Reading.of(write(document, "005010X231"));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.only().type().name()).isEqualTo("999");
        assertThat(reading.only().document()).isEqualTo(document);
    }

    @Test
    void aSeparatorInWordsBecomesABlankAndInANumberIsRefused() {
        OrderDocument order = X12Documents.order();

        OrderDocument starred = new OrderDocument(
                order.number(), order.kind(), order.function(), order.issueDate(), null, "USD", List.of(), List.of(), null, "5 * 3", null, order.lines());
        OrderDocument numbered = new OrderDocument(
                "PO~1", order.kind(), order.function(), order.issueDate(), null, "USD", List.of(), List.of(), null, null, null, order.lines());

        assertThat(((OrderDocument) Reading.of(write(starred, "004010")).only().document()).note()).isEqualTo("5   3");
        assertThatExceptionOfType(UnwritableException.class).isThrownBy(() -> write(numbered, "004010")).withMessageContaining("BEG03");
    }

    @Test
    void headerHasItsWidthsAndTheControlNumbersAgree() {
        String text = write(X12Documents.order(), "004010");

        assertThat(text).startsWith(
                "ISA*00*          *00*          *ZZ*RECIPIENT      *ZZ*SENDER         *260302*1000*U*00401*000000815*1*T*:~GS*PO*RECIPIENT*SENDER*20260302*1000*815*X*004010~ST*850*0077~");
        assertThat(text).endsWith("*0077~GE*1*815~IEA*1*000000815~");
    }

    @Test
    void aTargetIsNamedByItsVersion() {
        assertThat(Target.parse("x12:005010")).contains(new Target(Format.X12, "005010"));
        assertThat(Target.parse("x12")).contains(new Target(Format.X12, "004010"));
    }
}
