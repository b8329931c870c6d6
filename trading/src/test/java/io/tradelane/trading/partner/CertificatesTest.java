package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class CertificatesTest extends TestDatabase {
    @Autowired Certificates certificates;
    @TempDir Path folder;

    @Test
    void theNewestValidCertificateComesFirstAndAnExpiredOneNotAtAll() throws Exception {
        UUID buyer = organisation("AS2 buyer", Kind.BUYER);
        UUID old = add(buyer, "old", Use.SIGN_AND_ENCRYPT, "-2d", "30");
        UUID renewed = add(buyer, "renewed", Use.SIGN, "-1d", "30");
        add(buyer, "expired", Use.SIGN, "-10d", "2");
        assertThat(hub(() -> certificates.valid(buyer, Use.SIGN))).extracting(PartnerCertificate::id).containsExactly(renewed, old);
        assertThat(hub(() -> certificates.valid(buyer, Use.ENCRYPT))).extracting(PartnerCertificate::id).containsExactly(old);
        assertThat(hub(() -> certificates.list(buyer))).hasSize(3);
        asHub(() -> certificates.remove(renewed));
        assertThat(hub(() -> certificates.valid(buyer, Use.SIGN))).extracting(PartnerCertificate::id).containsExactly(old);
    }

    @Test
    void aPrivateKeyIsStoredEncrypted() throws Exception {
        UUID hubOrganisation = organisation("Hub", Kind.OPERATOR);
        UUID id = add(hubOrganisation, "hub", Use.SIGN_AND_ENCRYPT, "-1d", "30");
        assertThat(hub(() -> certificates.byAlias(hubOrganisation, "hub"))).hasValueSatisfying(found -> {
            assertThat(found.privateKeyPem()).isEqualTo("PRIVATE");
            assertThat(found.toString()).doesNotContain("PRIVATE");
        });
        assertThat(superuser().sql("select private_key_enc from partner_certificate where id = :id").param("id", id).query(String.class).single())
                .startsWith("v1:");
        assertThatThrownBy(() -> hub(() -> certificates.add(hubOrganisation, "bad", Use.SIGN, "no certificate", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private UUID add(UUID organisation, String alias, Use use, String start, String days) throws Exception {
        String pem = pem(alias, start, days);
        UUID id = hub(() -> certificates.add(organisation, alias, use, pem, "PRIVATE"));
        assertThat(hub(() -> certificates.add(organisation, alias + " again", use, pem, null))).isEqualTo(id);
        return id;
    }

    /** Made by the JDK's own tool. */
    private String pem(String alias, String start, String days) throws Exception {
        String store = folder.resolve(alias + ".p12").toString();
        keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias, "-startdate", start, "-validity", days,
                "-keystore", store, "-storepass", "changeit");
        return keytool("-exportcert", "-rfc", "-alias", alias, "-keystore", store, "-storepass", "changeit");
    }

    private static String keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output.contains("-----BEGIN") ? output.substring(output.indexOf("-----BEGIN")) : output;
    }
}
