package io.tradelane.mappings.syntax.x12;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.X12Samples;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is done to an interchange, the reader and the mappings end and throw nothing; {@code -Dtradelane.mutants=100000} for more. */
class MutationTest {

    private static final int MUTANTS = Integer.getInteger("tradelane.mutants", 4000);
    private static final byte[] SPECIAL = "*~>:^|\n\r \0ISAGSTEHLBIN0123456789".getBytes(StandardCharsets.ISO_8859_1);
    private static final Limits TIGHT = new Limits(1_000_000, 2000, 500, 700, 100, 10, 20);

    @Test
    void noMutantBreaksTheReader() {
        Random random = new Random(20260302);
        List<byte[]> originals = X12Samples.all();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60 + MUTANTS / 100), () -> {
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = originals.get(random.nextInt(originals.size()));
                for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                    mutant = mutate(mutant, random);
                }
                byte[] bytes = mutant;
                assertThatCode(() -> read(bytes)).as(() -> new String(bytes, StandardCharsets.ISO_8859_1)).doesNotThrowAnyException();
            }
        });
    }

    private static void read(byte[] bytes) throws IOException {
        Translator.standard().read(new ByteArrayInputStream(bytes), new ReadOptions(Strictness.STRICT, TIGHT), MutationTest::speak)
                .findings().forEach(MutationTest::speak);
    }

    private static void speak(MessageResult message) {
        message.findings().forEach(MutationTest::speak);
    }

    private static void speak(Finding finding) {
        finding.message(Locale.ENGLISH);
        finding.fix(Locale.SIMPLIFIED_CHINESE);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        if (bytes.length < 4) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
        byte[] copy = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> copy[at] = (byte) random.nextInt(256);
            case 1 -> copy[at] = SPECIAL[random.nextInt(SPECIAL.length)];
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            }
            case 4 -> {
                return join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            }
            default -> {
                byte[] inserted = {SPECIAL[random.nextInt(SPECIAL.length)]};
                return join(join(Arrays.copyOf(bytes, at), inserted), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return copy;
    }

    private static byte[] join(byte[] a, byte[] b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(a.length + b.length);
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }
}
