package io.tradelane.portal.evidence;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** A certificate as a file. */
public final class SignerFile {

    private SignerFile() {}

    /** @param bytes X.509 in PEM or DER @throws GeneralSecurityException if it is none */
    public static X509Certificate certificate(byte[] bytes) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }
}
