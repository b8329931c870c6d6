package io.tradelane.mappings.syntax.edifact;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.tradelane.mappings.cartridge.EdifactCartridge;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is done to a message, the reader ends and throws nothing. */
class MutationTest {

    private static final int MUTANTS = 4000;
    private static final byte[] SPECIAL = "':+?*\n\r \0UNABHTZGE".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    private final EdifactCartridge cartridge = EdifactCartridge.of(Map.of("ORDERS", List.of("io/tradelane/mappings/cartridge/order.xml")));

    @Test
    void noMutantBreaksTheReader() throws IOException {
        Random random = new Random(20260105);
        String[] seeds = {"valid-order", "una-of-its-own", "functional-group", "version-4-with-repetition", "two-interchanges",
            "utf-8-counts-characters", "bad-message-between-good-ones"};
        byte[][] originals = new byte[seeds.length][];
        for (int i = 0; i < seeds.length; i++) {
            originals[i] = Fixture.bytes(seeds[i]);
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = originals[random.nextInt(seeds.length)];
                for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                    mutant = mutate(mutant, random);
                }
                byte[] bytes = mutant;
                assertThatCode(() -> read(bytes)).as(() -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotThrowAnyException();
            }
        });
    }

    private void read(byte[] bytes) throws IOException {
        Limits tight = new Limits(1_000_000, 2000, 500, 700, 100, 10, 20);
        List<Finding> findings = cartridge.read(new ByteArrayInputStream(bytes), io.tradelane.mappings.cartridge.Reading.of(Strictness.STRICT, tight), message ->
                message.findings().forEach(MutationTest::speak)).findings();
        findings.forEach(MutationTest::speak);
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
