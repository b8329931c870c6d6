package io.tradelane.mappings.syntax.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interchanges that do not say their separators as they should. */
class SeparatorsTest {
    private static final String ORDER = """
            UNB+UNOB:1+5412345000013:14+4012345500004:14+260105:0930+REF77'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+PO-1+9'
            DTM+137:20260105:102'
            NAD+BY+5412345000013::9'
            LIN+1++4000862141404:EN'
            QTY+21:48'
            UNS+S'
            UNT+8+1'
            UNZ+1+REF77'
            """;

    private static List<String> findings(String text) throws IOException {
        Fixture read = Fixture.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), Strictness.LENIENT, Limits.defaults());
        assertThat(read.messages()).hasSize(1);
        assertThat(read.messages().getFirst().segments()).isEqualTo(8);
        return read.findings().stream().map(Finding::code).map(code -> code.name()).toList();
    }

    @Test
    void theUsualOnesNeedNoWord() throws IOException {
        assertThat(findings(ORDER)).isEmpty();
    }

    @Test
    void controlCharactersOfSetBAreTold() throws IOException {
        String text = ORDER.replace("'\n", "\u001c").replace('+', '\u001d').replace(':', '\u001f');

        assertThat(findings(text)).containsExactly("SERVICE_STRING_ASSUMED");
    }

    @Test
    void othersThatNobodyAnnouncedAreTold() throws IOException {
        assertThat(findings(ORDER.replace("'\n", "~\n").replace('+', '|').replace(':', '^'))).containsExactly("SERVICE_STRING_ASSUMED");
    }

    @Test
    void aLineCanBeASegmentAlsoTheLastWithoutItsBreak() throws IOException {
        String lines = ORDER.replace("'", "");

        assertThat(findings(lines)).containsExactly("SERVICE_STRING_ASSUMED");
        assertThat(findings(lines.stripTrailing())).containsExactly("SERVICE_STRING_ASSUMED");
        assertThat(findings(lines.replace("\n", "\r\n"))).contains("SERVICE_STRING_ASSUMED").doesNotContain("INPUT_ENDS_IN_SEGMENT");
    }

    @Test
    void unaWithoutItsBlankIsTold() throws IOException {
        assertThat(findings("UNA:+.?'\n" + ORDER)).containsExactly("SERVICE_STRING_ASSUMED");
    }

    @Test
    void placesAreThoseOfTheLines() throws IOException {
        Fixture read = Fixture.read(
                new ByteArrayInputStream(ORDER.replace("'", "").replace("QTY+21:48", "QTY+21:many").getBytes(StandardCharsets.US_ASCII)),
                Strictness.LENIENT, Limits.defaults());

        Finding wrong = read.findings().stream().filter(finding -> finding.code().name().equals("NOT_NUMERIC")).findFirst().orElseThrow();
        assertThat(wrong.position().line()).isEqualTo(7);
        assertThat(wrong.position().column()).isEqualTo(8);
    }
}
