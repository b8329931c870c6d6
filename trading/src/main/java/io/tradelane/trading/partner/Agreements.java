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
    private final AgreementVersions versions;

    Agreements(AgreementRepository repository, AgreementVersions versions) {
        this.repository = repository;
        this.versions = versions;
    }

    /**
     * Makes the agreement, or a version of the one of the same sender, receiver and type; it is in force at once, or a draft where two
     * people are needed. What is said in the version before about acknowledgements and batching stays.
     *
     * @return its id: that of the agreement that was there, if there was one
     */
    public UUID agree(Agreement agreement) {
        return agree(agreement, true);
    }

    /** @param mayActivate false: it is a draft in any case */
    public UUID agree(Agreement agreement, boolean mayActivate) {
        AgreementKey wanted = AgreementKey.outbound(agreement.id(), agreement.sender(), agreement.receiver(), agreement.type());
        AgreementKey key = repository.like(wanted).orElseGet(() -> {
            repository.insert(wanted);
            return wanted;
        });
        AgreementTerms.Sending before = repository.inForce(key.id()).map(AgreedVersion::terms).orElse(null);
        AgreementTerms.Sending terms = before == null
                ? AgreementTerms.Sending.of(agreement, AcknowledgementPolicy.STANDARD, Batching.NONE)
                : AgreementTerms.Sending.of(agreement, before.acknowledgements(), before.batching());
        if (mayActivate && !versions.needsTwo(key)) {
            versions.agree(key, terms, "");
        } else {
            versions.save(key.id(), terms, "", null);
        }
        return key.id();
    }

    /**
     * From now on the receiver reads such documents in the portal; what is said already still goes out. It is kept, for what went by it.
     * Where two people are needed the first only wants it.
     */
    public AgreementChange end(UUID agreement) {
        return versions.end(agreement);
    }

    /**
     * Of the agreements with {@code receiver}, exactly these go over this channel of its; those taken from it are read in the portal.
     *
     * @param mayActivate false: a draft says so, as where two people are needed
     */
    public void sendOver(UUID channel, UUID receiver, Set<UUID> agreements, boolean mayActivate) {
        for (AgreedVersion agreed : repository.list(receiver)) {
            boolean wanted = agreements.contains(agreed.agreement().id());
            if (agreed.agreement().receiver().equals(receiver) && wanted != channel.equals(agreed.agreement().channel())) {
                versions.change(repository.key(agreed.agreement().id()).orElseThrow(), terms -> terms.over(wanted ? channel : null), mayActivate);
            }
        }
    }

    /** How {@code type} goes from {@code from} to {@code to}; empty: only in the portal. */
    @Transactional(readOnly = true)
    public Optional<Agreement> outbound(UUID from, UUID to, DocumentType type) {
        return repository.outbound(from, to, type).map(AgreedVersion::agreement);
    }

    /** As it holds now; empty also when no version is in force. */
    @Transactional(readOnly = true)
    public Optional<Agreement> find(UUID id) {
        return repository.inForce(id).map(AgreedVersion::agreement);
    }

    /** As it held last: also one that has ended, for what was said before it did. */
    @Transactional(readOnly = true)
    public Optional<AgreedVersion> findEvenEnded(UUID id) {
        return repository.latest(id);
    }

    /** Those in which the organisation sends or receives, as they hold now. */
    @Transactional(readOnly = true)
    public List<Agreement> list(UUID organisation) {
        return repository.list(organisation).stream().map(AgreedVersion::agreement).toList();
    }
}
