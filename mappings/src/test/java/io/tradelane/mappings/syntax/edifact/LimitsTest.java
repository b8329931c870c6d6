package io.tradelane.mappings.syntax.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String UNB = "UNB+UNOC:3+A+B+260105:0930+R'";

    /** Repeats bytes for ever, and counts what was taken. */
    private static final class Endless extends InputStream {
        private final byte[] pattern;
        private long taken;

        Endless(String pattern) {
            this.pattern = pattern.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read() {
            return pattern[(int) (taken++ % pattern.length)];
        }
    }

    @Test
    void aSegmentWithoutEndIsRefusedAfterAFewBytes() throws IOException {
        Endless endless = new Endless("A");
        Fixture read = read(new SequenceInputStream(bytes(UNB + "UNH+1+ORDERS:D:96A:UN'FTX+AAI+++"), endless), Limits.defaults());
        assertThat(read.findings()).extracting(Finding::code)
                .contains(EdifactError.SEGMENT_TOO_LARGE, EdifactError.INTERCHANGE_TRAILER_MISSING);
        assertThat(endless.taken).isLessThan(300_000);
    }

    @Test
    void aSegmentOfReleaseCharactersOrSeparatorsIsRefusedToo() throws IOException {
        for (String pattern : List.of("?", "+", ":", "??'", "\n", "a\n")) {
            Endless endless = new Endless(pattern);
            read(new SequenceInputStream(bytes(UNB + "UNH+1+ORDERS:D:96A:UN'FTX+"), endless), limits(1_000_000, 100));
            assertThat(endless.taken).isLessThan(2_000_000);
        }
    }

    @Test
    void anInterchangeIsReadUpToItsLimit() throws IOException {
        Endless endless = new Endless("BGM+220+1+9'");
        Fixture read = read(new SequenceInputStream(bytes(UNB + "UNH+1+ORDERS:D:96A:UN'"), endless), limits(500_000, 100));
        assertThat(read.summary().findings()).extracting(Finding::code).contains(EdifactError.INTERCHANGE_TOO_LARGE);
        assertThat(endless.taken).isLessThan(700_000);
    }

    @Test
    void aFloodOfFindingsIsCounted() throws IOException {
        Endless endless = new Endless("XXX+1'");
        Fixture read = read(new SequenceInputStream(bytes(UNB + "UNH+1+ORDERS:D:96A:UN'BGM+220+1+9'"), endless), limits(100_000, 100));
        List<Finding> findings = read.messages().getFirst().findings();
        assertThat(findings).hasSize(101);
        assertThat(findings.getLast().code()).isEqualTo(EdifactError.TOO_MANY_FINDINGS);
        assertThat(findings.getLast().isError()).isTrue();
    }

    @Test
    void messagesAndSegmentsAreCounted() throws IOException {
        String message = "UNH+%d+ORDERS:D:96A:UN'BGM+220+1+9'DTM+137:20260105:102'UNS+S'UNT+5+%d'";
        StringBuilder text = new StringBuilder(UNB);
        for (int i = 1; i <= 4; i++) {
            text.append(message.formatted(i, i));
        }
        text.append("UNZ+4+R'");
        Limits few = new Limits(1_000_000, 1000, 500, 500, 1000, 3, 100);
        Fixture read = read(bytes(text.toString()), few);
        assertThat(read.messages()).hasSize(3);
        assertThat(read.summary().findings()).extracting(Finding::code).containsExactly(EdifactError.TOO_MANY_MESSAGES);

        Limits small = new Limits(1_000_000, 1000, 500, 500, 4, 100, 100);
        read = read(bytes(text.toString()), small);
        assertThat(read.messages()).hasSize(4);
        assertThat(read.messages().getFirst().findings()).extracting(Finding::code).contains(EdifactError.MESSAGE_TOO_LARGE);
    }

    @Test
    void aSegmentJustBelowTheLimitIsRead() throws IOException {
        String text = UNB + "UNH+1+ORDERS:D:96A:UN'BGM+220+1+9'FTX+AAI+++" + "A".repeat((64 << 10) - 20) + "'DTM+137:20260105:102'UNS+S'UNT+6+1'UNZ+1+R'";
        Fixture read = read(bytes(text), Limits.defaults());
        assertThat(read.findings()).extracting(Finding::code)
                .doesNotContain(EdifactError.SEGMENT_TOO_LARGE).contains(EdifactError.ELEMENT_TOO_LONG);
        assertThat(read.summary().messages()).isEqualTo(1);
    }

    private static Limits limits(long interchange, int findings) {
        Limits usual = Limits.defaults();
        return new Limits(interchange, usual.segmentBytes(), usual.elementBytes(), usual.freeTextBytes(), 1_000_000, 10_000, findings);
    }

    private static InputStream bytes(String text) {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))));
    }

    private static Fixture read(InputStream in, Limits limits) throws IOException {
        return Fixture.read(in, Strictness.LENIENT, limits);
    }
}
