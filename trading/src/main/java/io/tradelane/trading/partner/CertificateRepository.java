package io.tradelane.trading.partner;

import io.tradelane.trading.partner.CertificateStanding.Confirmation;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.shared.Ids;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                        on conflict (organisation_id, fingerprint, use) do update set enabled = true, alias = excluded.alias
                          where not partner_certificate.enabled
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

    /** One that follows another and that the partner is not known to have is the last choice. */
    List<PartnerCertificate> valid(UUID organisation, Use use, UUID partner, Instant at) {
        return jdbc.sql(SELECT + """
                        c where organisation_id = :organisation and enabled and use in (:use, 'SIGN_AND_ENCRYPT')
                          and valid_from <= :at and valid_to > :at
                         order by c.successor_of is not null and not exists (select 1 from certificate_confirmation f
                            where f.certificate_id = c.id and f.organisation_id = :partner and f.confirmed_at is not null), valid_from desc, id desc
                        """)
                .param("partner", partner)
                .param("organisation", organisation)
                .param("use", use.name())
                .param("at", SqlValues.at(at))
                .query(this::map)
                .list();
    }

    Optional<PartnerCertificate> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id and enabled").param("id", id).query(this::map).optional();
    }

    /** Without those that were removed; those that end first at the top. */
    List<CertificateStanding> standings(@Nullable UUID organisation, Map<UUID, List<Confirmation>> confirmations) {
        return jdbc.sql("""
                        select c.id, c.organisation_id, c.alias, c.use, c.certificate_pem, null as private_key_enc, c.fingerprint, c.valid_from, c.valid_to,
                               c.private_key_enc is not null as ours, c.successor_of, c.last_used_at, c.warned_days,
                               (select s.id from partner_certificate s where s.successor_of = c.id and s.enabled order by s.id desc limit 1) as successor
                          from partner_certificate c
                         where c.enabled and (cast(:organisation as uuid) is null or c.organisation_id = :organisation) order by c.valid_to, c.id
                        """)
                .param("organisation", organisation)
                .query((row, n) -> {
                    PartnerCertificate certificate = map(row, n);
                    return new CertificateStanding(certificate, row.getBoolean("ours"), SqlValues.uuid(row, "successor_of"), SqlValues.uuid(row, "successor"),
                            SqlValues.instantOrNull(row, "last_used_at"), row.getObject("warned_days", Integer.class),
                            confirmations.getOrDefault(certificate.id(), List.of()));
                })
                .list();
    }

    Optional<PartnerCertificate> byAlias(UUID organisation, String alias) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation and alias = :alias and enabled")
                .param("organisation", organisation)
                .param("alias", alias)
                .query(this::map)
                .optional();
    }

    Optional<PartnerCertificate> find(UUID organisation, Use use, String pem) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation and fingerprint = :fingerprint and use = :use and enabled")
                .param("organisation", organisation)
                .param("fingerprint", CertificateText.fingerprint(CertificateText.parse(pem)))
                .param("use", use.name())
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
