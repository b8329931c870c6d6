package io.tradelane.trading.partner;

import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys for machines, of the form {@code tl_<id>_<secret>}. The secret has 256 bits from a secure generator, so its SHA-256
 * is enough to store; it is shown once. For OAuth 2.0 {@code tl_<id>} is the client's id.
 */
@Service
@Transactional
public class ApiClients {
    static final String PREFIX = "tl_";
    private static final int ID_BYTES = 9;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_ID = 40;
    private static final Duration KEEP = Duration.ofSeconds(2);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private final ApiClientRepository repository;
    private final AccessTokens tokens;
    private final RevokedTokens revoked;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final PartnerRecord journal;
    private final Clock clock;
    private final Directory<String, ApiClientRepository.Stored> known = new Directory<>(KEEP);
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    ApiClients(ApiClientRepository repository, AccessTokens tokens, RevokedTokens revoked, PlatformTransactionManager transactions, PartnerRecord journal,
            Clock clock) {
        this.journal = journal;
        this.repository = repository;
        this.tokens = tokens;
        this.revoked = revoked;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
    }

    /** @param key show it now; it cannot be read again */
    public record Created(UUID id, String key) {
        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    /** @param lifetime from now on */
    public record Token(String value, Duration lifetime) {
        @Override
        public String toString() {
            return "Token[" + lifetime + "]";
        }
    }

    public Created create(UUID organisation, String name, Set<String> scopes) {
        return create(new NewApiKey(organisation, name, scopes, null, null));
    }

    public Created create(NewApiKey key) {
        UUID id = Ids.next();
        String keyId = random(ID_BYTES).replace('_', 'x');
        String secret = random(SECRET_BYTES);
        repository.insert(id, key, keyId, sha256(secret));
        journal.changed(key.organisation(), "KEY_ADDED", new Changes().about("key", key.name()).about("client", PREFIX + keyId)
                .about("scopes", String.join(" ", new TreeSet<>(key.scopes()))).about("until", key.expiresAt())
                .about("fingerprint", key.certificateFingerprint()).details());
        return new Created(id, PREFIX + keyId + "_" + secret);
    }

    /** As {@link #authenticate(String, String)} for a connection without a client certificate. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<ApiClient> authenticate(String credential) {
        return authenticate(credential, null);
    }

    /**
     * The client of this key or access token, empty if it is malformed, unknown, wrong, expired, given back or disabled, or lacks its
     * certificate. Runs under {@code Tenancy.Actor.hub()}. What another process changes is seen here two seconds later. With a token the
     * client has the token's scopes.
     *
     * @param certificate fingerprint of the client certificate of the connection; null: there is none
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<ApiClient> authenticate(String credential, @Nullable String certificate) {
        if (!credential.startsWith(PREFIX)) {
            return tokens.read(credential, certificate).filter(claims -> !revoked.contains(claims.jti()))
                    .flatMap(claims -> find(claims.keyId()).filter(found -> found.usable(clock.instant(), certificate)).map(found -> used(found, claims.scopes())));
        }
        String[] parts = credential.split("_", 3);
        if (parts.length != 3 || parts[1].length() > LONGEST_ID) {
            return Optional.empty();
        }
        byte[] presented = sha256(parts[2]);
        return find(parts[1]).filter(found -> found.usable(clock.instant(), certificate) && fits(found, presented))
                .map(found -> used(found, found.client().scopes()));
    }

    /** The client to which this certificate belongs; a key is not needed beside it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<ApiClient> byCertificate(String fingerprint) {
        return known.find("x5t " + fingerprint, () -> reading.execute(status -> repository.byCertificate(fingerprint)))
                .filter(found -> found.usable(clock.instant(), fingerprint)).map(found -> used(found, found.client().scopes()));
    }

    /**
     * An access token for a client that has just been authenticated.
     *
     * @param scopes some of what the client may
     * @param certificate of the connection; the token is bound to it
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Token issue(ApiClient client, Set<String> scopes, @Nullable String certificate) {
        String keyId = reading.execute(status -> repository.byId(client.id())).orElseThrow().key().clientId().substring(PREFIX.length());
        return new Token(tokens.make(keyId, scopes, certificate), AccessTokens.LIFETIME);
    }

    /** Ends a token of this client before its time; of any other nothing happens (RFC 7009, section 2.2). */
    public void revoke(ApiClient client, String token, @Nullable String certificate) {
        tokens.read(token, certificate).filter(claims -> find(claims.keyId()).filter(found -> found.client().id().equals(client.id())).isPresent())
                .ifPresent(claims -> revoked.add(claims.jti(), client.organisation(), claims.expiresAt()));
    }

    /** Those that are not disabled. */
    @Transactional(readOnly = true)
    public List<ApiKey> list(UUID organisation) {
        return repository.list(organisation).stream().filter(stored -> stored.client().enabled()).map(ApiClientRepository.Stored::key).toList();
    }

    public void disable(UUID id) {
        known.written();
        record(id, "KEY_REMOVED", new Changes());
        repository.disable(id);
    }

    /** A new secret under the same id. @param overlap how long the one before is good beside it; zero: not at all */
    public Created rotate(UUID id, Duration overlap) {
        known.written();
        String clientId = repository.byId(id).orElseThrow().key().clientId();
        String secret = random(SECRET_BYTES);
        repository.rotate(id, sha256(secret), overlap);
        record(id, "KEY_ROTATED", new Changes().about("overlap", overlap));
        return new Created(id, clientId + "_" + secret);
    }

    /** @param fingerprint null: the key is good without a certificate */
    public void bind(UUID id, @Nullable String fingerprint) {
        known.written();
        String before = repository.byId(id).map(stored -> stored.key().certificateFingerprint()).orElse(null);
        repository.bind(id, fingerprint);
        record(id, "KEY_BOUND", new Changes().of("fingerprint", before, fingerprint));
    }

    private void record(UUID id, String event, Changes changes) {
        repository.byId(id).ifPresent(stored -> journal.changed(stored.client().organisation(), event,
                changes.about("key", stored.client().name()).about("client", stored.key().clientId()).details()));
    }

    private Optional<ApiClientRepository.Stored> find(String keyId) {
        return known.find(keyId, () -> reading.execute(status -> repository.byKeyId(keyId)));
    }

    private boolean fits(ApiClientRepository.Stored found, byte[] presented) {
        Instant until = found.key().previousUntil();
        return MessageDigest.isEqual(found.secretHash(), presented)
                | (until != null && until.isAfter(clock.instant()) && MessageDigest.isEqual(found.previousHash(), presented));
    }

    private ApiClient used(ApiClientRepository.Stored found, Set<String> scopes) {
        ApiClient client = found.client();
        Instant now = clock.instant();
        Instant before = noted.get(client.id());
        if (before == null || before.plus(NOTED_EVERY).isBefore(now)) {
            noted.put(client.id(), now);
            writing.executeWithoutResult(status -> repository.used(client.id(), now));
        }
        return new ApiClient(client.id(), client.organisation(), client.name(), scopes, client.enabled());
    }

    private String random(int bytes) {
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
