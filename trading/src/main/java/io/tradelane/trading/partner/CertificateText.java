package io.tradelane.trading.partner;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** X.509 certificates as text. */
public final class CertificateText {

    private CertificateText() {}

    /** @throws IllegalArgumentException if the PEM holds no X.509 certificate */
    static X509Certificate parse(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("not an X.509 certificate in PEM", failure);
        }
    }

    /** SHA-256 of the DER form, hexadecimal. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("not an X.509 certificate", failure);
        }
    }
}
