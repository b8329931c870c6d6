package io.tradelane.trading.contract;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys with which companies sign contracts, encrypted; each company's own, and the hub's authority's. */
@Service
@Transactional
public class ContractKeys {
    /** Entity type of a company's key in the journal. */
    public static final String ENTITY = "CONTRACT_KEY";

    public enum Use {
        SIGNER,
        AUTHORITY
    }

    /** @param certificatePem the certificate, then its chain @param privateKeyPem decrypted */
    public record Key(UUID organisation, String certificatePem, String privateKeyPem) {
        /** Without the key. */
        @Override
        public String toString() {
            return "Key[" + organisation + "]";
        }
    }

    private final JdbcClient jdbc;
    private final SecretBox secrets;
    private final Journal journal;
    private final Clock clock;

    ContractKeys(JdbcClient jdbc, SecretBox secrets, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Key> find(UUID organisation, Use use) {
        return jdbc.sql("select id, certificate_pem, key_enc from contract_key where organisation_id = :organisation and use = :use")
                .param("organisation", organisation).param("use", use.name())
                .query((row, n) -> new Key(organisation, row.getString("certificate_pem"),
                        secrets.decrypt(row.getString("key_enc"), "contract_key", "key_enc", row.getObject("id", UUID.class))))
                .optional();
    }

    /** Certificates of the hub's authority. Under scope HUB. */
    @Transactional(readOnly = true)
    public List<String> authorities() {
        return jdbc.sql("select certificate_pem from contract_key where use = 'AUTHORITY'").query(String.class).list();
    }

    /** Takes the place of the one before. */
    public void put(UUID organisation, Use use, String certificatePem, String privateKeyPem, String subject) {
        UUID id = Ids.next();
        jdbc.sql("delete from contract_key where organisation_id = :organisation and use = :use")
                .param("organisation", organisation).param("use", use.name()).update();
        jdbc.sql("""
                        insert into contract_key (id, organisation_id, use, certificate_pem, key_enc, created_by, created_at)
                        values (:id, :organisation, :use, :certificate, :key, :by, :now)
                        """)
                .param("id", id).param("organisation", organisation).param("use", use.name()).param("certificate", certificatePem)
                .param("key", secrets.encrypt(privateKeyPem, "contract_key", "key_enc", id)).param("by", Tenancy.current().name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        journal.record(new Entry(ENTITY, organisation, null, "REPLACE", null, null, null, Set.of(organisation), Map.of("certificate", subject)));
    }
}
