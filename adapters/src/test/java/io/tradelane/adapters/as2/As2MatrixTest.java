package io.tradelane.adapters.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The permutations of RFC 4130, section 2.4.2, each with compression and without, through our client and our endpoint. */
class As2MatrixTest extends DoorsTest {

    record Case(String signature, String encryption, boolean compress, String receipt, boolean asynchronous) {}

    static List<Case> permutations() {
        var cases = new ArrayList<Case>();
        int n = 0;
        for (boolean signed : new boolean[] {false, true}) {
            for (boolean encrypted : new boolean[] {false, true}) {
                for (boolean compress : new boolean[] {false, true}) {
                    for (String receipt : List.of("NONE", "UNSIGNED", "SIGNED")) {
                        for (boolean asynchronous : receipt.equals("NONE") ? new boolean[] {false} : new boolean[] {false, true}) {
                            n++;
                            cases.add(new Case(signed ? Digest.values()[n % 3].name() : "NONE",
                                    encrypted ? Cipher.values()[n % Cipher.values().length].name() : "NONE", compress, receipt, asynchronous));
                        }
                    }
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("permutations")
    void documentArrivesAndTheReceiptProvesIt(Case c) {
        open("as2", Direction.INBOUND, Map.of("partnerName", "BUYER", "hubName", "HUB", "receiptUrls", url("/as2"),
                "signatureRequired", Boolean.toString(!c.signature.equals("NONE")),
                "encryptionRequired", Boolean.toString(!c.encryption.equals("NONE"))));
        var parameters = new HashMap<>(Map.of("partnerName", "HUB", "hubName", "BUYER", "url", url("/as2"), "signature", c.signature,
                "encryption", c.encryption, "compress", Boolean.toString(c.compress), "receipt", c.receipt));
        if (c.asynchronous) {
            parameters.put("receiptUrl", url("/as2/mdn"));
        }
        var channel = open("as2", Direction.OUTBOUND, parameters);
        UUID id = Ids.next();
        var transmission = new OutboundTransmission(id, id.toString(), "orders.edi", "application/EDIFACT",
                () -> new ByteArrayInputStream(Peers.ORDERS));
        reports.sent.put(id.toString(), transmission);

        DeliveryReceipt receipt = transmitter.send(channel.id(), transmission);

        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().transportMessageId()).isEqualTo("<" + id + "@tradelane>");
        if (c.asynchronous) {
            assertThat(receipt).isInstanceOf(DeliveryReceipt.AwaitingReceipt.class);
            await().atMost(Duration.ofSeconds(10)).until(() -> reports.reported.containsKey(id.toString()));
            receipt = reports.reported.get(id.toString());
        }
        assertThat(receipt).isInstanceOf(DeliveryReceipt.Delivered.class);
    }
}
