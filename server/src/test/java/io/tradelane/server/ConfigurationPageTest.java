package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?:\\$\\{|\\{\\{)(tradelane\\.[a-z.-]+)");

    @Test
    void thePageSaysWhatTheSettingsSay() throws Exception {
        String page = ConfigurationPage.of(metadata());
        if ("write".equals(System.getProperty("tradelane.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void everySettingIsDescribed() throws Exception {
        assertThat(properties())
                .allSatisfy(property -> assertThat(property.path("description").asString(""))
                        .as(ConfigurationPage.name(property))
                        .isNotBlank());
    }

    /** A setting read by its name in some class or file escapes the compiler's list unless it is described by hand. */
    @Test
    void everySettingThatIsReadIsOnThePage() throws Exception {
        Set<String> known = properties().stream().map(ConfigurationPage::name).collect(Collectors.toSet());
        assertThat(placeholders()).isSubsetOf(known);
    }

    private static Set<String> placeholders() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .flatMap(ConfigurationPageTest::placeholdersIn)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> placeholdersIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|yml|properties)"))
                    .flatMap(file -> PLACEHOLDER.matcher(read(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> properties() throws IOException {
        return metadata().stream()
                .flatMap(file -> file.path("properties").valueStream())
                .toList();
    }

    /** Of this and of every other module that describes its settings; Spring's own thousands are left out. */
    private static List<JsonNode> metadata() throws IOException {
        JsonMapper json = new JsonMapper();
        List<URL> files = Collections.list(ConfigurationPageTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"));
        return files.stream()
                .filter(url -> url.getProtocol().equals("file") || url.getPath().contains("/tradelane-"))
                .map(url -> {
                    try (InputStream stream = url.openStream()) {
                        return json.readTree(stream);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
