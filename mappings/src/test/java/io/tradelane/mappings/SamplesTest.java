package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is judged by the samples is all that can be written. */
class SamplesTest {
    private static final Set<String> USUAL = Set.of("D96A", "D01B", "004010", "005010");
    private static final Set<String> WRITTEN = Samples.written(SamplesTest::isUsual)
            .map(written -> written.document().type() + " " + written.target()).collect(Collectors.toSet());

    private static boolean isUsual(Target target) {
        return target.format() != Format.EDIFACT && target.format() != Format.X12 || USUAL.contains(target.version());
    }

    @ParameterizedTest
    @EnumSource
    void eachTypeHasASampleOfAllThatItIsWrittenAs(DocumentType type) {
        assertThat(WRITTEN).containsAll(Translator.standard().targets(type).stream()
                .filter(SamplesTest::isUsual).map(target -> type + " " + target).toList());
    }
}
