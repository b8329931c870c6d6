package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.BusinessDocument;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** StAEDI finds the envelopes, references and counts of what we write in order, and every segment. */
class IndependentReaderTest {
    private static final Set<String> DIRECTORIES = Set.of("D96A", "D01B", "D21B");

    static Stream<Arguments> targets() {
        return Stream.concat(Documents.all().stream(), SupplyDocuments.all().stream())
                .flatMap(document -> Translator.standard().targets(document.type()).stream()
                        .filter(target -> target.format() == Format.EDIFACT && DIRECTORIES.contains(target.version()))
                        .map(target -> Arguments.of(document.type(), target, document)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("targets")
    void anotherReaderFindsNothingWrong(Object type, Target target, BusinessDocument document) throws Exception {
        byte[] bytes = Translator.standard().write(List.of(document, document), target, RoundTripTest.ENVELOPE);
        List<String> errors = new ArrayList<>();
        int messages = 0;
        int segments = 0;
        try (EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                switch (event) {
                    case START_TRANSACTION -> messages++;
                    case START_SEGMENT -> segments++;
                    case SEGMENT_ERROR, ELEMENT_OCCURRENCE_ERROR, ELEMENT_DATA_ERROR ->
                        errors.add(reader.getErrorType() + " at " + reader.getLocation());
                    default -> { }
                }
            }
        }
        assertThat(errors).isEmpty();
        assertThat(messages).isEqualTo(2);
        assertThat(segments).isEqualTo((int) new String(bytes, "ISO-8859-1").substring(9).replace("?'", "").chars().filter(c -> c == '\'').count());
    }
}
