package io.tradelane.trading.people;

import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.SqlValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SecondFactorRepository {
    private final JdbcClient jdbc;
    private final SecretBox box;

    SecondFactorRepository(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /** @param secret in base32 */
    record Factor(String secret, boolean confirmed, long lastStep) {}

    /** Takes the place of one that was never confirmed. */
    void begin(UUID user, String secret, Instant at) {
        jdbc.sql("""
                        insert into second_factor (user_id, secret_enc, created_at) values (:user, :secret, :at)
                        on conflict (user_id) do update set secret_enc = excluded.secret_enc, created_at = excluded.created_at where second_factor.confirmed_at is null
                        """)
                .param("user", user).param("secret", box.encrypt(secret, "second_factor", "secret_enc", user)).param("at", SqlValues.at(at)).update();
    }

    /** Locked until the transaction ends, so that a code works once. */
    Optional<Factor> find(UUID user) {
        return jdbc.sql("select secret_enc, confirmed_at is not null as confirmed, last_step from second_factor where user_id = :user for update")
                .param("user", user)
                .query((row, n) -> new Factor(box.decrypt(row.getString("secret_enc"), "second_factor", "secret_enc", user), row.getBoolean("confirmed"), row.getLong("last_step")))
                .optional();
    }

    boolean confirmed(UUID user) {
        return jdbc.sql("select exists (select 1 from second_factor where user_id = :user and confirmed_at is not null)").param("user", user)
                .query(Boolean.class).single();
    }

    void confirm(UUID user, Instant at) {
        jdbc.sql("update second_factor set confirmed_at = coalesce(confirmed_at, :at) where user_id = :user").param("at", SqlValues.at(at)).param("user", user).update();
        jdbc.sql("update app_user set second_factor = true where id = :user").param("user", user).update();
    }

    void used(UUID user, long step) {
        jdbc.sql("update second_factor set last_step = :step where user_id = :user").param("step", step).param("user", user).update();
    }

    void remove(UUID user) {
        jdbc.sql("delete from backup_code where user_id = :user").param("user", user).update();
        jdbc.sql("delete from second_factor where user_id = :user").param("user", user).update();
        jdbc.sql("update app_user set second_factor = false where id = :user").param("user", user).update();
    }

    void replaceCodes(UUID user, List<byte[]> hashes) {
        jdbc.sql("delete from backup_code where user_id = :user").param("user", user).update();
        hashes.forEach(hash -> jdbc.sql("insert into backup_code (user_id, code_hash) values (:user, :hash)").param("user", user).param("hash", hash).update());
    }

    boolean useCode(UUID user, byte[] hash, Instant at) {
        return jdbc.sql("update backup_code set used_at = :at where user_id = :user and code_hash = :hash and used_at is null")
                .param("at", SqlValues.at(at)).param("user", user).param("hash", hash).update() == 1;
    }

    int codesLeft(UUID user) {
        return jdbc.sql("select count(*) from backup_code where user_id = :user and used_at is null").param("user", user).query(Integer.class).single();
    }
}
