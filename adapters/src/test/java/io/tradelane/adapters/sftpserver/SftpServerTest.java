package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server on a free port, and partners that sign in to it. */
abstract class SftpServerTest extends DoorsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final Path ROOT = FOLDERS.resolve("sftp-server");
    static final int PORT = freePort();
    final String user = "partner" + NUMBER.incrementAndGet();
    final KeyPair key = KeyPairs.NEXT;
    final List<ClientSession> sessions = new ArrayList<>();
    SshClient ssh;

    private static final class KeyPairs {
        static final KeyPair NEXT = generate();

        private static KeyPair generate() {
            try {
                return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("tradelane.doors.sftp-server.port", () -> PORT);
        registry.add("tradelane.doors.sftp-server.root", ROOT::toString);
    }

    @BeforeEach
    void startClient() {
        ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        ssh.setKeyIdentityProvider(org.apache.sshd.common.keyprovider.KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.start();
    }

    @AfterEach
    void stopClient() {
        ssh.stop();
    }

    Channel inbound(Map<String, String> more) {
        return open("sftp-server", Direction.INBOUND, parameters(more));
    }

    Channel outbound() {
        return open("sftp-server", Direction.OUTBOUND, parameters(Map.of()));
    }

    Map<String, String> parameters(Map<String, String> more) {
        var all = new HashMap<>(Map.of("user", user, "publicKeys", PublicKeyEntry.toString(key.getPublic()) + " partner@erp"));
        all.putAll(more);
        return all;
    }

    SftpClient sftp() throws IOException {
        return SftpClientFactory.instance().createSftpClient(signIn(user, null));
    }

    /** With the password, or with the key where there is none. */
    ClientSession signIn(String name, String password) throws IOException {
        ClientSession session = ssh.connect(name, "127.0.0.1", PORT).verify(Duration.ofSeconds(5)).getSession();
        sessions.add(session);
        if (password == null) {
            session.addPublicKeyIdentity(key);
        } else {
            session.addPasswordIdentity(password);
        }
        session.auth().verify(Duration.ofSeconds(10));
        return session;
    }

    void connect(String name) throws IOException {
        ClientSession session = ssh.connect(name, "127.0.0.1", PORT).verify(Duration.ofSeconds(5)).getSession();
        session.auth().verify(Duration.ofSeconds(10));
    }

    static void put(SftpClient sftp, String path, byte[] bytes) throws IOException {
        SftpClient.CloseableHandle handle = sftp.open(path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
        try {
            sftp.write(handle, 0, bytes, 0, bytes.length);
        } finally {
            sftp.close(handle);
        }
    }

    static OutboundTransmission transmission(String file, byte[] bytes) {
        UUID id = Ids.next();
        return new OutboundTransmission(id, id + "@tradelane", file, "application/EDIFACT", () -> new ByteArrayInputStream(bytes));
    }

    List<String> files(String sub) throws IOException {
        try (var list = Files.list(ROOT.resolve("partners").resolve(user).resolve(sub))) {
            return list.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
