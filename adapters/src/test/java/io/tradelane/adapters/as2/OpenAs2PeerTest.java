package io.tradelane.adapters.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against OpenAS2, where its jars are given: docs/interoperability.md says how. */
@EnabledIfSystemProperty(named = "tradelane.openas2", matches = ".+")
class OpenAs2PeerTest extends DoorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static OpenAs2 peer;
    private static Meddler forgetful;
    private static Meddler tampering;
    private static Meddler tamperingWithOurs;

    /** @param outcome {@code taken}, or the modifier of the disposition that the receiver must give */
    record Sent(String name, String sign, String encrypt, String more, String receipt, String file, String outcome) {
        static Sent of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Sent(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sent> openAs2Sends() {
        return """
                S-PLAIN-NONE     |          |            |                           | none     | orders.edi        | taken
                S-PLAIN          |          |            |                           | unsigned | orders.edi        | taken
                S-PLAIN-SIGNED   |          |            |                           | signed   | orders.edi        | taken
                S-256            | SHA-256  |            |                           | signed   | orders.edi        | taken
                S-256-UNSIGNED   | SHA-256  |            |                           | unsigned | orders.edi        | taken
                S-384            | SHA-384  |            |                           | signed   | orders.edi        | taken
                S-512            | SHA-512  |            |                           | signed   | orders.edi        | taken
                S-OLD-NAME       | SHA-256  |            | rename_digest_to_old_name=true;remove_cms_algorithm_protection_attrib=true | signed | orders.edi | taken
                S-SHA1           | SHA-1    |            |                           | signed   | orders.edi        | insufficient-message-security
                S-AES128         |          | AES128     |                           | signed   | orders.edi        | taken
                S-AES192         |          | AES192     |                           | signed   | orders.edi        | taken
                S-AES256         |          | AES256     |                           | unsigned | orders.edi        | taken
                S-3DES           | SHA-256  | 3DES       |                           | signed   | orders.edi        | insufficient-message-security
                S-BOTH           | SHA-256  | AES256     |                           | signed   | orders.edi        | taken
                S-BOTH-128       | SHA-512  | AES128     |                           | signed   | orders.edi        | taken
                S-ASYNC          | SHA-256  | AES256     |                           | async    | orders.edi        | taken
                S-ASYNC-PLAIN    |          |            |                           | async    | orders.edi        | taken
                S-ZIP            |          |            | compression_type=ZLIB     | signed   | orders.edi        | taken
                S-ZIP-SIGN       | SHA-256  |            | compression_type=ZLIB     | signed   | orders.edi        | taken
                S-SIGN-ZIP       | SHA-256  |            | compression_type=ZLIB;compression_mode=compress-after-signing | signed | orders.edi | taken
                S-ZIP-BOTH       | SHA-256  | AES192     | compression_type=ZLIB     | signed   | orders.edi        | taken
                S-BOTH-ZIP       | SHA-256  | AES256     | compression_type=ZLIB;compression_mode=compress-after-signing | async | orders.edi | taken
                S-ZIP-ENCRYPT    |          | AES256     | compression_type=ZLIB     | signed   | orders.edi        | taken
                S-BASE64         | SHA-256  |            | content_transfer_encoding=base64 | signed | orders.edi     | taken
                S-8BIT           | SHA-256  | AES256     | content_transfer_encoding=8bit   | signed | orders.edi     | taken
                S-BASE64-PLAIN   |          |            | content_transfer_encoding=base64 | signed | orders.edi     | taken
                S-NO-CHUNKS      | SHA-256  | AES256     | prevent_chunking=true     | signed   | orders.edi        | taken
                S-BLANK-NAME     | SHA-256  | AES256     |                           | signed   | order 4711 (2).edi | taken
                S-UMLAUT-NAME    | SHA-256  | AES256     |                           | signed   | Auftrag-Müller.edi | taken
                S-CHINESE-NAME   | SHA-256  |            |                           | signed   | 订单.edi           | taken
                S-UNQUOTED       | SHA-256  |            | quote_send_file_name=false | signed  | orders.edi        | taken
                S-WRONG-SIGNER   | SHA-256  | AES256     | ownKey=stranger           | signed   | orders.edi        | authentication-failed
                S-WRONG-KEY      | SHA-256  | AES256     | ourCertificate=stranger   | unsigned | orders.edi        | decryption-failed
                S-TAMPERED       | SHA-256  |            | through=tampering         | signed   | orders.edi        | integrity-check-failed
                S-REPEAT         | SHA-256  | AES256     | through=forgetful;resend_requires_new_message_id=false | signed   | orders.edi        | taken
                """.lines().map(Sent::of).toList();
    }

    static List<Sent> weSend() {
        return """
                R-PLAIN-NONE     | NONE    | NONE        |               | NONE     | orders.edi | taken
                R-PLAIN          | NONE    | NONE        |               | UNSIGNED | orders.edi | no answer
                R-PLAIN-SIGNED   | NONE    | NONE        |               | SIGNED   | orders.edi | taken
                R-256            | SHA_256 | NONE        |               | SIGNED   | orders.edi | taken
                R-384            | SHA_384 | NONE        |               | SIGNED   | orders.edi | taken
                R-512            | SHA_512 | NONE        |               | SIGNED   | orders.edi | taken
                R-AES128         | NONE    | AES_128_CBC |               | SIGNED   | orders.edi | taken
                R-AES192         | NONE    | AES_192_CBC |               | SIGNED   | orders.edi | taken
                R-BOTH           | SHA_256 | AES_256_CBC |               | SIGNED   | orders.edi | taken
                R-BOTH-NONE      | SHA_256 | AES_256_CBC |               | NONE     | orders.edi | taken
                R-GCM            | SHA_256 | AES_256_GCM |               | SIGNED   | orders.edi | MIC is not that
                R-ZIP            | NONE    | NONE        | compress=true | SIGNED   | orders.edi | taken
                R-ZIP-SIGN       | SHA_256 | NONE        | compress=true | SIGNED   | orders.edi | taken
                R-ZIP-BOTH       | SHA_256 | AES_256_CBC | compress=true | SIGNED   | orders.edi | taken
                R-ZIP-ENCRYPT    | NONE    | AES_128_CBC | compress=true | SIGNED   | orders.edi | taken
                R-ASYNC          | SHA_256 | AES_256_CBC |               | async    | orders.edi | taken
                R-ASYNC-PLAIN    | NONE    | NONE        |               | async    | orders.edi | taken
                R-ASYNC-ZIP      | SHA_512 | AES_128_CBC | compress=true | async    | orders.edi | taken
                R-UMLAUT-NAME    | SHA_256 | AES_256_CBC |               | SIGNED   | Auftrag Müller.edi | taken
                R-WRONG-SIGNER   | SHA_256 | AES_256_CBC | ourCertificate=stranger | SIGNED | orders.edi | integrity-check-failed
                R-WRONG-KEY      | SHA_256 | AES_256_CBC | ownKey=stranger         | SIGNED | orders.edi | cannot be trusted
                R-TAMPERED       | SHA_256 | NONE        | through=tampering       | SIGNED | orders.edi | integrity-check-failed
                R-TWICE          | SHA_256 | AES_256_CBC |               | SIGNED   | orders.edi | taken
                """.lines().map(Sent::of).toList();
    }

    @BeforeEach
    void start() throws Exception {
        if (peer != null) {
            return;
        }
        forgetful = new Meddler(URI.create(url("/as2")), false);
        tampering = new Meddler(URI.create(url("/as2")), true);
        var partnerships = new ArrayList<OpenAs2.Partnership>();
        Path home = Files.createTempDirectory("openas2");
        List<Sent> sending = openAs2Sends();
        for (Sent one : sending) {
            partnerships.add(new OpenAs2.Partnership(one.name, new LinkedHashMap<>(), more(one).getOrDefault("ownKey", "buyer"),
                    more(one).getOrDefault("ourCertificate", "hub")));
        }
        for (Sent one : weSend()) {
            partnerships.add(new OpenAs2.Partnership(one.name, Map.of("protocol", "as2", "as2_url", url("/as2")),
                    more(one).getOrDefault("ownKey", "buyer"), more(one).getOrDefault("ourCertificate", "hub")));
        }
        int receipts = OpenAs2.freePort();
        for (int i = 0; i < sending.size(); i++) {
            partnerships.get(i).attributes().putAll(attributes(sending.get(i), "http://localhost:" + receipts));
        }
        peer = new OpenAs2(Path.of(System.getProperty("tradelane.openas2")), home, partnerships, receipts);
        tamperingWithOurs = new Meddler(URI.create(peer.url()), true);
    }

    @AfterAll
    static void stop() throws Exception {
        if (peer != null) {
            peer.close();
            forgetful.close();
            tampering.close();
            tamperingWithOurs.close();
        }
    }

    private Map<String, String> attributes(Sent one, String receiptUrl) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("protocol", "as2");
        attributes.put("subject", "Order");
        attributes.put("content_transfer_encoding", "binary");
        attributes.put("resend_max_retries", "3");
        put(attributes, "sign", one.sign);
        put(attributes, "encrypt", one.encrypt);
        String through = more(one).getOrDefault("through", "");
        attributes.put("as2_url", through.equals("forgetful") ? forgetful.url() : through.equals("tampering") ? tampering.url() : url("/as2"));
        attributes.put("as2_mdn_options", "none");
        if (!one.receipt.equals("none")) {
            attributes.put("as2_mdn_to", "edi@buyer.example");
            attributes.put("as2_mdn_options", one.receipt.equals("unsigned") ? "none"
                    : "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, "
                            + (one.sign.isEmpty() ? "SHA-256" : one.sign));
        }
        if (one.receipt.equals("async")) {
            attributes.put("as2_receipt_option", receiptUrl);
        }
        more(one).forEach((key, value) -> {
            if (!List.of("ownKey", "ourCertificate", "through").contains(key)) {
                attributes.put(key, value);
            }
        });
        return attributes;
    }

    @ParameterizedTest
    @MethodSource("openAs2Sends")
    void whatOpenAs2SendsIsTakenAndItAcceptsTheReceipt(Sent one) throws Exception {
        open("as2", Direction.INBOUND, Map.of("partnerName", "BUYER-" + one.name, "hubName", "HUB-" + one.name,
                "signatureRequired", Boolean.toString(!one.sign.isEmpty()), "encryptionRequired", Boolean.toString(!one.encrypt.isEmpty()),
                "receiptUrls", peer.receiptUrl()));

        peer.send(one.name, one.file, Peers.ORDERS);

        if (!one.outcome.equals("taken")) {
            await().atMost(PATIENCE).until(() -> peer.isRefused(one.name, one.outcome));
            assertThat(intake.stored).isEmpty();
            return;
        }
        await().atMost(PATIENCE).until(() -> !intake.stored.isEmpty());
        assertThat(new String(intake.last().bytes())).isEqualTo(new String(Peers.ORDERS));
        // What is neither signed, encrypted nor compressed has its name nowhere: OpenAS2 says "attachment" only.
        boolean bare = one.sign.isEmpty() && one.encrypt.isEmpty() && !one.more.contains("ZLIB");
        assertThat(intake.last().reception().fileName()).isEqualTo(bare ? null : one.file);
        if (one.name.equals("S-ZIP")) {
            // It makes the MIC without the header of the part, which RFC 5402, section 4.1, includes.
            await().atMost(PATIENCE).until(() -> peer.finds(one.name, "MIC not matched"));
        } else if (!one.receipt.equals("none")) {
            await().atMost(PATIENCE).until(() -> peer.accepts(one.name));
        }
        if (one.name.equals("S-REPEAT")) {
            assertThat(forgetful.passed).hasValueGreaterThan(1);
        }
        assertThat(intake.stored).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("weSend")
    void whatWeSendArrivesAtOpenAs2AndItsReceiptProvesIt(Sent one) throws Exception {
        boolean asynchronous = one.receipt.equals("async");
        var parameters = new HashMap<>(Map.of("partnerName", "BUYER-" + one.name, "hubName", "HUB-" + one.name,
                "url", one.name.equals("R-TAMPERED") ? tamperingWithOurs.url() : peer.url(), "signature", one.sign,
                "encryption", one.encrypt, "compress", more(one).getOrDefault("compress", "false"),
                "receipt", asynchronous ? "SIGNED" : one.receipt));
        if (asynchronous) {
            parameters.put("receiptUrl", url("/as2/mdn"));
        }
        var channel = open("as2", Direction.OUTBOUND, parameters);
        UUID id = Ids.next();
        var transmission = new OutboundTransmission(id, id.toString(), one.file, "application/EDIFACT",
                () -> new ByteArrayInputStream(Peers.ORDERS));
        reports.sent.put(id.toString(), transmission);

        if (one.outcome.equals("no answer")) {
            // It cannot write an unsigned receipt, and hangs up.
            assertThatThrownBy(() -> transmitter.send(channel.id(), transmission)).isInstanceOf(TransientFailure.class);
            return;
        }
        DeliveryReceipt receipt = transmitter.send(channel.id(), transmission);
        if (one.name.equals("R-TWICE")) {
            assertThat(receipt).isInstanceOf(DeliveryReceipt.Delivered.class);
            receipt = transmitter.send(channel.id(), transmission);
        }
        if (asynchronous) {
            assertThat(receipt).isInstanceOf(DeliveryReceipt.AwaitingReceipt.class);
            await().atMost(PATIENCE).until(() -> reports.reported.containsKey(id.toString()));
            receipt = reports.reported.get(id.toString());
        }

        if (one.outcome.equals("taken")) {
            assertThat(receipt).isInstanceOf(DeliveryReceipt.Delivered.class);
            await().atMost(PATIENCE).until(() -> !peer.received(one.name).isEmpty());
            assertThat(peer.received(one.name)).allSatisfy(file -> assertThat(file).hasBinaryContent(Peers.ORDERS));
        } else {
            assertThat(receipt).isInstanceOfSatisfying(DeliveryReceipt.Refused.class,
                    refused -> assertThat(refused.toString()).contains(one.outcome));
        }
    }

    private static Map<String, String> more(Sent one) {
        var all = new LinkedHashMap<String, String>();
        Arrays.stream(one.more.split(";")).filter(pair -> !pair.isBlank()).map(pair -> pair.split("=", 2))
                .forEach(pair -> all.put(pair[0], pair[1]));
        return all;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
