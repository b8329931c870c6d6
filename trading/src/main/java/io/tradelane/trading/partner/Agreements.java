package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which document goes to whom in which format. */
@Service
@Transactional
public class Agreements {
    private final AgreementRepository repository;
    private final AcknowledgementPolicies acknowledgements;

    Agreements(AgreementRepository repository, AcknowledgementPolicies acknowledgements) {
        this.repository = repository;
        this.acknowledgements = acknowledgements;
    }

    /**
     * Makes the agreement, or replaces the one of the same sender, receiver and type.
     *
     * @return its id: that of the agreement replaced, if there was one
     */
    public UUID agree(Agreement agreement) {
        acknowledgements.forget();
        return repository.upsert(agreement);
    }

    /** From now on the receiver reads such documents in the portal; what is said already still goes out. It is kept, for what went by it. */
    public void end(UUID agreement) {
        acknowledgements.forget();
        repository.end(agreement);
    }

    /** Of the agreements with {@code receiver}, exactly these go over this channel of its; those taken from it are read in the portal. */
    public void sendOver(UUID channel, UUID receiver, Set<UUID> agreements) {
        repository.sendOver(channel, receiver, agreements);
    }

    /** How {@code type} goes from {@code from} to {@code to}; empty: only in the portal. */
    @Transactional(readOnly = true)
    public Optional<Agreement> outbound(UUID from, UUID to, DocumentType type) {
        return repository.outbound(from, to, type);
    }

    @Transactional(readOnly = true)
    public Optional<Agreement> find(UUID id) {
        return repository.find(id);
    }

    /** Also one that has ended, for what was said before it did. */
    @Transactional(readOnly = true)
    public Optional<Agreement> findEvenEnded(UUID id) {
        return repository.findEvenEnded(id);
    }

    /** Those in which the organisation sends or receives. */
    @Transactional(readOnly = true)
    public List<Agreement> list(UUID organisation) {
        return repository.list(organisation);
    }
}
