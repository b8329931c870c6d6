package io.tradelane.adapters;

import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keys from the table of certificates. Those of the partner's organisation without a private key are the partner's; those with one are
 * ours for this partner alone. Otherwise ours are the operator's.
 */
@Component
class StoredKeys implements ChannelKeys {
    private final Certificates certificates;
    private final Organisations organisations;

    StoredKeys(Certificates certificates, Organisations organisations) {
        this.certificates = certificates;
        this.organisations = organisations;
    }

    @Override
    public Identity signing(Channel channel) {
        return ours(channel, Use.SIGN).findFirst()
                .orElseThrow(() -> new IllegalStateException(channel.name() + ": there is no valid key of ours to sign with"));
    }

    @Override
    public List<Identity> decrypting(Channel channel) {
        return ours(channel, Use.ENCRYPT).toList();
    }

    @Override
    public List<X509Certificate> partnerSigning(Channel channel) {
        return partners(channel, Use.SIGN).toList();
    }

    @Override
    public X509Certificate partnerEncrypting(Channel channel) {
        return partners(channel, Use.ENCRYPT).findFirst()
                .orElseThrow(() -> new IllegalStateException(channel.name() + ": the partner has no valid certificate to encrypt for"));
    }

    private Stream<X509Certificate> partners(Channel channel, Use use) {
        return valid(channel.organisation(), use).filter(c -> c.privateKeyPem() == null)
                .map(c -> Identities.certificates(c.certificatePem()).getFirst());
    }

    private Stream<Identity> ours(Channel channel, Use use) {
        String alias = channel.parameters().getOrDefault(ChannelKeys.HUB_KEY, "");
        List<Identity> own = owned(channel.organisation(), use, alias);
        return own.isEmpty() ? operators().flatMap(operator -> owned(operator, use, alias).stream()) : own.stream();
    }

    private List<Identity> owned(UUID organisation, Use use, String alias) {
        return valid(organisation, use).filter(c -> c.privateKeyPem() != null && (alias.isBlank() || c.alias().equals(alias)))
                .map(c -> new Identity(Identities.privateKey(Objects.requireNonNull(c.privateKeyPem())),
                        Identities.certificates(c.certificatePem()).getFirst()))
                .toList();
    }

    private Stream<UUID> operators() {
        return Tenancy.call(Actor.hub(), organisations::list).stream()
                .filter(o -> o.kind() == Organisation.Kind.OPERATOR).map(Organisation::id);
    }

    private Stream<PartnerCertificate> valid(UUID organisation, Use use) {
        return Tenancy.call(Actor.hub(), () -> certificates.valid(organisation, use)).stream();
    }
}
