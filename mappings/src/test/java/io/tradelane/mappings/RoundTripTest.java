package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document as EDIFACT and as JSON; the other formats have round trips of their own. */
class RoundTripTest {
    static final Envelope ENVELOPE = new Envelope(
            new PartyAddress("4012345500004", "14"), new PartyAddress("5412345000013", "14"), "REF0001",
            Instant.parse("2026-03-02T10:00:00Z"), "77", false, true, "ISO-8859-1");

    /** Those in daily use; the code lists of others lack a code here and there. */
    private static final Set<Target> MAIN = Set.of(Target.edifact("D96A"), Target.edifact("D01B"), Target.JSON);
    /** An IBAN or a reason in words was too long for them. */
    private static final Set<String> OLDEST = Set.of("D93A", "D94A", "D94B");

    static Stream<Arguments> targets() {
        return Documents.all().stream()
                .flatMap(document -> Translator.standard().targets(document.type()).stream()
                        .filter(target -> target.format() == Format.EDIFACT || target.format() == Format.JSON)
                        .map(target -> Arguments.of(document.type(), target, document)))
                // A time of the notification has a zone, and DTM none; SupplyRoundTripTest has one in UTC.
                .filter(arguments -> arguments.get()[0] != DocumentType.PAYMENT_NOTIFICATION || arguments.get()[1].equals(Target.JSON))
                .filter(arguments -> !(OLDEST.contains(((Target) arguments.get()[1]).version())
                        && (arguments.get()[0] == DocumentType.INVOICE || arguments.get()[0] == DocumentType.REMITTANCE_ADVICE)));
    }

    @Test
    void whatDoesNotFitIsSaidNotCut() {
        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> Translator.standard().write(List.of(Documents.invoice()), Target.edifact("D93A"), ENVELOPE))
                .withMessageContaining("FII");
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("targets")
    void whatIsWrittenIsReadAgain(Object type, Target target, BusinessDocument document) {
        byte[] bytes = Translator.standard().write(List.of(document), target, ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.errors()).as(new String(bytes, StandardCharsets.ISO_8859_1)).isEmpty();
        if (MAIN.contains(target)) {
            assertThat(reading.warnings()).as(reading.findings().toString()).isEmpty();
        }
        assertThat(reading.only().document())
                .as(new String(bytes, StandardCharsets.ISO_8859_1))
                .usingRecursiveComparison()
                .isEqualTo(document);
    }

    @Test
    void severalDocumentsMakeOneInterchangeWithCountedReferences() {
        byte[] bytes = Translator.standard().write(List.of(Documents.order(), Documents.invoice()), Target.edifact("D01B"), ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.messages()).extracting(MessageResult::reference).containsExactly("77", "78");
        assertThat(reading.messages()).extracting(message -> message.type().name()).containsExactly("ORDERS", "INVOIC");
        assertThat(reading.interchange().header().sender()).isEqualTo(new PartyAddress("4012345500004", "14"));
        assertThat(reading.interchange().header().acknowledgementRequested()).isTrue();
    }

    @Test
    void chineseTextsGoInUtf8() {
        BusinessDocument order = new OrderDocument(
                "1", Documents.order().kind(), Documents.order().function(), Documents.order().issueDate(), null, "CNY",
                List.of(), List.of(), null, "请在中午前送货", null, Documents.order().lines());

        byte[] bytes = Translator.standard().write(List.of(order), Target.edifact("D01B"), ENVELOPE.withCharset("UTF-8"));

        assertThat(((OrderDocument) Reading.of(bytes).only().document()).note()).isEqualTo("请在中午前送货");
    }
}
