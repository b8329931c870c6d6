package io.tradelane.adapters.as2.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Receipts that other products wrote. Runs with {@code -Dtradelane.corpus=…}. */
@EnabledIfSystemProperty(named = "tradelane.corpus", matches = ".+")
class CorpusTest {

    static List<Path> receipts() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("tradelane.corpus", "."), "as2", "mdn"))) {
            return files.filter(f -> f.toString().endsWith(".payload")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void receiptOfAnotherProductIsRead(Path file) throws IOException {
        Receipt receipt = Receipt.peek(withContentType(Files.readAllBytes(file)));
        assertThat(receipt.originalMessageId()).isNotBlank();
        assertThat(receipt.disposition().type()).isIn("processed", "failed");
    }

    /** The samples are bare bodies; their boundary is their first line. */
    private static Entity withContentType(byte[] body) {
        int start = 0;
        while (body[start] != '-') {
            start++;
        }
        int end = start;
        while (body[end] != '\r' && body[end] != '\n') {
            end++;
        }
        String boundary = new String(body, start + 2, end - start - 2, java.nio.charset.StandardCharsets.US_ASCII);
        boolean signed = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1).contains("pkcs7-signature");
        String type = signed ? "multipart/signed" : "multipart/report";
        return Entity.of(Headers.of("Content-Type", type + "; boundary=\"" + boundary + "\""), body);
    }
}
