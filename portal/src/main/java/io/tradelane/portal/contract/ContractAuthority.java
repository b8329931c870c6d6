package io.tradelane.portal.contract;

import io.tradelane.trading.contract.ContractKeys;
import io.tradelane.trading.contract.ContractKeys.Use;
import io.tradelane.trading.exchange.EvidenceRecords;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.stereotype.Component;

/**
 * The hub's own authority: issues certificates for signing to companies that bring none of a licensed authority's. What it vouches for is
 * that the key was made here for that company; before a court a licensed authority's certificate is worth more.
 */
@Component
class ContractAuthority {
    private static final Duration ROOT_VALID = Duration.ofDays(3650);
    private static final Duration VALID = Duration.ofDays(730);
    private static final int RSA_BITS = 3072;
    private static final X500Name NAME = new X500Name("CN=Tradelane contract authority");
    private final ContractKeys keys;
    private final EvidenceRecords records;
    private final Clock clock;

    ContractAuthority(ContractKeys keys, EvidenceRecords records, Clock clock) {
        this.keys = keys;
        this.records = records;
        this.clock = clock;
    }

    /** Its certificates, which a signature is held against; none as long as it issued nothing. */
    List<X509Certificate> trusted() {
        List<X509Certificate> all = new ArrayList<>();
        Tenancy.call(Tenancy.Actor.hub(), keys::authorities).forEach(pem -> all.addAll(SigningIdentity.certificates(pem)));
        return all;
    }

    /** A new key with a certificate in the company's name. */
    SigningIdentity issue(String company) {
        SigningIdentity root = Tenancy.call(Tenancy.Actor.hub(), this::root);
        KeyPair pair = pair();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, company).addRDN(BCStyle.CN, company).build();
        X509Certificate certificate = certificate(root, subject, pair.getPublic(), VALID, false);
        return new SigningIdentity(pair.getPrivate(), List.of(certificate, root.certificate()));
    }

    private SigningIdentity root() {
        UUID operator = records.operator().orElseThrow(() -> new IllegalStateException("the hub has no operator organisation"));
        return keys.find(operator, Use.AUTHORITY).map(key -> SigningIdentity.ofPem(key.certificatePem(), key.privateKeyPem())).orElseGet(() -> {
            KeyPair pair = pair();
            SigningIdentity self = new SigningIdentity(pair.getPrivate(), List.of());
            SigningIdentity root = new SigningIdentity(pair.getPrivate(), List.of(certificate(self, NAME, pair.getPublic(), ROOT_VALID, true)));
            keys.put(operator, Use.AUTHORITY, root.certificatePem(), root.keyPem(), root.subject());
            return root;
        });
    }

    private X509Certificate certificate(SigningIdentity issuer, X500Name subject, PublicKey key, Duration valid, boolean authority) {
        Instant now = clock.instant();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(NAME, new BigInteger(127, new SecureRandom()), Date.from(now.minusSeconds(60)),
                    Date.from(now.plus(valid)), subject, key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.key())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException broken) {
            throw new IllegalStateException("no certificate can be made", broken);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
