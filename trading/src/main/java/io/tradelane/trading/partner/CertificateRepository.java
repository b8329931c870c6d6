package io.tradelane.trading.partner;

import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class CertificateRepository {
    UUID insert(UUID organisation, String alias, Use use, String certificatePem, @Nullable String privateKeyPem) {
        throw new UnsupportedOperationException();
    }

    List<PartnerCertificate> valid(UUID organisation, Use use, Instant at) {
        throw new UnsupportedOperationException();
    }

    Optional<PartnerCertificate> byAlias(UUID organisation, String alias) {
        throw new UnsupportedOperationException();
    }

    List<PartnerCertificate> list(UUID organisation) {
        throw new UnsupportedOperationException();
    }

    void disable(UUID id) {
        throw new UnsupportedOperationException();
    }
}
