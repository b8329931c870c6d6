package io.tradelane.trading.partner;

import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.shared.Ids;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CertificateRepository {
    private static final String SELECT =
            "select id, organisation_id, alias, use, certificate_pem, private_key_enc, fingerprint, valid_from, valid_to from partner_certificate ";
    private final JdbcClient jdbc;
    private final SecretBox box;

    CertificateRepository(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    UUID insert(UUID organisation, String alias, Use use, String certificatePem, @Nullable String privateKeyPem) {
        UUID id = Ids.next();
        X509Certificate certificate = CertificateText.parse(certificatePem);
        String fingerprint = CertificateText.fingerprint(certificate);
        jdbc.sql("""
                        insert into partner_certificate
                          (id, organisation_id, alias, use, certificate_pem, private_key_enc, fingerprint, valid_from, valid_to)
                        values (:id, :organisation, :alias, :use, :pem, :key, :fingerprint, :validFrom, :validTo)
                        on conflict (organisation_id, fingerprint, use) do nothing
                        """)
                .param("id", id)
                .param("organisation", organisation)
                .param("alias", alias)
                .param("use", use.name())
                .param("pem", certificatePem)
                .param("key", privateKeyPem == null ? null : box.encrypt(privateKeyPem, "partner_certificate", "private_key", id))
                .param("fingerprint", fingerprint)
                .param("validFrom", SqlValues.at(certificate.getNotBefore().toInstant()))
                .param("validTo", SqlValues.at(certificate.getNotAfter().toInstant()))
                .update();
        return jdbc.sql("select id from partner_certificate where organisation_id = :organisation and fingerprint = :fingerprint and use = :use")
                .param("organisation", organisation)
                .param("fingerprint", fingerprint)
                .param("use", use.name())
                .query(UUID.class)
                .single();
    }

    List<PartnerCertificate> valid(UUID organisation, Use use, Instant at) {
        return jdbc.sql(SELECT + """
                        where organisation_id = :organisation and enabled and use in (:use, 'SIGN_AND_ENCRYPT')
                          and valid_from <= :at and valid_to > :at order by valid_from desc, id desc
                        """)
                .param("organisation", organisation)
                .param("use", use.name())
                .param("at", SqlValues.at(at))
                .query(this::map)
                .list();
    }

    Optional<PartnerCertificate> byAlias(UUID organisation, String alias) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation and alias = :alias and enabled")
                .param("organisation", organisation)
                .param("alias", alias)
                .query(this::map)
                .optional();
    }

    List<PartnerCertificate> list(UUID organisation) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation and enabled order by alias, id")
                .param("organisation", organisation)
                .query(this::map)
                .list();
    }

    void disable(UUID id) {
        jdbc.sql("update partner_certificate set enabled = false where id = :id").param("id", id).update();
    }

    private PartnerCertificate map(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String key = row.getString("private_key_enc");
        return new PartnerCertificate(
                id,
                row.getObject("organisation_id", UUID.class),
                row.getString("alias"),
                Use.valueOf(row.getString("use")),
                row.getString("certificate_pem"),
                key == null ? null : box.decrypt(key, "partner_certificate", "private_key", id),
                row.getString("fingerprint"),
                SqlValues.instant(row, "valid_from"),
                SqlValues.instant(row, "valid_to"));
    }
}
