package io.tradelane.trading.partner;

import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys for machines, of the form {@code tl_<id>_<secret>}. The secret has 256 bits from a secure generator, so its SHA-256
 * is enough to store; it is shown once.
 */
@Service
@Transactional
public class ApiClients {
    private static final int ID_BYTES = 9;
    private static final int SECRET_BYTES = 32;
    private static final Duration KEEP = Duration.ofSeconds(2);
    private final ApiClientRepository repository;
    private final TransactionTemplate reading;
    private final Directory<String, ApiClientRepository.Stored> known = new Directory<>(KEEP);
    private final SecureRandom random = new SecureRandom();

    ApiClients(ApiClientRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param key show it now; it cannot be read again */
    public record Created(UUID id, String key) {
        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    public Created create(UUID organisation, String name, Set<String> scopes) {
        UUID id = Ids.next();
        String keyId = token(ID_BYTES).replace('_', 'x');
        String secret = token(SECRET_BYTES);
        repository.insert(id, organisation, name, scopes, keyId, sha256(secret));
        return new Created(id, "tl_" + keyId + "_" + secret);
    }

    /**
     * The client of this key, empty if it is malformed, unknown, wrong or disabled. Runs under {@code Tenancy.Actor.hub()}.
     * A key that another process disables is good here for two seconds more.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<ApiClient> authenticate(String key) {
        String[] parts = key.split("_", 3);
        if (parts.length != 3 || !parts[0].equals("tl") || parts[1].length() > 40) {
            return Optional.empty();
        }
        byte[] presented = sha256(parts[2]);
        return known.find(parts[1], () -> reading.execute(status -> repository.byKeyId(parts[1])))
                .filter(found -> MessageDigest.isEqual(found.secretHash(), presented) && found.client().enabled())
                .map(ApiClientRepository.Stored::client);
    }

    @Transactional(readOnly = true)
    public List<ApiClient> list(UUID organisation) {
        return repository.list(organisation);
    }

    public void disable(UUID id) {
        known.written();
        repository.disable(id);
    }

    private String token(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
