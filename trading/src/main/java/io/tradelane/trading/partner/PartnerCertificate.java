package io.tradelane.trading.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of an organisation, or of the hub acting for it when there is a private key.
 *
 * @param certificatePem X.509 in PEM (RFC 7468), the end entity first, then its chain
 * @param privateKeyPem PKCS #8 in PEM, decrypted; null for a partner's certificate
 * @param fingerprint SHA-256 of the DER form, hexadecimal
 */
public record PartnerCertificate(
        UUID id,
        UUID organisation,
        String alias,
        Use use,
        String certificatePem,
        @Nullable String privateKeyPem,
        String fingerprint,
        Instant validFrom,
        Instant validTo) {

    public enum Use {
        SIGN,
        ENCRYPT,
        SIGN_AND_ENCRYPT
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PartnerCertificate[" + alias + " " + use + " " + fingerprint + "]";
    }
}
