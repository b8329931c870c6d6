package io.tradelane.adapters.as2.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A second opinion on signatures and encryption: {@code openssl cms}. Left out where openssl is not installed. */
class OpenSslTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void keys() throws Exception {
        assumeTrue(installed(), "openssl is not installed");
        write("buyer.pem", Identities.pem(Peers.BUYER.certificate()));
        write("buyer.key", Identities.pem(Peers.BUYER.key()));
        write("hub.pem", Identities.pem(Peers.HUB.certificate()));
        write("hub.key", Identities.pem(Peers.HUB.key()));
    }

    @ParameterizedTest
    @EnumSource(Digest.class)
    void opensslVerifiesOurSignature(Digest digest) throws Exception {
        Files.write(folder.resolve("signed.eml"), Signatures.sign(Peers.orders(), Peers.BUYER, digest).bytes());

        run("cms", "-verify", "-in", "signed.eml", "-CAfile", "buyer.pem", "-purpose", "any", "-out", "content");

        assertThat(Files.readString(folder.resolve("content"), StandardCharsets.ISO_8859_1)).contains("BGM+220+PO-1+9");
    }

    @ParameterizedTest
    @EnumSource(Cipher.class)
    void opensslDecryptsOurMessage(Cipher cipher) throws Exception {
        Entity encrypted = Encryption.encrypt(Peers.orders(), Peers.HUB.certificate(), cipher);
        Files.write(folder.resolve("encrypted.der"), encrypted.body());

        run("cms", "-decrypt", "-inform", "DER", "-in", "encrypted.der", "-recip", "hub.pem", "-inkey", "hub.key", "-out", "content");

        assertThat(Files.readAllBytes(folder.resolve("content"))).isEqualTo(Peers.orders().bytes());
    }

    @ParameterizedTest
    @CsvSource({"sha256", "sha384", "sha512"})
    void weVerifyASignatureOfOpenssl(String digest) throws Exception {
        Files.write(folder.resolve("content"), Peers.orders().bytes());
        run("cms", "-sign", "-binary", "-md", digest, "-in", "content", "-signer", "buyer.pem", "-inkey", "buyer.key", "-out", "signed.eml");

        var read = MessageReader.read(Entity.parse(Files.readAllBytes(folder.resolve("signed.eml"))),
                Peers.hubExpects(true, false, Peers.BUYER.certificate()));

        assertThat(read.payload().content()).isEqualTo(Peers.ORDERS);
    }

    @ParameterizedTest
    @CsvSource({"-aes128", "-aes192", "-aes256", "-aes-256-gcm"})
    void weDecryptAMessageOfOpenssl(String cipher) throws Exception {
        Files.write(folder.resolve("content"), Peers.orders().bytes());
        run("cms", "-encrypt", "-binary", cipher, "-in", "content", "-out", "encrypted.eml", "hub.pem");

        var read = MessageReader.read(Entity.parse(Files.readAllBytes(folder.resolve("encrypted.eml"))), Peers.hubExpects(false, true));

        assertThat(read.payload().content()).isEqualTo(Peers.ORDERS);
    }

    @Test
    void opensslVerifiesOurReceipt() throws Exception {
        Entity receipt = new Receipt("<1@buyer>", "HUB", Disposition.PROCESSED, Digest.SHA_256.over(Peers.ORDERS), "Taken.")
                .write(Peers.HUB, Digest.SHA_256);
        Files.write(folder.resolve("receipt.eml"), receipt.bytes());

        run("cms", "-verify", "-in", "receipt.eml", "-CAfile", "hub.pem", "-purpose", "any", "-out", "content");

        assertThat(Files.readString(folder.resolve("content"))).contains("Original-Message-ID: <1@buyer>");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException missing) {
            return false;
        }
    }
}
