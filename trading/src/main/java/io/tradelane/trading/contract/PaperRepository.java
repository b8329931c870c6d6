package io.tradelane.trading.contract;

import io.tradelane.trading.order.RowParameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of versions and the signatures in them; both are only added to. */
@Repository
class PaperRepository {
    private final JdbcClient jdbc;

    PaperRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one with the most signatures. */
    Optional<ContractFile> last(UUID version) {
        return jdbc.sql("select * from contract_file where version_id = :version order by step desc limit 1").param("version", version)
                .query(ContractFile.class).optional();
    }

    /** Of two that print the same paper at once the first is kept. */
    void keep(ContractFile file) {
        jdbc.sql("""
                        insert into contract_file (id, version_id, step, content, sha256, at) values (:id, :versionId, :step, :content, :sha256, :at)
                        on conflict (version_id, step) do nothing
                        """)
                .paramSource(new RowParameters(file))
                .update();
    }

    /** @param step how many signatures the file has */
    record Known(UUID contractId, UUID versionId, int step) {}

    Optional<Known> bySha256(byte[] sha256) {
        return jdbc.sql("""
                        select v.contract_id, f.version_id, f.step from contract_file f join contract_version v on v.id = f.version_id
                         where f.sha256 = :sha256 order by f.at limit 1
                        """)
                .param("sha256", sha256)
                .query(Known.class)
                .optional();
    }

    Optional<byte[]> content(byte[] sha256) {
        return jdbc.sql("select content from contract_file where sha256 = :sha256 order by at limit 1").param("sha256", sha256).query(byte[].class).optional();
    }

    void insert(ContractSignature signature) {
        jdbc.sql("""
                        insert into contract_signature (id, version_id, file_id, organisation_id, user_id, signer, subject, fingerprint, level, at, stamped_at)
                        values (:id, :versionId, :fileId, :organisationId, :userId, :signer, :subject, :fingerprint, :level, :at, :stampedAt)
                        """)
                .paramSource(new RowParameters(signature))
                .update();
    }

    /** In the order in which they were made. */
    List<ContractSignature> signatures(UUID version) {
        return jdbc.sql("select * from contract_signature where version_id = :version order by at, id").param("version", version)
                .query(ContractSignature.class).list();
    }
}
