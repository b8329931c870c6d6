package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.BusinessDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What we write, damaged: findings, never an exception, in bounded time. {@code -Dtradelane.fuzz=100000} for more. */
class EdifactMutationTest {
    private static final String INSERTED = "'+:?*0123456789.,-ABCXZ \n\u00e4\u0000";
    private static final String[] DIRECTORIES = {"D96A", "D01B", "D21B"};

    @Test
    void damagedMessagesAreReadToTheEnd() {
        Random random = new Random(9735);
        int rounds = Integer.getInteger("tradelane.fuzz", 2_000);
        List<BusinessDocument> documents = SupplyDocuments.all();
        byte[][] written = new byte[documents.size() * DIRECTORIES.length][];
        for (int i = 0; i < written.length; i++) {
            BusinessDocument document = documents.get(i % documents.size());
            written[i] = Translator.standard().write(
                    List.of(document), Target.edifact(DIRECTORIES[i / documents.size()]), RoundTripTest.ENVELOPE);
        }
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = damage(written[random.nextInt(written.length)], random);
            long start = System.nanoTime();
            assertThatCode(() -> {
                Reading.of(damaged);
                MessageTree.edifact(new ByteArrayInputStream(damaged), Limits.defaults(), tree -> { });
            }).as("round %d: %s", round, new String(damaged, StandardCharsets.ISO_8859_1)).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
                case 1 -> text.insert(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
                case 2 -> text.delete(at, to);
                default -> text.insert(random.nextInt(text.length()), text.substring(at, to));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
