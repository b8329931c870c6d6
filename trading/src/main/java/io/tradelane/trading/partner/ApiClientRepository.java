package io.tradelane.trading.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiClientRepository {
    private static final String SELECT = "select id, organisation_id, name, scopes, enabled, secret_hash from api_client ";
    private final JdbcClient jdbc;

    ApiClientRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(ApiClient client, byte[] secretHash) {}

    void insert(UUID id, UUID organisation, String name, Set<String> scopes, String keyId, byte[] secretHash) {
        jdbc.sql("""
                        insert into api_client (id, organisation_id, name, scopes, key_id, secret_hash)
                        values (:id, :organisation, :name, :scopes, :keyId, :secretHash)
                        """)
                .param("id", id)
                .param("organisation", organisation)
                .param("name", name)
                .param("scopes", scopes.toArray(String[]::new))
                .param("keyId", keyId)
                .param("secretHash", secretHash)
                .update();
    }

    Optional<Stored> byKeyId(String keyId) {
        return jdbc.sql(SELECT + "where key_id = :keyId")
                .param("keyId", keyId)
                .query((row, n) -> new Stored(map(row, n), row.getBytes("secret_hash")))
                .optional();
    }

    List<ApiClient> list(UUID organisation) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation order by name, id")
                .param("organisation", organisation)
                .query(ApiClientRepository::map)
                .list();
    }

    void disable(UUID id) {
        jdbc.sql("update api_client set enabled = false where id = :id").param("id", id).update();
    }

    private static ApiClient map(ResultSet row, int number) throws SQLException {
        return new ApiClient(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getBoolean("enabled"));
    }
}
