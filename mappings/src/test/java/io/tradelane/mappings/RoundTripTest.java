package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.OrderDocument;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    static final Envelope ENVELOPE = new Envelope(
            new PartyAddress("4012345500004", "14"), new PartyAddress("5412345000013", "14"), "REF0001",
            Instant.parse("2026-03-02T10:00:00Z"), "77", false, true, "ISO-8859-1");

    static Stream<Arguments> targets() {
        return Documents.all().stream()
                .flatMap(document -> Translator.standard().targets(document.type()).stream().map(target -> Arguments.of(document.type(), target, document)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("targets")
    void whatIsWrittenIsReadAgain(Object type, Target target, BusinessDocument document) {
        byte[] bytes = Translator.standard().write(List.of(document), target, ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.findings()).as(new String(bytes, StandardCharsets.ISO_8859_1)).isEmpty();
        assertThat(reading.only().document())
                .as(new String(bytes, StandardCharsets.ISO_8859_1))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class) // zeros behind the point are not sent
                .isEqualTo(document);
    }

    @Test
    void severalDocumentsMakeOneInterchangeWithCountedReferences() {
        byte[] bytes = Translator.standard().write(List.of(Documents.order(), Documents.invoice()), Target.edifact("D01B"), ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.messages()).extracting(MessageResult::reference).containsExactly("77", "78");
        assertThat(reading.messages()).extracting(MessageResult::document).containsExactly(Documents.order(), Documents.invoice());
        assertThat(reading.interchange().header().sender()).isEqualTo(new PartyAddress("4012345500004", "14"));
        assertThat(reading.interchange().header().acknowledgementRequested()).isTrue();
    }

    @Test
    void chineseTextsGoInUtf8() {
        BusinessDocument order = new OrderDocument(
                "1", Documents.order().kind(), Documents.order().function(), Documents.order().issueDate(), null, "CNY",
                List.of(), List.of(), null, "请在中午前送货", null, Documents.order().lines());

        byte[] bytes = Translator.standard().write(List.of(order), Target.edifact("D01B"), ENVELOPE.withCharset("UTF-8"));

        assertThat(Reading.of(bytes).only().document()).isEqualTo(order);
    }
}
