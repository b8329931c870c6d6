package io.tradelane.adapters.soap;

import io.tradelane.adapters.as2.message.Identity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;

/** Keys in the shape that WSS4J wants. */
final class SoapKeys {
    static final String ALIAS = "key";

    private SoapKeys() {}

    /** These certificates and no others. */
    static Crypto trusting(List<X509Certificate> certificates) {
        try {
            KeyStore store = empty();
            for (X509Certificate certificate : certificates) {
                store.setCertificateEntry("partner-" + store.size(), certificate);
            }
            var crypto = new Merlin();
            crypto.setKeyStore(store);
            crypto.setTrustStore(store);
            return crypto;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** To sign with, under the alias {@link #ALIAS} and an empty password. */
    static Crypto of(Identity identity) {
        try {
            KeyStore store = empty();
            store.setKeyEntry(ALIAS, identity.key(), new char[0], new Certificate[] {identity.certificate()});
            var crypto = new Merlin();
            crypto.setKeyStore(store);
            return crypto;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
