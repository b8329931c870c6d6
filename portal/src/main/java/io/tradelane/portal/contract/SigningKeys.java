package io.tradelane.portal.contract;

import io.tradelane.trading.contract.ContractKeys;
import io.tradelane.trading.contract.ContractKeys.Use;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The key with which the caller's company signs: issued here, or brought along as PKCS #12. */
@Component
class SigningKeys {
    static final int LARGEST_FILE = 100_000;
    private final ContractKeys keys;
    private final ContractAuthority authority;
    private final Organisations organisations;
    private final Clock clock;

    SigningKeys(ContractKeys keys, ContractAuthority authority, Organisations organisations, Clock clock) {
        this.keys = keys;
        this.authority = authority;
        this.organisations = organisations;
        this.clock = clock;
    }

    Optional<SigningIdentity> own() {
        UUID organisation = Tenancy.current().organisation();
        return organisation == null ? Optional.empty()
                : keys.find(organisation, Use.SIGNER).map(key -> SigningIdentity.ofPem(key.certificatePem(), key.privateKeyPem()));
    }

    /** One that can sign now. */
    Optional<SigningIdentity> usable() {
        Date now = Date.from(clock.instant());
        return own().filter(key -> !now.before(key.certificate().getNotBefore()) && !now.after(key.certificate().getNotAfter()));
    }

    CommandResult issue() {
        UUID organisation = Tenancy.current().organisation();
        if (organisation == null) {
            return new CommandResult.NotFound();
        }
        return keep(organisation, authority.issue(organisations.find(organisation).orElseThrow().name()));
    }

    CommandResult upload(byte[] pkcs12, String password) {
        UUID organisation = Tenancy.current().organisation();
        if (organisation == null) {
            return new CommandResult.NotFound();
        }
        if (pkcs12.length == 0 || pkcs12.length > LARGEST_FILE) {
            return CommandResult.invalid("file", pkcs12.length == 0 ? "required" : "file-too-large");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                    return checked(organisation, key, store.getCertificateChain(alias));
                }
            }
            return CommandResult.invalid("file", "no-key");
        } catch (GeneralSecurityException | IOException unreadable) {
            return CommandResult.invalid("file", "pkcs12");
        }
    }

    private CommandResult checked(UUID organisation, PrivateKey key, Certificate[] chain) {
        List<X509Certificate> certificates = Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        boolean[] usage = certificates.getFirst().getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            return CommandResult.invalid("file", "not-for-signing");
        }
        if (certificates.getFirst().getNotAfter().before(Date.from(clock.instant()))) {
            return CommandResult.invalid("file", "certificate-expired");
        }
        return keep(organisation, new SigningIdentity(key, certificates));
    }

    private CommandResult keep(UUID organisation, SigningIdentity identity) {
        keys.put(organisation, Use.SIGNER, identity.certificatePem(), identity.keyPem(), identity.subject());
        return new CommandResult.Done(organisation, 1);
    }
}
