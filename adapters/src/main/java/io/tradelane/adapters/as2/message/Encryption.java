package io.tradelane.adapters.as2.message;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.jspecify.annotations.Nullable;

/** Encryption for one recipient: {@code application/pkcs7-mime} with enveloped or authenticated enveloped data (RFC 8551, section 3.3). */
final class Encryption {
    private static final String ENVELOPED = "enveloped-data";
    private static final String AUTH_ENVELOPED = "authEnveloped-data";

    private Encryption() {}

    static boolean isEncrypted(ContentType type) {
        String smime = type.parameter("smime-type").orElse(ENVELOPED);
        return Compression.isPkcs7(type) && (smime.equalsIgnoreCase(ENVELOPED) || smime.equalsIgnoreCase(AUTH_ENVELOPED));
    }

    static Entity encrypt(Entity content, X509Certificate recipient, Cipher cipher) {
        try {
            var recipientInfo = new JceKeyTransRecipientInfoGenerator(recipient).setProvider(Signatures.PROVIDER);
            var encryptor = new JceCMSContentEncryptorBuilder(cipher.oid()).setProvider(Signatures.PROVIDER).build();
            var data = new CMSProcessableByteArray(content.bytes());
            byte[] encrypted;
            if (cipher.authenticated()) {
                var generator = new CMSAuthEnvelopedDataGenerator();
                generator.addRecipientInfoGenerator(recipientInfo);
                encrypted = generator.generate(data, (OutputAEADEncryptor) encryptor).getEncoded();
            } else {
                var generator = new CMSEnvelopedDataGenerator();
                generator.addRecipientInfoGenerator(recipientInfo);
                encrypted = generator.generate(data, encryptor).getEncoded();
            }
            return Compression.pkcs7(cipher.authenticated() ? AUTH_ENVELOPED : ENVELOPED, "smime.p7m", encrypted);
        } catch (GeneralSecurityException | CMSException | java.io.IOException broken) {
            throw new IllegalStateException("The message cannot be encrypted for " + Signatures.subject(recipient), broken);
        }
    }

    /**
     * @param mine every identity that may still be in use while certificates change over
     * @throws Refused decryption-failed, insufficient-message-security (3DES, RC2 and the like)
     */
    static Decrypted decrypt(Entity encrypted, Collection<Identity> mine) {
        boolean authenticated = encrypted.contentType().parameter("smime-type").orElse(ENVELOPED).equalsIgnoreCase(AUTH_ENVELOPED);
        Opened clear;
        try {
            clear = authenticated ? openAuthenticated(encrypted.content(), mine) : open(encrypted.content(), mine);
        } catch (CMSException | RuntimeException broken) {
            if (broken instanceof Refused refused) {
                throw refused;
            }
            throw new Refused(Disposition.DECRYPTION_FAILED, "The message cannot be decrypted", broken);
        }
        return new Decrypted(Entity.parse(clear.content()), clear.recipient());
    }

    /** @param recipient for which certificate it was encrypted */
    record Decrypted(Entity content, X509Certificate recipient) {}

    private record Opened(byte[] content, X509Certificate recipient) {}

    private static Opened open(byte[] der, Collection<Identity> mine) throws CMSException {
        var data = new CMSEnvelopedData(der);
        requireKnown(data.getEncryptionAlgOID());
        for (Identity identity : mine) {
            RecipientInformation info = addressedTo(data.getRecipientInfos(), identity);
            if (info != null) {
                return new Opened(info.getContent(new JceKeyTransEnvelopedRecipient(identity.key()).setProvider(Signatures.PROVIDER)),
                        identity.certificate());
            }
        }
        throw notOurs();
    }

    private static Opened openAuthenticated(byte[] der, Collection<Identity> mine) throws CMSException {
        var data = new CMSAuthEnvelopedData(der);
        requireKnown(data.getEncryptionAlgOID());
        for (Identity identity : mine) {
            RecipientInformation info = addressedTo(data.getRecipientInfos(), identity);
            if (info != null) {
                return new Opened(info.getContent(new JceKeyTransAuthEnvelopedRecipient(identity.key()).setProvider(Signatures.PROVIDER)),
                        identity.certificate());
            }
        }
        throw notOurs();
    }

    private static @Nullable RecipientInformation addressedTo(RecipientInformationStore recipients, Identity identity) {
        return recipients.get(new JceKeyTransRecipientId(identity.certificate()));
    }

    private static Refused notOurs() {
        return new Refused(Disposition.DECRYPTION_FAILED, "Encrypted for a certificate that is not ours");
    }

    private static void requireKnown(String oid) {
        if (Cipher.ofOid(oid).isEmpty()) {
            throw new Refused(Disposition.INSUFFICIENT_MESSAGE_SECURITY, "Cipher " + oid + " is not accepted");
        }
    }
}
