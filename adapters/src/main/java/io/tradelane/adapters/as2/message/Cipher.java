package io.tradelane.adapters.as2.message;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** Content encryption we make and accept. 3DES, RC2 and DES are not among them. */
public enum Cipher {
    AES_128_CBC(NISTObjectIdentifiers.id_aes128_CBC, false),
    AES_192_CBC(NISTObjectIdentifiers.id_aes192_CBC, false),
    AES_256_CBC(NISTObjectIdentifiers.id_aes256_CBC, false),
    AES_128_GCM(NISTObjectIdentifiers.id_aes128_GCM, true),
    AES_192_GCM(NISTObjectIdentifiers.id_aes192_GCM, true),
    AES_256_GCM(NISTObjectIdentifiers.id_aes256_GCM, true);

    private final ASN1ObjectIdentifier oid;
    private final boolean authenticated;

    Cipher(ASN1ObjectIdentifier oid, boolean authenticated) {
        this.oid = oid;
        this.authenticated = authenticated;
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    /** True for GCM, which travels as {@code authEnveloped-data} (RFC 5083, RFC 5084). */
    public boolean authenticated() {
        return authenticated;
    }

    static Optional<Cipher> ofOid(String oid) {
        return Arrays.stream(values()).filter(c -> c.oid.getId().equals(oid)).findFirst();
    }
}
