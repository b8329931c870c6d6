package io.tradelane.adapters.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.exchange.ServerIdentities;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;

/** Against a server of Apache MINA SSHD. */
class SftpDoorTest extends RemoteDoorTest {
    private static final AtomicBoolean CUT = new AtomicBoolean();
    private static Path root;
    private static SshServer server;
    private static KeyPair hostKey;
    private static KeyPair userKey;

    @Autowired
    private SftpDoor door;

    @Autowired
    private ServerIdentities identities;

    @BeforeAll
    static void startServer() throws Exception {
        root = Files.createTempDirectory(FOLDERS, "sftp");
        hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        userKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("hub") && password.equals("secret word"));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals("hub") && KeyUtils.compareKeys(key, userKey.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        var sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Cutting());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.stop(true);
    }

    /** Ends the session at the second block of a file. */
    private static final class Cutting implements SftpEventListener {
        @Override
        public void reading(ServerSession session, String handle, FileHandle file, long offset, byte[] data, int dataOffset, int length) {
            cut(session, offset);
        }

        @Override
        public void writing(ServerSession session, String handle, FileHandle file, long offset, byte[] data, int dataOffset, int length) {
            cut(session, offset);
        }

        private static void cut(ServerSession session, long offset) {
            if (offset > 100_000 && CUT.compareAndSet(true, false)) {
                session.close(true);
            }
        }
    }

    @Override
    Path root() {
        return root;
    }

    @Override
    RemoteDoor door() {
        return door;
    }

    @Override
    Map<String, String> connection() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(server.getPort()), "user", "hub", "directory", "/" + name,
                "hostKeys", "127.0.0.1 " + PublicKeyEntry.toString(hostKey.getPublic()));
    }

    @Override
    Map<String, String> secrets() {
        return Map.of("password", "secret word");
    }

    @Override
    void cutNextTransfer() {
        CUT.set(true);
    }

    @Test
    void signsInWithAnEncryptedPrivateKey() throws Exception {
        var pem = new ByteArrayOutputStream();
        var encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword("pass phrase");
        encryption.setCipherType("256");
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "hub", encryption, pem);
        var channel = open("sftp", Direction.OUTBOUND, connection(),
                Map.of("privateKey", pem.toString(StandardCharsets.US_ASCII), "passphrase", "pass phrase"));
        transmitter.send(channel.id(), transmission("a.edi", Peers.ORDERS));
        assertThat(files("")).containsExactly("a.edi");

        var wrong = open("sftp", Direction.OUTBOUND, connection(),
                Map.of("privateKey", pem.toString(StandardCharsets.US_ASCII), "passphrase", "another"));
        assertThatThrownBy(() -> transmitter.send(wrong.id(), transmission("b.edi", Peers.ORDERS)))
                .isInstanceOf(TransientFailure.class).hasMessageContaining("passphrase");
    }

    @Test
    void saysNothingSecretToAServerWithAnotherHostKey() throws Exception {
        KeyPair other = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        var channel = outbound(with("hostKeys", PublicKeyEntry.toString(other.getPublic())));

        assertThat(failed(channel)).isEqualTo(Step.HOST_KEY);
        assertThatThrownBy(() -> transmitter.send(channel.id(), transmission("a.edi", Peers.ORDERS)))
                .hasMessageContaining(KeyUtils.getFingerPrint(hostKey.getPublic()));
        String shown = KeyUtils.getFingerPrint(hostKey.getPublic());
        Mockito.verify(AopTestUtils.<ServerIdentities>getTargetObject(identities)).refused(Mockito.argThat(one -> one.id().equals(channel.id())), Mockito.argThat(key -> key.fingerprint().equals(shown)));
        var right = outbound(connection());
        transmitter.send(right.id(), transmission("b.edi", Peers.ORDERS));
        transmitter.send(right.id(), transmission("c.edi", Peers.ORDERS));
        Mockito.verify(AopTestUtils.<ServerIdentities>getTargetObject(identities)).accepted(Mockito.argThat(one -> one.id().equals(right.id())), Mockito.argThat(key -> key.fingerprint().equals(shown)));
    }

    @Test
    void knowsAServerByItsFingerprint() {
        var channel = outbound(with("hostKeys", "# the first line\n" + KeyUtils.getFingerPrint(hostKey.getPublic()) + " server"));
        transmitter.send(channel.id(), transmission("a.edi", Peers.ORDERS));
        assertThat(failed(outbound(with("hostKeys", "SHA256:another")))).isEqualTo(Step.HOST_KEY);
    }

    @Test
    void needsAHostKey() {
        var without = new HashMap<>(connection());
        without.remove("hostKeys");
        var channel = outbound(without);
        assertThat(routes.states().get(channel.id()).problem()).contains("hostKeys");
    }

    @Test
    void setsThePermissionsOfAFile() throws Exception {
        transmitter.send(outbound(with("permissions", "640")).id(), transmission("a.edi", Peers.ORDERS));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a.edi")))).isEqualTo("rw-r-----");
    }
}
