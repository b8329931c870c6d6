package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document that goes round an order, in every directory that has its message. */
class SupplyRoundTripTest {
    /** What a directory has no place for. */
    private static final Map<DocumentType, Set<String>> UNFIT = Map.of(
            DocumentType.CATALOGUE, Set.of("D94B", "D95A", "D95B", "D96A", "D96B", "D97A", "D97B", "D98A", "D98B", "D99A", "D99B", "D00A"),
            DocumentType.TRANSPORT_INSTRUCTION, Set.of("D93A", "D94A", "D94B", "D95A"),
            DocumentType.TRANSPORT_STATUS, Set.of("D94B"),
            DocumentType.INVOICE, Set.of("D93A", "D94A"));
    /** Those in daily use; the code lists of others lack a code here and there. */
    private static final Set<String> MAIN = Set.of("D96A", "D97A", "D01B", "D03B", "D10B", "D16B", "D21B");
    /** 5189 has the code only later. */
    private static final Set<DocumentType> WITH_LATER_CODES = Set.of(DocumentType.INVOICE);

    static Stream<Arguments> targets() {
        return SupplyDocuments.all().stream()
                .flatMap(document -> Translator.standard().targets(document.type()).stream()
                        .filter(target -> target.format() == Format.EDIFACT)
                        .map(target -> Arguments.of(document.type(), target, document)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("targets")
    void whatIsWrittenIsReadAgain(DocumentType type, Target target, BusinessDocument document) {
        if (UNFIT.getOrDefault(type, Set.of()).contains(target.version())) {
            return;
        }
        byte[] bytes = Translator.standard().write(List.of(document), target, RoundTripTest.ENVELOPE);

        Reading reading = Reading.of(bytes);

        String written = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(reading.errors()).as(written).isEmpty();
        if (MAIN.contains(target.version()) && !WITH_LATER_CODES.contains(type)) {
            assertThat(reading.warnings()).as(reading.findings().toString()).isEmpty();
        }
        assertThat(reading.only().document()).as(written).usingRecursiveComparison().isEqualTo(document);
    }

    @Test
    void whatAnOldDirectoryCannotSayIsLeftOut() {
        byte[] bytes = Translator.standard().write(List.of(SupplyDocuments.catalogue()), Target.edifact("D96A"), RoundTripTest.ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.only().document()).usingRecursiveComparison()
                .ignoringFields("version", "articles.images").isEqualTo(SupplyDocuments.catalogue());
    }

    @Test
    void everyDeclarationFitsTheDirectoriesItNames() {
        assertThat(new EdifactFamily().cartridge().problems()).isEmpty();
    }

    @Test
    void aMessageOfTwoKindsIsChosenByWhatTheDocumentSays() {
        assertThat(message(SupplyDocuments.forecast())).isEqualTo("DELFOR");
        assertThat(message(SupplyDocuments.justInTime())).isEqualTo("DELJIT");
        assertThat(message(SupplyDocuments.credits())).isEqualTo("CREMUL");
        assertThat(message(SupplyDocuments.debits())).isEqualTo("DEBMUL");
    }

    private static String message(BusinessDocument document) {
        return Reading.of(Translator.standard().write(List.of(document), Target.edifact("D01B"), RoundTripTest.ENVELOPE)).only().type().name();
    }
}
