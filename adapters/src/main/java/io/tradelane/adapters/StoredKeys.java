package io.tradelane.adapters;

import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.trading.partner.CertificateBoard;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keys from the table of certificates. Those of the partner's organisation without a private key are the partner's; those with one are
 * ours for this partner alone. Otherwise ours are the operator's.
 */
@Component
class StoredKeys implements ChannelKeys {
    private static final Logger LOG = LoggerFactory.getLogger(StoredKeys.class);
    private final Certificates certificates;
    private final CertificateBoard board;
    private final Organisations organisations;

    StoredKeys(Certificates certificates, CertificateBoard board, Organisations organisations) {
        this.certificates = certificates;
        this.board = board;
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

    @Override
    public void verifiedBy(Channel channel, X509Certificate certificate) {
        used(channel, Stream.of(channel.organisation()), certificate);
    }

    @Override
    public void encryptedFor(Channel channel, X509Certificate certificate) {
        used(channel, Stream.concat(Stream.of(channel.organisation()), operators()), certificate);
    }

    /** Nothing that has come is refused because this could not be kept. */
    private void used(Channel channel, Stream<UUID> owners, X509Certificate certificate) {
        try {
            String fingerprint = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
            Tenancy.run(Actor.hub(), () -> owners.forEach(owner -> board.used(owner, channel.organisation(), fingerprint)));
        } catch (GeneralSecurityException | DataAccessException | TransactionException failed) {
            LOG.warn("{}: it could not be kept which certificate was used", channel.name(), failed);
        }
    }

    private Stream<X509Certificate> partners(Channel channel, Use use) {
        return valid(channel.organisation(), use, channel.organisation()).filter(c -> c.privateKeyPem() == null)
                .map(c -> Identities.certificates(c.certificatePem()).getFirst());
    }

    private Stream<Identity> ours(Channel channel, Use use) {
        String alias = channel.parameters().getOrDefault(ChannelKeys.HUB_KEY, "");
        List<Identity> own = owned(channel.organisation(), use, alias, channel.organisation());
        return own.isEmpty() ? operators().flatMap(operator -> owned(operator, use, alias, channel.organisation()).stream()) : own.stream();
    }

    private List<Identity> owned(UUID organisation, Use use, String alias, UUID partner) {
        return valid(organisation, use, partner).filter(c -> c.privateKeyPem() != null && (alias.isBlank() || c.alias().equals(alias)))
                .map(c -> new Identity(Identities.privateKey(Objects.requireNonNull(c.privateKeyPem())),
                        Identities.certificates(c.certificatePem()).getFirst()))
                .toList();
    }

    private Stream<UUID> operators() {
        return Tenancy.call(Actor.hub(), organisations::list).stream()
                .filter(o -> o.kind() == Organisation.Kind.OPERATOR).map(Organisation::id);
    }

    private Stream<PartnerCertificate> valid(UUID organisation, Use use, UUID partner) {
        return Tenancy.call(Actor.hub(), () -> certificates.valid(organisation, use, partner)).stream();
    }
}
