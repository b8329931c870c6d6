package io.tradelane.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a template must not contain. A partner's free text reaches every page: unescaped output and preprocessing would run it
 * (CVE-2026-40477, -40478, -41901), and the content security policy lets nothing inline run or style.
 */
class TemplatesTest {
    private static final List<Pattern> BANNED = Stream.of(
                    "th:utext", "__\\$\\{", "\\[\\(", "\\[\\[", "th:inline", "th:on\\w+", "\\sstyle=", "th:style", "\\son\\w+=", "hx-on", "js:", "javascript:",
                    "<script(?![^>]*src)", "<style", "hx-trigger=\"[^\"]*\\[")
            .map(Pattern::compile)
            .toList();

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNothingThatRunsOrStyles(Path template) throws IOException {
        String source = Files.readString(template);
        assertThat(BANNED.stream().filter(banned -> banned.matcher(source).find())).isEmpty();
    }

    static Stream<Path> templates() throws IOException {
        return Files.walk(Path.of("src/main/resources/templates")).filter(file -> file.toString().endsWith(".html"));
    }
}
