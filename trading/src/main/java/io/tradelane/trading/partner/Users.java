package io.tradelane.trading.partner;

import io.tradelane.trading.partner.User.Membership;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People and what they may do. Signing in reads under the actor {@code Tenancy.Actor.hub()}; a person sees herself and her colleagues. */
@Service
@Transactional
public class Users {
    private final UserRepository repository;
    private final Clock clock;

    Users(UserRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * @param email compared without regard to case
     * @throws org.springframework.dao.DuplicateKeyException if the address is taken
     */
    public UUID create(String email, String displayName, Locale locale, String passwordHash, List<Membership> memberships) {
        return repository.insert(email, displayName, locale, passwordHash, memberships);
    }

    @Transactional(readOnly = true)
    public Optional<User> findByEmail(String email) {
        return repository.findByEmail(email);
    }

    @Transactional(readOnly = true)
    public Optional<User> find(UUID id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public List<User> list(UUID organisation) {
        return repository.list(organisation);
    }

    public void addMembership(UUID user, UUID organisation, Role role) {
        repository.insertMembership(user, new Membership(organisation, role));
    }

    public void changePassword(UUID user, String passwordHash) {
        repository.changePassword(user, passwordHash);
    }

    public void changeLocale(UUID user, Locale locale) {
        repository.changeLocale(user, locale);
    }

    public void signedIn(UUID user) {
        repository.signedIn(user, clock.instant());
    }
}
