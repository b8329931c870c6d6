package io.tradelane.simulators.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.authority.DemoAuthority;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class As2PartnerTest {
    private static final byte[] DOCUMENT = "UNB+UNOC:3+a+b'".getBytes(StandardCharsets.US_ASCII);
    private static final DemoAuthority AUTHORITY = new DemoAuthority(Instant.now());
    private static final Identity BUYER = AUTHORITY.issue("Buyer");
    private static final Identity SUPPLIER = AUTHORITY.issue("Supplier");

    @TempDir
    private Path folder;

    @Test
    void twoPartnersExchangeADocumentAndAProvenReceipt() throws Exception {
        var received = new Mailroom(folder.resolve("supplier"));
        var receipts = new Mailroom(folder.resolve("buyer"));
        try (var supplier = new As2Partner("SUPPLIER", "BUYER", SUPPLIER, BUYER.certificate(), received, 0);
                var buyer = new As2Partner("BUYER", "SUPPLIER", BUYER, SUPPLIER.certificate(), receipts, 0)) {
            var protection = new Protection(Digest.SHA_256, Cipher.AES_256_CBC, true);
            var first = buyer.send(supplier.address(), "m1@buyer", DOCUMENT, "application/EDIFACT", protection);
            buyer.send(supplier.address(), "m1@buyer", DOCUMENT, "application/EDIFACT", protection);
            var refused = buyer.send(supplier.address(), "m2@buyer", DOCUMENT, "application/EDIFACT",
                    new Protection(null, Cipher.AES_256_CBC, false));

            assertThat(first.disposition()).isEqualTo(Disposition.PROCESSED);
            assertThat(refused.disposition()).isEqualTo(Disposition.INSUFFICIENT_MESSAGE_SECURITY);
            assertThat(received.files()).hasSize(1);
            assertThat(received.find("UNB")).contains(DOCUMENT);
        }
    }

    @Test
    void authoritySignsWhatItIssues() throws Exception {
        BUYER.certificate().verify(AUTHORITY.root().getPublicKey());
    }
}
