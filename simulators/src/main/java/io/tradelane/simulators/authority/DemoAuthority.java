package io.tradelane.simulators.authority;

import io.tradelane.adapters.as2.message.Identity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority whose key exists only in this process. Everything it signs says DEMO in its name. */
public final class DemoAuthority {
    private static final Duration VALIDITY = Duration.ofDays(730);

    private final X500Name name = new X500Name("CN=Tradelane DEMO authority");
    private final Instant from;
    private final KeyPair keys = rsa();
    private final X509Certificate root;

    public DemoAuthority(Instant now) {
        this.from = now.minus(Duration.ofHours(1));
        this.root = sign(name, keys.getPublic(), true);
    }

    public X509Certificate root() {
        return root;
    }

    /** A new key with a certificate of this authority, for signing and encrypting. */
    public Identity issue(String commonName) {
        KeyPair pair = rsa();
        return new Identity(pair.getPrivate(), sign(new X500Name("CN=" + commonName + " DEMO"), pair.getPublic(), false));
    }

    /** A key with a certificate for time-stamps alone (RFC 3161, section 2.3). */
    Identity timeStamps() {
        KeyPair pair = rsa();
        return new Identity(pair.getPrivate(), sign(new X500Name("CN=Time-stamps DEMO"), pair.getPublic(), false, true));
    }

    private X509Certificate sign(X500Name subject, PublicKey key, boolean authority) {
        return sign(subject, key, authority, false);
    }

    private X509Certificate sign(X500Name subject, PublicKey key, boolean authority, boolean stamps) {
        try {
            var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(127, new SecureRandom()), Date.from(from),
                    Date.from(from.plus(VALIDITY)), subject, key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            int usage = authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (stamps) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException broken) {
            throw new IllegalStateException("No certificate can be made", broken);
        }
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
