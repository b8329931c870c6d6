package io.tradelane.trading.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiClientRepository {
    private static final String SELECT = """
            select id, organisation_id, name, scopes, enabled, secret_hash, key_id, created_at, expires_at, last_used_at, previous_hash,
              previous_until, certificate_fingerprint
            from api_client
            """;
    private final JdbcClient jdbc;

    ApiClientRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(ApiClient client, ApiKey key, byte[] secretHash, byte @Nullable [] previousHash) {

        boolean usable(Instant now, @Nullable String certificate) {
            return client.enabled() && !key.expired(now)
                    && (key.certificateFingerprint() == null || key.certificateFingerprint().equals(certificate));
        }
    }

    void insert(UUID id, NewApiKey key, String keyId, byte[] secretHash) {
        jdbc.sql("""
                        insert into api_client (id, organisation_id, name, scopes, key_id, secret_hash, expires_at, certificate_fingerprint)
                        values (:id, :organisation, :name, :scopes, :keyId, :secretHash, :expiresAt, :certificate)
                        """)
                .param("id", id)
                .param("organisation", key.organisation())
                .param("name", key.name())
                .param("scopes", key.scopes().toArray(String[]::new))
                .param("keyId", keyId)
                .param("secretHash", secretHash)
                .param("expiresAt", SqlValues.atOrNull(key.expiresAt()))
                .param("certificate", key.certificateFingerprint())
                .update();
    }

    Optional<Stored> byKeyId(String keyId) {
        return jdbc.sql(SELECT + "where key_id = :keyId").param("keyId", keyId).query(ApiClientRepository::map).optional();
    }

    Optional<Stored> byCertificate(String fingerprint) {
        return jdbc.sql(SELECT + "where certificate_fingerprint = :fingerprint and enabled")
                .param("fingerprint", fingerprint).query(ApiClientRepository::map).optional();
    }

    Optional<Stored> byId(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(ApiClientRepository::map).optional();
    }

    List<Stored> list(UUID organisation) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation order by name, id")
                .param("organisation", organisation)
                .query(ApiClientRepository::map)
                .list();
    }

    void disable(UUID id) {
        jdbc.sql("update api_client set enabled = false where id = :id").param("id", id).update();
    }

    /** The hash that was becomes the previous one. */
    void rotate(UUID id, byte[] secretHash, Duration overlap) {
        jdbc.sql("""
                        update api_client set previous_hash = secret_hash, secret_hash = :hash,
                          previous_until = clock_timestamp() + make_interval(secs => :seconds)
                        where id = :id
                        """)
                .param("id", id).param("hash", secretHash).param("seconds", overlap.toSeconds()).update();
    }

    void bind(UUID id, @Nullable String fingerprint) {
        jdbc.sql("update api_client set certificate_fingerprint = :fingerprint where id = :id").param("id", id).param("fingerprint", fingerprint).update();
    }

    void used(UUID id, Instant at) {
        jdbc.sql("update api_client set last_used_at = :at where id = :id and (last_used_at is null or last_used_at < :at)")
                .param("id", id).param("at", SqlValues.at(at)).update();
    }

    private static Stored map(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID organisation = row.getObject("organisation_id", UUID.class);
        String name = row.getString("name");
        Set<String> scopes = Set.of((String[]) row.getArray("scopes").getArray());
        var key = new ApiKey(id, organisation, name, ApiClients.PREFIX + row.getString("key_id"), scopes, SqlValues.instant(row, "created_at"),
                SqlValues.instantOrNull(row, "expires_at"), SqlValues.instantOrNull(row, "last_used_at"), SqlValues.instantOrNull(row, "previous_until"), row.getString("certificate_fingerprint"));
        return new Stored(new ApiClient(id, organisation, name, scopes, row.getBoolean("enabled")), key, row.getBytes("secret_hash"),
                row.getBytes("previous_hash"));
    }
}
