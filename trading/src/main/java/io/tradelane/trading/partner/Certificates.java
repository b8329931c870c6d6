package io.tradelane.trading.partner;

import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates for signing and encrypting; two valid ones may overlap while a partner changes over. */
@Service
@Transactional
public class Certificates {
    private final CertificateRepository repository;
    private final PartnerRecord journal;
    private final Clock clock;

    Certificates(CertificateRepository repository, PartnerRecord journal, Clock clock) {
        this.journal = journal;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Adds a certificate; the same fingerprint and use again returns the first.
     *
     * @param alias unique within the organisation
     * @throws IllegalArgumentException if the PEM holds no X.509 certificate
     */
    public UUID add(UUID organisation, String alias, Use use, String certificatePem, @Nullable String privateKeyPem) {
        boolean there = repository.find(organisation, use, certificatePem).isPresent();
        UUID id = repository.insert(organisation, alias, use, certificatePem, privateKeyPem);
        if (!there) {
            record(id, "CERTIFICATE_ADDED");
        }
        return id;
    }

    /** Those valid now for the use, the newest first: send with the first, accept any. */
    @Transactional(readOnly = true)
    public List<PartnerCertificate> valid(UUID organisation, Use use) {
        return valid(organisation, use, organisation);
    }

    /** The same, to send to this partner: one that follows another comes last until the partner is known to have it. */
    @Transactional(readOnly = true)
    public List<PartnerCertificate> valid(UUID organisation, Use use, UUID partner) {
        return repository.valid(organisation, use, partner, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<PartnerCertificate> byAlias(UUID organisation, String alias) {
        return repository.byAlias(organisation, alias);
    }

    /** The very certificate, for this use. @throws IllegalArgumentException if the PEM holds no X.509 certificate */
    @Transactional(readOnly = true)
    public Optional<PartnerCertificate> find(UUID organisation, Use use, String certificatePem) {
        return repository.find(organisation, use, certificatePem);
    }

    @Transactional(readOnly = true)
    public List<PartnerCertificate> list(UUID organisation) {
        return repository.list(organisation);
    }

    public void remove(UUID id) {
        record(id, "CERTIFICATE_REMOVED");
        repository.disable(id);
    }

    private void record(UUID id, String event) {
        repository.find(id).ifPresent(certificate -> journal.changed(certificate.organisation(), event, new Changes()
                .about("certificate", certificate.alias()).about("use", certificate.use()).about("fingerprint", certificate.fingerprint())
                .about("until", certificate.validTo()).details()));
    }
}
