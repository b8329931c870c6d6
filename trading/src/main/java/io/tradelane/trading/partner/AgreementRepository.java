package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class AgreementRepository {
    UUID upsert(Agreement agreement) {
        throw new UnsupportedOperationException();
    }

    Optional<Agreement> outbound(UUID from, UUID to, DocumentType type) {
        throw new UnsupportedOperationException();
    }

    Optional<Agreement> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    List<Agreement> list(UUID organisation) {
        throw new UnsupportedOperationException();
    }

    void end(UUID id) {
        throw new UnsupportedOperationException();
    }
}
