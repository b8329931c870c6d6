package io.tradelane.trading.partner;

import io.tradelane.trading.partner.CertificateStanding.Confirmation;
import io.tradelane.trading.partner.CertificateStanding.How;
import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The change from one certificate to the next. The next one is accepted as soon as it is here; what is sent is signed or encrypted
 * with the one before until it is known that the other side has the next: it said so by its link, somebody said so for it, or it used it.
 */
@Service
@Transactional
public class CertificateBoard {
    private static final Duration LINK_HOLDS = Duration.ofDays(60);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final CertificateRepository certificates;
    private final JdbcClient jdbc;
    private final PartnerRecord journal;
    private final Clock clock;

    CertificateBoard(CertificateRepository certificates, JdbcClient jdbc, PartnerRecord journal, Clock clock) {
        this.certificates = certificates;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** All that the caller may see, those that end first at the top. @param organisation null: of all */
    @Transactional(readOnly = true)
    public List<CertificateStanding> list(@Nullable UUID organisation) {
        Map<UUID, List<Confirmation>> confirmations = new HashMap<>();
        jdbc.sql("select certificate_id, organisation_id, invited_at, how, confirmed_by, confirmed_at from certificate_confirmation order by organisation_id")
                .query(row -> {
                    String how = row.getString("how");
                    confirmations.computeIfAbsent(row.getObject("certificate_id", UUID.class), id -> new java.util.ArrayList<>()).add(new Confirmation(
                            row.getObject("organisation_id", UUID.class), SqlValues.instantOrNull(row, "invited_at"), how == null ? null : How.valueOf(how),
                            row.getString("confirmed_by"), SqlValues.instantOrNull(row, "confirmed_at")));
                });
        return certificates.standings(organisation, confirmations);
    }

    /** What became of a certificate that is to follow another. */
    public sealed interface Succession {
        record Done(UUID certificate) implements Succession {}

        record NotFound() implements Succession {}

        /** @param code {@code pem}, {@code taken}, {@code same}, {@code gap}: it begins after the other has ended */
        record Invalid(String field, String code) implements Succession {}
    }

    /** @param privateKeyPem of ours; null for a partner's */
    public Succession succeed(UUID predecessor, String alias, String certificatePem, @Nullable String privateKeyPem) {
        PartnerCertificate before = certificates.find(predecessor).orElse(null);
        if (before == null) {
            return new Succession.NotFound();
        }
        if (certificates.byAlias(before.organisation(), alias).isPresent()) {
            return new Succession.Invalid("alias", "taken");
        }
        UUID next;
        try {
            next = certificates.insert(before.organisation(), alias, before.use(), certificatePem, privateKeyPem);
        } catch (IllegalArgumentException noCertificate) {
            return new Succession.Invalid("pem", "pem");
        }
        PartnerCertificate after = certificates.find(next).orElseThrow();
        if (next.equals(predecessor) || after.validFrom().isAfter(before.validTo())) {
            if (!next.equals(predecessor)) {
                certificates.disable(next);
            }
            return new Succession.Invalid("pem", next.equals(predecessor) ? "same" : "gap");
        }
        jdbc.sql("update partner_certificate set successor_of = :before where id = :id").param("id", next).param("before", predecessor).update();
        journal.changed(before.organisation(), "CERTIFICATE_SUCCEEDED", Map.of("certificate", before.alias(), "next", alias));
        return new Succession.Done(next);
    }

    /**
     * A link by which the partner confirms that it has the certificate; it holds for 60 days, and an older one no longer.
     *
     * @return what the link ends with; it is stored nowhere. Empty if there is no such certificate
     */
    public Optional<String> invite(UUID certificate, UUID organisation) {
        if (certificates.find(certificate).isEmpty()) {
            return Optional.empty();
        }
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into certificate_confirmation (id, certificate_id, organisation_id, token_hash, invited_at, expires_at)
                        values (:id, :certificate, :organisation, :hash, :now, :until)
                        on conflict (certificate_id, organisation_id) do update
                          set token_hash = excluded.token_hash, invited_at = excluded.invited_at, expires_at = excluded.expires_at
                        """)
                .param("id", Ids.next()).param("certificate", certificate).param("organisation", organisation).param("hash", hash(token))
                .param("now", SqlValues.at(now)).param("until", SqlValues.at(now.plus(LINK_HOLDS))).update();
        journal.changed(organisation, "CERTIFICATE_LINK_MADE", Map.of("certificate", alias(certificate)));
        return Optional.of(token);
    }

    /** @param confirmed whether it is */
    public record Invitation(PartnerCertificate certificate, UUID organisation, boolean confirmed) {}

    /** What a link is about; empty for one that nobody gave or that holds no longer. For an actor of scope HUB. */
    @Transactional(readOnly = true)
    public Optional<Invitation> invitation(String token) {
        return jdbc.sql("select certificate_id, organisation_id, confirmed_at is not null from certificate_confirmation where token_hash = :hash and expires_at > :now")
                .param("hash", hash(token)).param("now", SqlValues.at(clock.instant()))
                .query((row, n) -> certificates.find(row.getObject(1, UUID.class)).map(certificate -> {
                    try {
                        return new Invitation(certificate, row.getObject(2, UUID.class), row.getBoolean(3));
                    } catch (java.sql.SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .optional().flatMap(found -> found);
    }

    /** By the link. @return whether it is one. For an actor of scope HUB */
    public boolean confirm(String token, String by) {
        return invitation(token).map(invited -> {
            confirm(invited.certificate().id(), invited.organisation(), How.LINK, by);
            return true;
        }).orElse(false);
    }

    /** Somebody who runs the hub says that this partner has it. @return false if there is no such certificate */
    public boolean confirmed(UUID certificate, UUID organisation) {
        if (certificates.find(certificate).isEmpty()) {
            return false;
        }
        confirm(certificate, organisation, How.OPERATOR, Tenancy.current().name());
        return true;
    }

    /**
     * A message of this partner was verified by its certificate, or decrypted with ours: whoever is known by a successor for the first
     * time has changed over. For an actor of scope HUB.
     *
     * @param owner whose certificate it is
     * @param fingerprint SHA-256, hexadecimal
     */
    public void used(UUID owner, UUID partner, String fingerprint) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update partner_certificate set last_used_at = :now where organisation_id = :owner and fingerprint = :fingerprint and enabled
                           and (last_used_at is null or last_used_at < :before)
                        """)
                .param("owner", owner).param("fingerprint", fingerprint).param("now", SqlValues.at(now))
                .param("before", SqlValues.at(now.minus(Duration.ofHours(1)))).update();
        jdbc.sql("""
                        select id from partner_certificate c where organisation_id = :owner and fingerprint = :fingerprint and enabled and successor_of is not null
                           and not exists (select 1 from certificate_confirmation f
                                            where f.certificate_id = c.id and f.organisation_id = :partner and f.confirmed_at is not null)
                        """)
                .param("owner", owner).param("fingerprint", fingerprint).param("partner", partner).query(UUID.class).list()
                .forEach(id -> confirm(id, partner, How.USE, "first use"));
    }

    private void confirm(UUID certificate, UUID organisation, How how, String by) {
        int confirmed = jdbc.sql("""
                        insert into certificate_confirmation as f (id, certificate_id, organisation_id, how, confirmed_by, confirmed_at)
                        values (:id, :certificate, :organisation, :how, :by, :now)
                        on conflict (certificate_id, organisation_id) do update
                          set how = excluded.how, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at where f.confirmed_at is null
                        """)
                .param("id", Ids.next()).param("certificate", certificate).param("organisation", organisation).param("how", how.name()).param("by", by)
                .param("now", SqlValues.at(clock.instant())).update();
        if (confirmed == 1) {
            journal.changed(organisation, "CERTIFICATE_CONFIRMED", Map.of("certificate", alias(certificate), "how", how.name(), "by", by));
        }
    }

    /** Of which was warned, and that are gone. */
    @Transactional(readOnly = true)
    public List<UUID> removedAfterWarning() {
        return jdbc.sql("select id from partner_certificate where not enabled and warned_days is not null").query(UUID.class).list();
    }

    /** How many days before the end it was warned last. @param days null: no more */
    public void warned(UUID certificate, @Nullable Integer days) {
        jdbc.sql("update partner_certificate set warned_days = cast(:days as int) where id = :id").param("id", certificate).param("days", days).update();
    }

    private String alias(UUID certificate) {
        return certificates.find(certificate).map(PartnerCertificate::alias).orElse("");
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
