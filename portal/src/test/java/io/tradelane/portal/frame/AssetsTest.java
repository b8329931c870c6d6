package io.tradelane.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The committed assets: small enough, lowered for older browsers, and with every icon a page names. */
class AssetsTest {
    private static final Path ASSETS = Path.of("src/main/resources/static/assets");

    @Test
    void staysWithinTheBudget() throws IOException {
        assertThat(zipped("hub.css")).isLessThan(35 * 1024);
        assertThat(zipped("hub.js")).isLessThan(28 * 1024);
        assertThat(zipped("icons.svg")).isLessThan(6 * 1024);
    }

    @Test
    void needsNoNewBrowser() throws IOException {
        assertThat(Files.readString(ASSETS.resolve("hub.css"))).doesNotContain("light-dark(", "oklch(", "color-mix(");
    }

    @Test
    void hasEveryIconThatATemplateNames() throws IOException {
        String sprite = Files.readString(ASSETS.resolve("icons.svg"));
        Pattern icon = Pattern.compile("icons\\.svg#([\\w-]+)\\}");
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher matcher = icon.matcher(Files.readString(template));
                while (matcher.find()) {
                    assertThat(sprite).as(template.toString()).contains("id=\"" + matcher.group(1) + "\"");
                }
            }
        }
    }

    private static int zipped(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(Files.readAllBytes(ASSETS.resolve(name)));
        }
        return bytes.size();
    }
}
