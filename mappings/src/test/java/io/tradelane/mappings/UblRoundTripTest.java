package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as UBL, for Peppol and as CII keeps the schemas and rules that its profile has, and says the same. */
class UblRoundTripTest {
    private static final Envelope ENVELOPE = RoundTripTest.ENVELOPE;

    static Stream<Arguments> targets() {
        return TradeDocuments.all().stream()
                .flatMap(document -> Translator.standard().targets(document.type()).stream()
                        .filter(target -> target.format() == Format.UBL || target.format() == Format.CII)
                        // between other parties: see MessageLevelStatusTest
                        .filter(target -> !target.version().equals("MLS"))
                        .map(target -> Arguments.of(document.type(), document.number(), target, document)));
    }

    @ParameterizedTest(name = "{0} {1} as {2}")
    @MethodSource("targets")
    void whatIsWrittenKeepsTheRulesAndIsReadAgain(DocumentType type, String number, Target target, BusinessDocument document) {
        byte[] bytes = Translator.standard().write(List.of(document), target, ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.errors()).as(reading.findings() + new String(bytes, StandardCharsets.UTF_8)).isEmpty();
        var same = assertThat(reading.only().document()).usingRecursiveComparison();
        if (target.version().equals("PEPPOL")) {
            // the profiles leave out of a party what the network knows
            same.ignoringFields("parties").isEqualTo(document);
        } else {
            same.ignoringCollectionOrderInFields("parties").isEqualTo(document);
        }
    }
}
