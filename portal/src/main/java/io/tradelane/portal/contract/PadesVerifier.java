package io.tradelane.portal.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/** Looks at each signature in a PDF file: over which bytes it is, whether it is that signer's, when it was made, and what came after it. */
final class PadesVerifier {

    private PadesVerifier() {}

    /** Words of ETSI EN 319 102-1. */
    enum Indication {
        TOTAL_PASSED,
        /** Whole, but by an authority that is not known here, or outside of the certificate's time. */
        INDETERMINATE,
        TOTAL_FAILED
    }

    /** @param stampedAt by a time-stamp authority @param problem key of what is wrong; {@code null}: nothing */
    record Signature(@Nullable String signer, String subject, String issuer, @Nullable Instant at, @Nullable Instant stampedAt, Indication indication, @Nullable String problem) {}

    /** In the order in which they were made; empty: not signed, or no PDF. */
    static List<Signature> verify(byte[] pdf, List<X509Certificate> trusted) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = document.getSignatureDictionaries().stream()
                    .filter(one -> one.getByteRange() != null && one.getByteRange().length == 4).sorted(Comparator.comparingLong(PadesVerifier::end)).toList();
            List<Signature> verified = new ArrayList<>();
            for (int i = 0; i < signatures.size(); i++) {
                boolean last = i == signatures.size() - 1;
                verified.add(verify(signatures.get(i), pdf, document, last, trusted));
            }
            return verified;
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    private static long end(PDSignature signature) {
        int[] range = signature.getByteRange();
        return (long) range[2] + range[3];
    }

    private static Signature verify(PDSignature signature, byte[] pdf, PDDocument whole, boolean last, List<X509Certificate> trusted) {
        Instant at = signature.getSignDate() == null ? null : signature.getSignDate().toInstant();
        try {
            int[] range = signature.getByteRange();
            byte[] contents = signature.getContents();
            if (!covers(range, pdf, contents)) {
                return failed(signature, at, "range");
            }
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(pdf)), der(contents));
            SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
            X509Certificate certificate = certificate(cms.getCertificates(), signer);
            if (certificate == null || !signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)) || !names(signer, certificate)) {
                return failed(signature, at, "changed");
            }
            if (last ? end(signature) != pdf.length : changedAfter(Arrays.copyOf(pdf, (int) end(signature)), whole)) {
                return failed(signature, at, "after");
            }
            TimeStampToken stamp = stamp(signer);
            if (stamp != null && !stamps(stamp, signer)) {
                return failed(signature, at, "stamp");
            }
            Instant stampedAt = stamp == null ? null : stamp.getTimeStampInfo().getGenTime().toInstant();
            String problem = problem(certificate, cms.getCertificates(), stampedAt == null ? at : stampedAt, trusted);
            return new Signature(signature.getName(), certificate.getSubjectX500Principal().getName(), certificate.getIssuerX500Principal().getName(), at, stampedAt,
                    problem == null ? Indication.TOTAL_PASSED : Indication.INDETERMINATE, problem);
        } catch (IOException | CMSException | GeneralSecurityException | OperatorCreationException | TSPException | RuntimeException broken) {
            return failed(signature, at, "changed");
        }
    }

    private static Signature failed(PDSignature signature, @Nullable Instant at, String problem) {
        return new Signature(signature.getName(), "", "", at, null, Indication.TOTAL_FAILED, problem);
    }

    /** From the first byte, without a gap but for the signature itself, written as it was. */
    private static boolean covers(int[] range, byte[] pdf, byte[] contents) {
        long end = (long) range[2] + range[3];
        if (range[0] != 0 || range[1] <= 0 || range[2] <= range[1] || end > pdf.length || pdf[range[1]] != '<' || pdf[range[2] - 1] != '>') {
            return false;
        }
        String hex = new String(pdf, range[1] + 1, range[2] - range[1] - 2, StandardCharsets.ISO_8859_1);
        return hex.matches("[0-9A-F]*") && hex.length() == contents.length * 2;
    }

    /** Without the zeros behind it; anything else there is nothing that was signed. */
    private static byte[] der(byte[] contents) throws IOException {
        int lengthBytes = (contents[1] & 0x80) == 0 ? 0 : contents[1] & 0x7f;
        int length = lengthBytes == 0 ? contents[1] : 0;
        if (contents[1] == (byte) 0x80 || lengthBytes > 4) {
            throw new IOException("not DER");
        }
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | contents[2 + i] & 0xff;
        }
        int end = 2 + lengthBytes + length;
        for (int i = end; i < contents.length; i++) {
            if (contents[i] != 0) {
                throw new IOException("bytes behind the signature");
            }
        }
        return Arrays.copyOf(contents, end);
    }

    private static @Nullable X509Certificate certificate(Store<X509CertificateHolder> certificates, SignerInformation signer) throws GeneralSecurityException {
        @SuppressWarnings("unchecked")
        List<X509CertificateHolder> found = new ArrayList<>(certificates.getMatches(signer.getSID()));
        return found.isEmpty() ? null : new JcaX509CertificateConverter().getCertificate(found.getFirst());
    }

    /** The signature names the certificate it was made with. */
    private static boolean names(SignerInformation signer, X509Certificate certificate) throws GeneralSecurityException {
        Attribute attribute = signer.getSignedAttributes() == null ? null : signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        return attribute != null && Arrays.equals(SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0)).getCerts()[0].getCertHash(),
                MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    /** Whether a page is another one now than in the revision that was signed. */
    private static boolean changedAfter(byte[] revision, PDDocument whole) throws IOException {
        try (PDDocument signed = Loader.loadPDF(revision)) {
            if (signed.getNumberOfPages() != whole.getNumberOfPages()) {
                return true;
            }
            for (int i = 0; i < signed.getNumberOfPages(); i++) {
                if (!Arrays.equals(content(signed.getPage(i)), content(whole.getPage(i)))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static byte[] content(PDPage page) throws IOException {
        try (var in = page.getContents()) {
            return in.readAllBytes();
        }
    }

    private static @Nullable TimeStampToken stamp(SignerInformation signer) throws CMSException, TSPException, IOException {
        Attribute attribute = signer.getUnsignedAttributes() == null ? null : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        return attribute == null ? null : new TimeStampToken(new CMSSignedData(attribute.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded()));
    }

    private static boolean stamps(TimeStampToken stamp, SignerInformation signer) throws GeneralSecurityException, OperatorCreationException, TSPException {
        @SuppressWarnings("unchecked")
        List<X509CertificateHolder> found = new ArrayList<>(stamp.getCertificates().getMatches(stamp.getSID()));
        if (found.isEmpty() || !Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), MessageDigest.getInstance("SHA-256").digest(signer.getSignature()))) {
            return false;
        }
        stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(found.getFirst()));
        return true;
    }

    /** Who vouches for the signer, and whether he did at that time. */
    private static @Nullable String problem(X509Certificate certificate, Store<X509CertificateHolder> chain, @Nullable Instant at, List<X509Certificate> trusted)
            throws GeneralSecurityException {
        Date when = Date.from(Objects.requireNonNullElseGet(at, () -> certificate.getNotBefore().toInstant()));
        if (when.before(certificate.getNotBefore()) || when.after(certificate.getNotAfter())) {
            return "expired";
        }
        X509Certificate current = certificate;
        for (int depth = 0; depth < 5; depth++) {
            X509Certificate link = current;
            if (trusted.stream().anyMatch(root -> root.equals(link) || issued(root, link))) {
                return null;
            }
            X509Certificate next = null;
            for (X509CertificateHolder holder : chain.getMatches(null)) {
                X509Certificate candidate = new JcaX509CertificateConverter().getCertificate(holder);
                if (!candidate.equals(link) && candidate.getBasicConstraints() >= 0 && issued(candidate, link)) {
                    next = candidate;
                }
            }
            if (next == null) {
                return "unknown-authority";
            }
            current = next;
        }
        return "unknown-authority";
    }

    private static boolean issued(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        } catch (GeneralSecurityException other) {
            return false;
        }
    }
}
