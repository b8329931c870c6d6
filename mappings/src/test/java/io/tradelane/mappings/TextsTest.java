package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.json.JsonError;
import io.tradelane.mappings.rules.RuleError;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.xml.XmlError;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    static Stream<FindingCode> codes() {
        return Stream.of(EdifactError.values(), XmlError.values(), JsonError.values(), MappingError.values(), FormatError.values(), RuleError.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyFindingHasItsTextInBothLanguages(FindingCode code) {
        Finding finding = Finding.of(code, new Position(3, 4, 50, "BGM", 2, 1, 1), "value", "expected");

        assertThat(finding.message(Locale.ENGLISH)).isNotBlank().doesNotContain("{").doesNotContainPattern("\\p{IsHan}");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
        assertThat(finding.fix(Locale.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(finding.fix(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void noBundleHasTextsThatNothingSays() throws Exception {
        for (FindingCode first : new FindingCode[] {
            EdifactError.values()[0], XmlError.values()[0], JsonError.values()[0], MappingError.values()[0], FormatError.values()[0],
            RuleError.values()[0]
        }) {
            Set<String> expected = new TreeSet<>();
            codes().filter(code -> code.bundle().equals(first.bundle())).forEach(code -> {
                expected.add(code.name());
                expected.add(code.name() + ".fix");
            });
            for (String language : new String[] {"", "_zh_CN"}) {
                String name = "/" + first.bundle().replace('.', '/') + language + ".properties";
                try (var stream = getClass().getResourceAsStream(name)) {
                    assertThat(new TreeSet<>(new PropertyResourceBundle(stream).keySet())).as(name).isEqualTo(expected);
                }
            }
        }
    }
}
