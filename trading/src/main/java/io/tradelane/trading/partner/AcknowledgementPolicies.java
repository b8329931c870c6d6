package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is agreed about acknowledgements. */
@Service
@Transactional
public class AcknowledgementPolicies {
    private static final Duration KEEP = Duration.ofSeconds(10);
    private final AgreementRepository repository;
    private final AgreementVersions versions;
    private final TransactionTemplate reading;
    private final Directory<Lane, Optional<AgreedAcknowledgement>> lanes;

    AcknowledgementPolicies(
            AgreementRepository repository, AgreementVersions versions, AgreementMemory memory, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.versions = versions;
        this.lanes = memory.directory(KEEP);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Lane(UUID from, UUID to, DocumentType type) {}

    /** Of an agreement, or the standards' meaning where nobody said more. */
    @Transactional(readOnly = true)
    public AcknowledgementPolicy of(UUID agreement) {
        return repository.latest(agreement).map(agreed -> agreed.terms().acknowledgements()).orElse(AcknowledgementPolicy.STANDARD);
    }

    /**
     * Changes this and leaves all else as it is: in force at once, or a draft where two people are needed or {@code mayActivate} is not given.
     *
     * @return the version that says so
     */
    public AgreementChange change(UUID agreement, UnaryOperator<AcknowledgementPolicy> changed, boolean mayActivate) {
        return repository.key(agreement)
                .filter(key -> key.direction() == Direction.OUTBOUND && key.endedAt() == null)
                .map(key -> versions.change(key, terms -> terms.acknowledged(changed.apply(terms.acknowledgements())), mayActivate))
                .orElseGet(AgreementChange.NotFound::new);
    }

    /**
     * How acknowledgements go from one organisation to another, for an actor of scope HUB. It is remembered for ten seconds: what
     * another process changes counts within that time.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<AgreedAcknowledgement> between(UUID from, UUID to, DocumentType type) {
        return lanes.find(new Lane(from, to, type), () -> reading.execute(status -> Optional.of(repository.outbound(from, to, type).map(
                agreed -> new AgreedAcknowledgement(agreed.agreement().format(), agreed.agreement().version(), agreed.terms().acknowledgements()))))).orElseThrow();
    }
}
