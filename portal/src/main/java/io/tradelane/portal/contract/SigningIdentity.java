package io.tradelane.portal.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** A private key and its certificate with the chain behind it. */
record SigningIdentity(PrivateKey key, List<X509Certificate> chain) {

    static SigningIdentity ofPem(String certificates, String key) {
        try (PEMParser parser = new PEMParser(new StringReader(key))) {
            PrivateKey read = switch (parser.readObject()) {
                case PEMKeyPair pair -> new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                case PrivateKeyInfo info -> new JcaPEMKeyConverter().getPrivateKey(info);
                case null, default -> throw new IOException("no private key in PEM form");
            };
            return new SigningIdentity(read, certificates(certificates));
        } catch (IOException broken) {
            throw new IllegalStateException("a key for signing cannot be read", broken);
        }
    }

    static List<X509Certificate> certificates(String pem) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))).stream()
                    .map(X509Certificate.class::cast).toList();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a certificate for signing cannot be read", broken);
        }
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    String subject() {
        return certificate().getSubjectX500Principal().getName();
    }

    String fingerprint() {
        return fingerprint(certificate());
    }

    static String fingerprint(Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String certificatePem() {
        StringBuilder text = new StringBuilder();
        chain.forEach(one -> text.append(pem(one)));
        return text.toString();
    }

    String keyPem() {
        return pem(key);
    }

    private static String pem(Object certificateOrKey) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificateOrKey);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }
}
