package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.cli.CheckCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents of other projects where they lie: {@code -Dtradelane.corpus=FOLDER}, with its INDEX.tsv. */
@EnabledIfSystemProperty(named = "tradelane.corpus", matches = ".+")
class ConformanceTest {
    private static final Path PAGE = Path.of("..", "docs", "conformance.md");
    /** A row of the page: {@code | `path` | why the source is wrong |}; a path that ends with a slash stands for a folder. */
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| \\S.*\\|$");

    @Test
    void disagreesWithTheSourcesOnlyWhereThePageSaysWhy() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckCommand.run(
                new String[] {"--json", System.getProperty("tradelane.corpus")}, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        JsonMapper mapper = JsonMapper.builder().build();
        List<JsonNode> files = out.toString(StandardCharsets.UTF_8).lines().map(mapper::readTree).filter(line -> line.has("file")).toList();
        List<String> explained = explained();

        assertThat(files).isNotEmpty();
        assertThat(files.stream()
                        .filter(file -> !file.get("agrees").asBoolean())
                        .filter(file -> explained.stream().noneMatch(path -> covers(path, file.get("file").asString())))
                        .map(file -> file.get("file").asString() + " [" + file.get("expected").asString() + "] " + file.get("cause").asString()))
                .isEmpty();
    }

    private static boolean covers(String path, String file) {
        return path.endsWith("/") ? file.startsWith(path) : file.equals(path);
    }

    private static List<String> explained() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.map(ROW::matcher).filter(Matcher::matches).map(row -> row.group(1)).toList();
        }
    }
}
