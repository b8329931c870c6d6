package io.tradelane.portal.evidence;

import io.tradelane.trading.exchange.EvidenceRecords;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.Tenancy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.stereotype.Component;

/**
 * Signs by the hub's key: that of the operator's organisation with the alias {@value #ALIAS}, which is made when it is first needed and
 * may be replaced by one of an authority. CMS (RFC 5652), detached, DER.
 */
@Component
class EvidenceSigner {
    static final String ALIAS = "evidence";
    private static final int RSA_BITS = 3072;
    private static final Duration VALID = Duration.ofDays(3650);
    private final Certificates certificates;
    private final EvidenceRecords records;
    private final Clock clock;

    EvidenceSigner(Certificates certificates, EvidenceRecords records, Clock clock) {
        this.certificates = certificates;
        this.records = records;
        this.clock = clock;
    }

    /** @param certificatePem of the signer */
    record Signed(byte[] signature, String certificatePem) {}

    Signed sign(byte[] content) {
        PartnerCertificate key = Tenancy.call(Tenancy.Actor.hub(), this::key);
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(key.certificatePem().getBytes(StandardCharsets.US_ASCII)));
            PrivateKey privateKey = privateKey(String.valueOf(key.privateKeyPem()));
            String algorithm = privateKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .build(new JcaContentSignerBuilder(algorithm).build(privateKey), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return new Signed(generator.generate(new CMSProcessableByteArray(content), false).getEncoded(), pem(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException broken) {
            throw new IllegalStateException("the hub's key for evidence cannot sign", broken);
        }
    }

    private PartnerCertificate key() {
        UUID operator = records.operator().orElseThrow(() -> new IllegalStateException("the hub has no operator organisation"));
        Instant now = clock.instant();
        return certificates.byAlias(operator, ALIAS).filter(known -> known.privateKeyPem() != null && known.validTo().isAfter(now)).orElseGet(() -> {
            certificates.byAlias(operator, ALIAS).ifPresent(old -> certificates.remove(old.id()));
            make(operator, now);
            return certificates.byAlias(operator, ALIAS).orElseThrow();
        });
    }

    private void make(UUID operator, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=Tradelane evidence");
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, new BigInteger(127, new SecureRandom()),
                    Date.from(now.minusSeconds(60)), Date.from(now.plus(VALID)), name, pair.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
            certificates.add(operator, ALIAS, Use.SIGN, pem(certificate), pem(pair.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
            throw new IllegalStateException("no key for evidence can be made", broken);
        }
    }

    private static PrivateKey privateKey(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return switch (parser.readObject()) {
                case PEMKeyPair pair -> new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                case PrivateKeyInfo info -> new JcaPEMKeyConverter().getPrivateKey(info);
                case null, default -> throw new IOException("no private key in PEM form");
            };
        }
    }

    private static String pem(Object certificateOrKey) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificateOrKey);
        }
        return text.toString();
    }
}
