package io.tradelane.adapters.as2.message;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Detached signatures: {@code multipart/signed} with {@code application/pkcs7-signature} (RFC 8551, section 3.5.3). */
final class Signatures {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Signatures() {}

    /** What a good signature covers, and by which hash. */
    record Verified(Entity content, Digest digest, X509Certificate signer) {}

    static Entity sign(Entity content, Identity signer, Digest digest) {
        try {
            var contentSigner = new JcaContentSignerBuilder(digest.signatureWith(signer.key().getAlgorithm()))
                    .setProvider(PROVIDER).build(signer.key());
            var digests = new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build();
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests).build(contentSigner, signer.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
            byte[] signature = generator.generate(new CMSProcessableByteArray(content.bytes()), false).getEncoded();
            var headers = Headers.of("Content-Type", "application/pkcs7-signature; name=\"smime.p7s\"",
                    "Content-Transfer-Encoding", "base64", "Content-Disposition", "attachment; filename=\"smime.p7s\"");
            var part = Entity.of(headers, Base64.getMimeEncoder().encode(signature));
            return Multipart.of("multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=" + digest.micalg(),
                    List.of(content, part));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | java.io.IOException broken) {
            throw new IllegalStateException("The message cannot be signed with the key of " + subject(signer.certificate()), broken);
        }
    }

    /**
     * Checks the signature against the partner's own certificates; one that the message brings along is never trusted by itself.
     *
     * @throws Refused authentication-failed (other signer, expired, bad signature), integrity-check-failed (content changed),
     *     insufficient-message-security (SHA-1, MD5)
     */
    static Verified verify(Entity signed, Collection<X509Certificate> trusted, Instant now) {
        List<Entity> parts = Multipart.parts(signed);
        if (parts.size() != 2) {
            throw new Refused(Disposition.AUTHENTICATION_FAILED, "A signed message has two parts, this one " + parts.size());
        }
        Entity content = parts.get(0);
        SignerInformation signer = onlySigner(content, parts.get(1));
        Digest digest = Digest.ofOid(signer.getDigestAlgOID()).orElseThrow(() -> new Refused(
                Disposition.INSUFFICIENT_MESSAGE_SECURITY, "Hash " + signer.getDigestAlgOID() + " is not accepted in a signature"));
        X509Certificate certificate = trusted.stream().filter(c -> matches(signer, c)).findFirst()
                .orElseThrow(() -> new Refused(Disposition.AUTHENTICATION_FAILED, "Signed by a certificate that is not the partner's"));
        try {
            certificate.checkValidity(Date.from(now));
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(certificate.getPublicKey());
            if (!signer.verify(verifier)) {
                throw new Refused(Disposition.AUTHENTICATION_FAILED, "The signature is wrong");
            }
        } catch (CMSSignerDigestMismatchException changed) {
            throw new Refused(Disposition.INTEGRITY_CHECK_FAILED, "The content is not what was signed", changed);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException broken) {
            throw new Refused(Disposition.AUTHENTICATION_FAILED, "The signature cannot be accepted: " + broken.getMessage(), broken);
        }
        return new Verified(content, digest, certificate);
    }

    private static SignerInformation onlySigner(Entity content, Entity signature) {
        try {
            var data = new CMSSignedData(new CMSProcessableByteArray(content.bytes()), signature.content());
            var signers = data.getSignerInfos().getSigners();
            if (signers.size() == 1) {
                return signers.iterator().next();
            }
            throw new Refused(Disposition.AUTHENTICATION_FAILED, "One signer is expected, there are " + signers.size());
        } catch (Refused | MalformedMessage known) {
            throw known;
        } catch (CMSException | RuntimeException unreadable) {
            throw new Refused(Disposition.AUTHENTICATION_FAILED, "The signature cannot be read", unreadable);
        }
    }

    private static boolean matches(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSID().match(new org.bouncycastle.cert.jcajce.JcaX509CertificateHolder(certificate));
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
