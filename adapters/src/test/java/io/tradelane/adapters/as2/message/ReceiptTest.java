package io.tradelane.adapters.as2.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {
    private static final Mic MIC = Digest.SHA_384.over(Peers.ORDERS);
    private static final Receipt PROCESSED = new Receipt("<1@buyer>", "HUB", Disposition.PROCESSED, MIC, "Taken.");

    @Test
    void signedReceiptIsReadBack() {
        Entity wire = PROCESSED.write(Peers.HUB, Digest.SHA_256);
        Receipt read = Receipt.read(Entity.of(wire.headers(), wire.body()), List.of(Peers.HUB.certificate()), Peers.NOW);

        assertThat(read.originalMessageId()).isEqualTo("<1@buyer>");
        assertThat(read.disposition()).isEqualTo(Disposition.PROCESSED);
        assertThat(read.mic()).satisfies(mic -> assertThat(mic.matches(MIC)).isTrue());
        assertThat(read.signedBy()).isEqualTo(Peers.HUB.certificate());
        assertThat(read.text()).isEqualTo("Taken.");
    }

    @Test
    void unsignedReceiptIsReadBackAsUnsigned() {
        Receipt read = Receipt.read(PROCESSED.write(null, Digest.SHA_256), List.of(), Peers.NOW);
        assertThat(read.signedBy()).isNull();
        assertThat(read.disposition().accepted()).isTrue();
    }

    @Test
    void receiptSignedByAStrangerIsRefused() {
        Entity wire = PROCESSED.write(Peers.STRANGER, Digest.SHA_256);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Receipt.read(wire, List.of(Peers.HUB.certificate()), Peers.NOW));
    }

    @Test
    void tamperedReceiptIsRefused() {
        Entity wire = PROCESSED.write(Peers.HUB, Digest.SHA_256);
        String changed = new String(wire.body(), StandardCharsets.ISO_8859_1).replace("<1@buyer>", "<2@buyer>");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Receipt.read(
                Entity.of(wire.headers(), changed.getBytes(StandardCharsets.ISO_8859_1)), List.of(Peers.HUB.certificate()), Peers.NOW));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "automatic-action/MDN-sent-automatically; processed|true",
        "automatic-action/MDN-sent-automatically;processed|true",
        "manual-action/MDN-sent-manually; processed/warning: duplicate-document|true",
        "automatic-action/MDN-sent-automatically; processed/Error: authentication-failed|false",
        "automatic-action/MDN-sent-automatically; failed/Failure: unsupported format|false",
        "automatic-action/MDN-sent-automatically; processed/failure|false",
        "something else entirely|false",
    })
    void dispositionsOfOtherProductsAreUnderstood(String field, boolean accepted) {
        assertThat(Disposition.parse(field).accepted()).isEqualTo(accepted);
    }

    @Test
    void requestForAReceiptIsReadFromTheHeader() {
        var request = ReceiptRequest.of(Headers.of("Disposition-Notification-To", "x@y", "Disposition-Notification-Options",
                "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha1, SHA512, sha-256")).orElseThrow();
        assertThat(request).isEqualTo(new ReceiptRequest(true, Digest.SHA_512, null));
    }
}
