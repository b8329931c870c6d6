package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.CertificateBoard;
import io.tradelane.trading.partner.CertificateBoard.Succession;
import io.tradelane.trading.partner.CertificateStanding;
import io.tradelane.trading.partner.CertificateStanding.Confirmation;
import io.tradelane.trading.partner.CertificateStanding.How;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** From one certificate to the next. */
class CertificateBoardTest extends TestDatabase {
    @Autowired CertificateBoard board;
    @Autowired Certificates certificates;
    @Autowired CertificateWarnings warnings;
    @Autowired Incidents incidents;
    @TempDir Path folder;

    @Test
    void theNextCertificateIsAcceptedAtOnceAndUsedOnceThePartnerHasUsedIt() throws Exception {
        UUID partner = organisation("Changes over", Kind.BUYER);
        UUID old = add(partner, "old", "-300d", "330");
        UUID next = succeed(old, "next", "-1d", "400");
        assertThat(valid(partner)).containsExactly(old, next);
        hubUsed(partner, old);
        assertThat(valid(partner)).as("the old one says nothing").containsExactly(old, next);
        hubUsed(partner, next);
        assertThat(valid(partner)).containsExactly(next, old);
        CertificateStanding standing = standing(partner, next);
        assertThat(standing.confirmations()).extracting(Confirmation::how).containsExactly(How.USE);
        assertThat(standing.lastUsedAt()).isNotNull();
        assertThat(standing(partner, old).successor()).isEqualTo(next);
    }

    @Test
    void ofOursEachPartnerConfirmsForItself() throws Exception {
        UUID hub = organisation("Hub", Kind.SUPPLIER);
        UUID quick = organisation("Quick", Kind.BUYER);
        UUID slow = organisation("Slow", Kind.BUYER);
        UUID old = add(hub, "ours", "-300d", "330");
        UUID next = succeed(old, "ours next", "-1d", "400");
        String token = in(operator(), () -> board.invite(next, quick)).orElseThrow();
        assertThat(hub(() -> board.invitation(token))).get().extracting(CertificateBoard.Invitation::confirmed).isEqualTo(false);
        assertThat(hub(() -> board.confirm(token, "Anna"))).isTrue();
        assertThat(hub(() -> board.confirm("guessed", "Mallory"))).isFalse();
        assertThat(hub(() -> certificates.valid(hub, Use.SIGN, quick)).getFirst().id()).isEqualTo(next);
        assertThat(hub(() -> certificates.valid(hub, Use.SIGN, slow)).getFirst().id()).isEqualTo(old);
        assertThat(in(operator(), () -> board.confirmed(next, slow))).isTrue();
        assertThat(hub(() -> certificates.valid(hub, Use.SIGN, slow)).getFirst().id()).isEqualTo(next);
        superuser().sql("update certificate_confirmation set expires_at = now() where certificate_id = :id").param("id", next).update();
        assertThat(hub(() -> board.invitation(token))).isEmpty();
    }

    @Test
    void whatCannotFollowIsRefused() throws Exception {
        UUID partner = organisation("Gap", Kind.BUYER);
        UUID old = add(partner, "old", "-300d", "310");
        assertThat(in(operator(), () -> board.succeed(old, "late", pem("late", "+30d", "400"), null))).isEqualTo(new Succession.Invalid("pem", "gap"));
        assertThat(in(operator(), () -> board.succeed(old, "old", "x", null))).isEqualTo(new Succession.Invalid("alias", "taken"));
        assertThat(in(operator(), () -> board.succeed(old, "other", "nonsense", null))).isEqualTo(new Succession.Invalid("pem", "pem"));
        assertThat(in(operator(), () -> board.succeed(UUID.randomUUID(), "other", "x", null))).isEqualTo(new Succession.NotFound());
    }

    @Test
    void aPersonIsWarnedInTimeAndTheIncidentClosesWhenTheNextIsConfirmed() throws Exception {
        UUID partner = organisation("Expires", Kind.BUYER);
        UUID old = add(partner, "expiring", "-300d", "345");
        asHub(warnings::check);
        Incident first = incident(partner);
        assertThat(first.summary(Locale.ENGLISH)).contains("expiring").contains("44");
        asHub(warnings::check);
        assertThat(incident(partner).occurrences()).isEqualTo(1);
        superuser().sql("update partner_certificate set valid_to = now() + interval '10 days' where id = :id").param("id", old).update();
        asHub(warnings::check);
        assertThat(incident(partner)).extracting(Incident::id, Incident::occurrences).containsExactly(first.id(), 2);
        UUID next = succeed(old, "next", "-1d", "400");
        asHub(warnings::check);
        assertThat(incident(partner).status()).isEqualTo(Incident.Status.OPEN);
        hubUsed(partner, next);
        asHub(warnings::check);
        assertThat(incident(partner).status()).isEqualTo(Incident.Status.CLOSED);
    }

    @Test
    void theIncidentClosesWhenTheCertificateIsRemoved() throws Exception {
        UUID partner = organisation("Removed", Kind.BUYER);
        UUID id = add(partner, "goes", "-300d", "305");
        asHub(warnings::check);
        asHub(() -> certificates.remove(id));
        asHub(warnings::check);
        assertThat(incident(partner).status()).isEqualTo(Incident.Status.CLOSED);
    }

    private Incident incident(UUID partner) {
        return hub(() -> incidents.list(new Incidents.Filter(null, "CERTIFICATE_EXPIRES", partner, null), null, 10)).items().getFirst();
    }

    private CertificateStanding standing(UUID partner, UUID certificate) {
        return in(operator(), () -> board.list(partner)).stream().filter(one -> one.certificate().id().equals(certificate)).findFirst().orElseThrow();
    }

    private List<UUID> valid(UUID partner) {
        return hub(() -> certificates.valid(partner, Use.ENCRYPT)).stream().map(PartnerCertificate::id).toList();
    }

    private void hubUsed(UUID partner, UUID certificate) {
        String fingerprint = standing(partner, certificate).certificate().fingerprint();
        asHub(() -> board.used(partner, partner, fingerprint));
    }

    private UUID succeed(UUID old, String alias, String start, String days) throws Exception {
        String pem = pem(alias, start, days);
        return ((Succession.Done) in(operator(), () -> board.succeed(old, alias, pem, null))).certificate();
    }

    private UUID add(UUID organisation, String alias, String start, String days) throws Exception {
        String pem = pem(alias, start, days);
        return hub(() -> certificates.add(organisation, alias, Use.SIGN_AND_ENCRYPT, pem, null));
    }

    /** Made by the JDK's own tool. */
    private String pem(String alias, String start, String days) {
        String store = folder.resolve(alias.replace(' ', '-') + ".p12").toString();
        keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias, "-startdate", start, "-validity", days,
                "-keystore", store, "-storepass", "changeit");
        return keytool("-exportcert", "-rfc", "-alias", alias, "-keystore", store, "-storepass", "changeit");
    }

    private static String keytool(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(output).isZero();
            return output.contains("-----BEGIN") ? output.substring(output.indexOf("-----BEGIN")) : output;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
