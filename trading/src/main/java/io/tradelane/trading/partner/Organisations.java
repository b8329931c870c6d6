package io.tradelane.trading.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of organisations. Everybody reads it; HUB and OPERATOR write it. */
@Service
@Transactional
public class Organisations {
    private final OrganisationRepository repository;

    Organisations(OrganisationRepository repository) {
        this.repository = repository;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if an identifier belongs to another organisation */
    public UUID create(NewOrganisation organisation) {
        return repository.insert(organisation);
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> find(UUID id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> byIdentifier(String scheme, String value) {
        return repository.byIdentifier(new PartyIdentifier(scheme, value));
    }

    /** Who owns this interchange address; see {@link PartyIdentifier#ofInterchange}. */
    @Transactional(readOnly = true)
    public Optional<Organisation> byInterchangeAddress(String id, @Nullable String qualifier) {
        return repository.byIdentifier(PartyIdentifier.ofInterchange(id, qualifier));
    }

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
        repository.addIdentifier(organisation, identifier);
    }
}
