package io.tradelane.server.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void createHome() {
        home = new Home(folder.resolve("home")).create();
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        assertThat(permissions(home.root())).isEqualTo("rwx------");
    }

    @Test
    void isHeldByOneAtATime() throws Exception {
        try (HomeLock first = HomeLock.take(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(HomeLock.HomeInUse.class)
                    .hasMessageContaining(home.root().toString());
        }
        HomeLock.take(home).close();
    }

    @Test
    void staysHeldWhenNobodyRemembersTheLock() {
        HomeLock.take(home);
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        while (garbage.get() != null) {
            System.gc();
        }
        assertThatThrownBy(() -> HomeLock.take(home)).isInstanceOf(HomeLock.HomeInUse.class);
    }

    @Test
    void refusesAFileAsHome() throws Exception {
        Home file = new Home(Files.createFile(folder.resolve("a-file")));
        assertThatThrownBy(file::create).isInstanceOf(StartRefused.class).hasMessageContaining("a-file");
    }

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerOnly() throws Exception {
        String made = key().text();
        assertThat(key().text()).isEqualTo(made).hasSize(44);
        assertThat(permissions(home.file("key"))).isEqualTo("rw-------");
    }

    @Test
    void aKeyOfTheEnvironmentGoesBeforeTheFile() {
        assertThat(InstallationKey.of("a key from outside", home.file("key")).text())
                .isEqualTo("a key from outside");
        assertThat(home.file("key")).doesNotExist();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> InstallationKey.of("secret", home.file("key")))
                .hasMessageContaining("shorter than 16");
    }

    @Test
    void keysForDifferentPurposesDiffer() {
        assertThat(key().derive("a")).hasSize(32).isEqualTo(key().derive("a")).isNotEqualTo(key().derive("b"));
    }

    @Test
    void generatedSecretsAreKeptEncrypted() throws Exception {
        String secret = secrets().get("broker");
        assertThat(secret).hasSize(32).isNotEqualTo(secrets().get("postgres"));
        assertThat(secrets().get("broker")).isEqualTo(secret);
        Path file = home.file("secrets.properties");
        assertThat(Files.readString(file)).contains("broker=ENC(").doesNotContain(secret);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void secretsOfAnotherKeyAreNotReplacedSilently() {
        secrets().get("broker");
        ConfigurationCipher other = new ConfigurationCipher(InstallationKey.of("quite another key", home.file("key")));
        assertThatThrownBy(() -> new GeneratedSecrets(home, other).get("broker"))
                .hasMessageContaining("made under another key");
    }

    @Test
    void aPortIsKept() {
        int port = new Ports(home).choose("postgres", 0);
        assertThat(new Ports(home).choose("postgres", 0)).isEqualTo(port);
    }

    @Test
    void aPortThatIsTakenIsReplaced() throws Exception {
        int port = new Ports(home).choose("broker", 0);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Ports(home).choose("broker", 0)).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void theDemoFileIsReadableByItsOwnerOnly() throws Exception {
        DemoFile file = new DemoFile(home);
        assertThat(file.read()).isEmpty();
        file.write(Map.of("signIns", Map.of("li@example.test", "geheim")));
        assertThat(file.read()).contains(Map.of("signIns", Map.of("li@example.test", "geheim")));
        assertThat(permissions(file.path())).isEqualTo("rw-------");
    }

    private InstallationKey key() {
        return InstallationKey.of("", home.file("key"));
    }

    private GeneratedSecrets secrets() {
        return new GeneratedSecrets(home, new ConfigurationCipher(key()));
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
