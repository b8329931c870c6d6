package io.tradelane.adapters.as2.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageMatrixTest {

    static List<Protection> everyProtection() {
        var all = new ArrayList<Protection>();
        for (boolean compress : new boolean[] {false, true}) {
            all.add(new Protection(null, null, compress));
            for (Digest digest : Digest.values()) {
                all.add(new Protection(digest, null, compress));
            }
            for (Cipher cipher : Cipher.values()) {
                all.add(new Protection(null, cipher, compress));
                all.add(new Protection(Digest.values()[cipher.ordinal() % 3], cipher, compress));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyProtection")
    void whatIsWrittenIsReadWithTheSameMic(Protection protection) {
        var outgoing = MessageWriter.write(Peers.orders(), protection, Peers.BUYER, Peers.HUB.certificate());
        Entity overTheWire = Entity.of(outgoing.wire().headers(), outgoing.wire().body());

        var policy = Peers.hubExpects(protection.signature() != null, protection.encryption() != null, Peers.BUYER.certificate());
        var incoming = MessageReader.read(overTheWire, policy);

        assertThat(incoming.payload().content()).isEqualTo(Peers.ORDERS);
        assertThat(incoming.payload().contentType().mediaType()).isEqualTo("application/edifact");
        assertThat(incoming.payload().fileName()).contains("orders.edi");
        assertThat(incoming.digest()).isEqualTo(protection.signature());
        assertThat(incoming.recipient()).isEqualTo(protection.encryption() == null ? null : Peers.HUB.certificate());
        assertThat(incoming.compressed()).isEqualTo(protection.compress());
        Mic mic = incoming.mic(Digest.SHA_256);
        assertThat(mic.matches(outgoing.expectedMics().get(mic.digest()))).isTrue();
    }

    @Test
    void messageCompressedAfterSigningIsReadToo() {
        Entity signed = Signatures.sign(Peers.orders(), Peers.BUYER, Digest.SHA_256);
        var incoming = MessageReader.read(Compression.compress(signed), Peers.hubExpects(true, false, Peers.BUYER.certificate()));

        assertThat(incoming.payload().content()).isEqualTo(Peers.ORDERS);
        assertThat(incoming.mic(Digest.SHA_256).matches(Digest.SHA_256.over(Peers.orders().bytes()))).isTrue();
    }

    @Test
    void repeatOfTheSameDocumentHasTheSameMic() {
        var protection = new Protection(Digest.SHA_256, Cipher.AES_256_GCM, true);
        var first = MessageWriter.write(Peers.orders(), protection, Peers.BUYER, Peers.HUB.certificate());
        var second = MessageWriter.write(Peers.orders(), protection, Peers.BUYER, Peers.HUB.certificate());

        assertThat(first.expectedMics().get(Digest.SHA_256).matches(second.expectedMics().get(Digest.SHA_256))).isTrue();
    }

    @Test
    void newCertificateOfThePartnerIsTakenBesideTheOldOne() {
        var outgoing = MessageWriter.write(Peers.orders(), new Protection(Digest.SHA_512, null, false), Peers.BUYER,
                Peers.HUB.certificate());
        var policy = Peers.hubExpects(true, false, Peers.STRANGER.certificate(), Peers.BUYER.certificate());

        assertThat(MessageReader.read(outgoing.wire(), policy).signer()).isEqualTo(Peers.BUYER.certificate());
    }
}
