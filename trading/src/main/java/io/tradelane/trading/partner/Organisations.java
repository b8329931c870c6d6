package io.tradelane.trading.partner;

import io.tradelane.trading.document.PartyInformationDocument.Entry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory of organisations. Everybody reads it; HUB and OPERATOR write it. */
@Service
@Transactional
public class Organisations {
    private static final Duration KEEP = Duration.ofSeconds(10);
    private final OrganisationRepository repository;
    private final Sandboxes sandboxes;
    private final PartnerRecord journal;
    private final TransactionTemplate reading;
    private final Directory<UUID, Organisation> byId = new Directory<>(KEEP);
    private final Directory<PartyIdentifier, Organisation> byIdentifier = new Directory<>(KEEP);

    Organisations(OrganisationRepository repository, Sandboxes sandboxes, PartnerRecord journal, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.repository = repository;
        this.sandboxes = sandboxes;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @throws org.springframework.dao.DuplicateKeyException if an identifier belongs to another organisation */
    public UUID create(NewOrganisation organisation) {
        byId.written();
        byIdentifier.written();
        UUID id = repository.insert(organisation);
        journal.changed(id, "PARTNER_ADDED", new Changes().about("name", organisation.name()).about("kind", organisation.kind())
                .about("gln", organisation.gln()).details());
        return id;
    }

    /** A company of which a partner told. */
    UUID take(NewOrganisation organisation, Organisation.Contact contact) {
        UUID id = create(organisation);
        repository.update(id, new PartyData(organisation.name(), organisation.address(), contact), organisation.gln());
        return id;
    }

    /** All of its profile. */
    public void replace(Organisation organisation) {
        byId.written();
        byIdentifier.written();
        repository.replace(organisation);
    }

    Map<PartyIdentifier, UUID> owners(List<PartyIdentifier> identifiers) {
        return repository.owners(identifiers);
    }

    /** @param away the identifiers go; otherwise it has them from now on */
    void change(Organisation organisation, PartyData data, List<PartyIdentifier> identifiers, boolean away) {
        byId.written();
        byIdentifier.written();
        identifiers.forEach(identifier -> {
            if (away) {
                repository.removeIdentifier(organisation.id(), identifier);
            } else {
                repository.addIdentifier(organisation.id(), identifier);
            }
        });
        String gln = organisation.gln() != null && !(away && identifiers.contains(new PartyIdentifier(PartyIdentifier.GLN, organisation.gln()))) ? organisation.gln()
                : away ? null
                : identifiers.stream().filter(each -> each.scheme().equals(PartyIdentifier.GLN)).map(PartyIdentifier::value).findFirst().orElse(null);
        repository.update(organisation.id(), data, gln);
    }

    /** @param more organisations to be known besides those that the entries name */
    KnownParties known(List<Entry> entries, Collection<UUID> more) {
        Map<PartyIdentifier, UUID> owners = repository.owners(entries.stream().flatMap(KnownParties::asked).distinct().toList());
        Set<UUID> ids = new HashSet<>(owners.values());
        ids.addAll(more);
        return new KnownParties(owners, repository.list(ids).stream().collect(Collectors.toMap(Organisation::id, Function.identity())),
                repository.identifiers(ids));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Organisation> find(UUID id) {
        return byId.find(id, () -> reading.execute(status -> repository.find(id)));
    }

    /** Who owns the identifier; for whom a twin asks, the owner's twin. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Organisation> byIdentifier(String scheme, String value) {
        return byIdentifier(new PartyIdentifier(scheme, value));
    }

    /** Who owns this interchange address; see {@link PartyIdentifier#ofInterchange}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Organisation> byInterchangeAddress(String id, @Nullable String qualifier) {
        return byIdentifier(PartyIdentifier.ofInterchange(id, qualifier));
    }

    private Optional<Organisation> byIdentifier(PartyIdentifier identifier) {
        Optional<Organisation> owner = byIdentifier.find(identifier, () -> reading.execute(status -> repository.byIdentifier(identifier)));
        boolean trying = Tenancy.find().map(Tenancy.Actor::organisation).filter(sandboxes::isTwin).isPresent();
        return trying ? owner.flatMap(company -> sandboxes.twin(company.id())).flatMap(this::find) : owner;
    }

    /** Without the twins. */
    @Transactional(readOnly = true)
    public List<Organisation> list() {
        return repository.list();
    }

    @Transactional(readOnly = true)
    public List<PartyIdentifier> identifiers(UUID organisation) {
        return repository.identifiers(organisation);
    }

    /** Does nothing if the organisation already has it. @throws IllegalStateException if it belongs to another */
    public void addIdentifier(UUID organisation, PartyIdentifier identifier) {
        byIdentifier.written();
        if (!repository.identifiers(organisation).contains(identifier)) {
            repository.addIdentifier(organisation, identifier);
            journal.changed(organisation, "IDENTIFIER_ADDED", Map.of("scheme", identifier.scheme(), "value", identifier.value()));
        }
    }
}
