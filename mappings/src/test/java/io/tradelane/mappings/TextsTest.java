package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Position;
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
        return Stream.concat(
                Catalogue.families().stream().flatMap(family -> family.findingCodes().values().stream()).flatMap(Stream::of),
                Stream.of(FormatError.values()));
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
        for (String bundle : codes().map(FindingCode::bundle).distinct().toList()) {
            Set<String> expected = new TreeSet<>();
            codes().filter(code -> code.bundle().equals(bundle)).forEach(code -> {
                expected.add(code.name());
                expected.add(code.name() + ".fix");
            });
            for (String language : new String[] {"", "_zh_CN"}) {
                String name = "/" + bundle.replace('.', '/') + language + ".properties";
                try (var stream = getClass().getResourceAsStream(name)) {
                    assertThat(new TreeSet<>(new PropertyResourceBundle(stream).keySet())).as(name).isEqualTo(expected);
                }
            }
        }
    }
}
