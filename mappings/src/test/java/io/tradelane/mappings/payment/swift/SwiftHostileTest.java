package io.tradelane.mappings.payment.swift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Translator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Input that nobody meant well with, and more of it than fits. */
class SwiftHostileTest {

    @Test
    void statementsAreHandedOverWhileTheInputIsStillComing() throws IOException {
        byte[] one = (":20:ST260302\n:25:50010517/0123456789\n:28C:42/1\n:60F:C260301EUR1000,00\n"
                + ":61:2603020302C1,00NTRFNONREF\n:86:166?20SVWZ+Invoice\n".repeat(200) + ":62F:C260302EUR1200,00\n-\n")
                .getBytes(StandardCharsets.US_ASCII);
        Repeated endless = new Repeated(one, 3_000);
        long[] taken = new long[1];
        int[] count = new int[1];

        Translator.standard().read(endless, ReadOptions.defaults().forBulk(), message -> {
            count[0]++;
            taken[0] = taken[0] == 0 ? endless.taken : taken[0];
            assertThat(message.valid()).isTrue();
        });

        assertThat(count[0]).isEqualTo(3_000);
        assertThat(taken[0]).isLessThan(1_000_000);
    }

    /** The same bytes again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private final long end;
        private long taken;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.end = (long) bytes.length * times;
        }

        @Override
        public int read() {
            return taken == end ? -1 : bytes[(int) (taken++ % bytes.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (taken == end) {
                return -1;
            }
            int at = (int) (taken % bytes.length);
            int count = (int) Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            taken += count;
            return count;
        }
    }

    @Test
    void aLineWithoutEndIsRefusedAndNotKept() {
        Reading reading = Reading.of(":20:A\n:25:" + "9".repeat(5_000_000) + "\n:28C:1\n:60F:C260301EUR1,\n:62F:C260302EUR1,\n");

        assertThat(reading.errors()).contains("LINE_TOO_LONG");
        assertThat(reading.only().document()).isNull();
    }

    @Test
    void blocksAroundNothingAreNoMessage() {
        assertThat(Reading.of("{1:F01COBADEFFAXXX0000000000}{2:I940TRADDEFFXXXXN}{4:\n-}").errors()).containsExactly("NO_MESSAGE");
        assertThat(Reading.of("{1:F21COBADEFFAXXX0000000000}{4:{177:2603021013}{451:0}}").errors()).containsExactly("NO_MESSAGE");
        assertThat(Reading.of("{1:" + "{".repeat(50_000)).errors()).containsExactly("NO_MESSAGE");
    }

    @Test
    void wideCharactersAreReadToo() throws IOException {
        for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8}) {
            byte[] bytes = ("\uFEFF:20:A\r\n:25:0123456789\r\n:28C:1\r\n:60F:C260301EUR1,\r\n:62F:C260302EUR1,\r\n-").getBytes(charset);
            Reading reading = Reading.of(new ByteArrayInputStream(bytes), ReadOptions.defaults());
            assertThat(reading.messages()).as(charset + " " + reading.findings()).hasSize(1).allMatch(MessageResult::valid);
        }
    }
}
