package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatCatalogueTest {
    private static final Path PAGE = Path.of("..", "docs", "formats.md");

    /** {@code -Dtradelane.write-docs=true} writes the page instead of comparing it. */
    @Test
    void thePageOfFormatsSaysWhatTheMappingsDo() throws IOException {
        if (Boolean.getBoolean("tradelane.write-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, FormatCatalogue.page());
        }
        assertThat(PAGE).content().isEqualTo(FormatCatalogue.page());
    }
}
