package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.tradelane.trading.document.BusinessDocument;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Damaged documents end in findings, soon. More of them with {@code -Dtradelane.fuzz=100000}. */
class UblMutationTest {
    private static final int WITH_RULES = 50;

    @Test
    void noMutantEndsInAnException() {
        int count = Integer.getInteger("tradelane.fuzz", 2_000);
        List<byte[]> seeds = seeds();
        Random random = new Random(4711);
        for (int i = 0; i < count; i++) {
            byte[] mutant = mutated(seeds.get(i % seeds.size()), random);
            ReadOptions options = i % WITH_RULES == 0 ? ReadOptions.defaults() : ReadOptions.defaults().withoutRules();
            long start = System.nanoTime();
            assertThatCode(() -> Translator.standard().read(new ByteArrayInputStream(mutant), options, ignored -> { }))
                    .as("mutant " + i).doesNotThrowAnyException();
            org.assertj.core.api.Assertions.assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        }
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        Consumer<BusinessDocument> write = document -> Translator.standard().targets(document.type()).stream()
                .filter(target -> target.format() == Format.UBL || target.format() == Format.CII)
                .forEach(target -> seeds.add(Translator.standard().write(List.of(document), target, RoundTripTest.ENVELOPE)));
        TradeDocuments.all().forEach(write);
        seeds.add(Reading.bytes("/io/tradelane/mappings/ubl/enveloped-order.xml"));
        seeds.add(Reading.bytes("/io/tradelane/mappings/ubl/test-set.xml"));
        return seeds;
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] mutant = seed.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(4)) {
                case 0 -> mutant[at] = (byte) random.nextInt(256);
                case 1 -> mutant = without(mutant, at, random.nextInt(40));
                case 2 -> mutant = doubled(mutant, at, random.nextInt(200));
                default -> mutant[at] = (byte) "<>&\"'/=:0-".charAt(random.nextInt(10));
            }
        }
        return mutant;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length - 1, at + length);
        byte[] shorter = new byte[bytes.length - (end - at)];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        return shorter;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length, at + length);
        byte[] longer = new byte[bytes.length + end - at];
        System.arraycopy(bytes, 0, longer, 0, end);
        System.arraycopy(bytes, at, longer, end, bytes.length - at);
        return longer;
    }
}
