package io.tradelane.adapters.as2.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.junit.jupiter.api.Test;

class MessageRefusalTest {
    private static final Protection SIGNED = new Protection(Digest.SHA_256, null, false);
    private static final Protection BOTH = new Protection(Digest.SHA_256, Cipher.AES_128_CBC, false);

    @Test
    void unsignedMessageIsRefusedWhereASignatureIsRequired() {
        assertThat(dispositionOf(sent(Protection.NONE), true, false)).isEqualTo(Disposition.INSUFFICIENT_MESSAGE_SECURITY);
    }

    @Test
    void clearMessageIsRefusedWhereEncryptionIsRequired() {
        assertThat(dispositionOf(sent(SIGNED), true, true)).isEqualTo(Disposition.INSUFFICIENT_MESSAGE_SECURITY);
    }

    @Test
    void messageSignedByAStrangerIsRefused() {
        var outgoing = MessageWriter.write(Peers.orders(), SIGNED, Peers.STRANGER, Peers.HUB.certificate());
        assertThat(dispositionOf(outgoing.wire(), true, false)).isEqualTo(Disposition.AUTHENTICATION_FAILED);
    }

    @Test
    void signedMessageIsRefusedWhenThePartnerHasNoCertificate() {
        var refused = refusalOf(sent(SIGNED), Peers.hubExpects(true, false));
        assertThat(refused.disposition()).isEqualTo(Disposition.AUTHENTICATION_FAILED);
    }

    @Test
    void signatureIsCheckedEvenWhereNoneIsRequired() {
        var outgoing = MessageWriter.write(Peers.orders(), SIGNED, Peers.STRANGER, Peers.HUB.certificate());
        assertThat(dispositionOf(outgoing.wire(), false, false)).isEqualTo(Disposition.AUTHENTICATION_FAILED);
    }

    @Test
    void messageSignedWithAnExpiredCertificateIsRefused() {
        var expired = Identities.selfSigned("Old", Peers.NOW.minus(Duration.ofDays(20)), Duration.ofDays(10));
        var outgoing = MessageWriter.write(Peers.orders(), SIGNED, expired, Peers.HUB.certificate());
        var refused = refusalOf(outgoing.wire(), Peers.hubExpects(true, false, expired.certificate()));
        assertThat(refused.disposition()).isEqualTo(Disposition.AUTHENTICATION_FAILED);
    }

    @Test
    void changedContentFailsTheIntegrityCheck() {
        Entity wire = sent(SIGNED);
        String tampered = new String(wire.body(), StandardCharsets.ISO_8859_1).replace("PO-1", "PO-2");
        Entity changed = Entity.of(wire.headers(), tampered.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(dispositionOf(changed, true, false)).isEqualTo(Disposition.INTEGRITY_CHECK_FAILED);
    }

    @Test
    void messageForSomebodyElseCannotBeDecrypted() {
        var outgoing = MessageWriter.write(Peers.orders(), BOTH, Peers.BUYER, Peers.STRANGER.certificate());
        assertThat(dispositionOf(outgoing.wire(), true, true)).isEqualTo(Disposition.DECRYPTION_FAILED);
    }

    @Test
    void alteredCiphertextIsRefused() {
        Entity wire = MessageWriter.write(Peers.orders(), new Protection(Digest.SHA_256, Cipher.AES_128_GCM, false), Peers.BUYER,
                Peers.HUB.certificate()).wire();
        byte[] body = wire.body();
        body[body.length - 60] ^= 1;
        assertThat(dispositionOf(Entity.of(wire.headers(), body), true, true)).isEqualTo(Disposition.DECRYPTION_FAILED);
    }

    @Test
    void sha1SignatureIsRefused() throws Exception {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA1withRSA", Peers.BUYER.key(), Peers.BUYER.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(Peers.BUYER.certificate())));
        byte[] signature = generator.generate(new CMSProcessableByteArray(Peers.orders().bytes()), false).getEncoded();
        var part = Entity.of(Headers.of("Content-Type", "application/pkcs7-signature"), signature);
        Entity wire = Multipart.of("multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha1",
                List.of(Peers.orders(), part));
        assertThat(dispositionOf(wire, true, false)).isEqualTo(Disposition.INSUFFICIENT_MESSAGE_SECURITY);
    }

    @Test
    void tripleDesIsRefused() throws Exception {
        ASN1ObjectIdentifier tripleDes = PKCSObjectIdentifiers.des_EDE3_CBC;
        var generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(Peers.HUB.certificate()));
        byte[] body = generator.generate(new CMSProcessableByteArray(sent(SIGNED).bytes()),
                new JceCMSContentEncryptorBuilder(tripleDes).setProvider(Signatures.PROVIDER).build()).getEncoded();
        Entity wire = Compression.pkcs7("enveloped-data", "smime.p7m", body);
        assertThat(dispositionOf(wire, true, true)).isEqualTo(Disposition.INSUFFICIENT_MESSAGE_SECURITY);
    }

    @Test
    void compressionBombIsStoppedAtTheRatio() {
        Entity bomb = MessageWriter.payload(new byte[20 * 1024 * 1024], "application/octet-stream", "bomb");
        assertThat(dispositionOf(Compression.compress(bomb), false, false)).isEqualTo(Disposition.DECOMPRESSION_FAILED);
    }

    @Test
    void messageCompressedTwiceIsRefused() {
        Entity twice = Compression.compress(Compression.compress(Peers.orders()));
        assertThat(dispositionOf(twice, false, false)).isEqualTo(Disposition.UNEXPECTED_PROCESSING_ERROR);
    }

    @Test
    void fortyNestedMultipartsAreRefused() {
        Entity nested = Peers.orders();
        for (int i = 0; i < 40; i++) {
            nested = Signatures.sign(nested, Peers.BUYER, Digest.SHA_256);
        }
        assertThat(dispositionOf(nested, true, false)).isEqualTo(Disposition.UNEXPECTED_PROCESSING_ERROR);
    }

    @Test
    void multipartWithoutItsEndIsRefused() {
        Entity wire = sent(SIGNED);
        byte[] body = wire.body();
        Entity cut = Entity.of(wire.headers(), java.util.Arrays.copyOf(body, body.length - 40));
        assertThat(dispositionOf(cut, true, false)).isEqualTo(Disposition.UNEXPECTED_PROCESSING_ERROR);
    }

    @Test
    void lineBreakInAHeaderIsNeverWritten() {
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> Headers.of("AS2-From", "a\r\nX-Evil: 1"));
    }

    @Test
    void bodyOfRandomBytesGetsADispositionNotACrash() {
        var random = new java.util.Random(42);
        for (String type : List.of("application/pkcs7-mime; smime-type=enveloped-data", "multipart/signed; boundary=x",
                "application/pkcs7-mime; smime-type=authEnveloped-data", "application/pkcs7-mime; smime-type=compressed-data")) {
            for (int i = 0; i < 50; i++) {
                var body = new byte[random.nextInt(300)];
                random.nextBytes(body);
                var out = new ByteArrayOutputStream();
                out.writeBytes("--x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.writeBytes(body);
                assertThat(dispositionOf(Entity.of(Headers.of("Content-Type", type), out.toByteArray()), true, true).accepted()).isFalse();
            }
        }
    }

    private static Entity sent(Protection protection) {
        return MessageWriter.write(Peers.orders(), protection, Peers.BUYER, Peers.HUB.certificate()).wire();
    }

    private static Disposition dispositionOf(Entity wire, boolean signed, boolean encrypted) {
        return refusalOf(wire, Peers.hubExpects(signed, encrypted, Peers.BUYER.certificate())).disposition();
    }

    private static Refused refusalOf(Entity wire, Policy policy) {
        var refused = catchThrowableOfType(Refused.class, () -> MessageReader.read(wire, policy));
        assertThat(refused).isNotNull();
        return refused;
    }
}
