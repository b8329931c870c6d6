package io.tradelane.adapters.sftpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SftpServerDoorTest extends DoorsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path ROOT = FOLDERS.resolve("sftp-server");
    private static final int PORT = freePort();
    private final String user = "partner" + NUMBER.incrementAndGet();
    private final KeyPair key = KeyPairs.NEXT;
    private final List<ClientSession> sessions = new ArrayList<>();
    private SshClient ssh;

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

    @Test
    void uploadIsStoredBeforeItsCloseIsAnsweredAndStaysUntilTheConnectionEnds() throws Exception {
        inbound(Map.of());
        try (SftpClient sftp = sftp()) {
            put(sftp, "/in/order.edi", Peers.ORDERS);

            assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
            assertThat(intake.last().reception().fileName()).isEqualTo("order.edi");
            assertThat(intake.last().reception().properties()).containsEntry("sftp.user", user);
            assertThat(sftp.stat("/in/order.edi").getSize()).isEqualTo(Peers.ORDERS.length);
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> files("in").isEmpty());
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void uploadUnderATemporaryNameIsStoredWhenItIsRenamed() throws Exception {
        inbound(Map.of());
        try (SftpClient sftp = sftp()) {
            put(sftp, "/in/order.edi.part", Peers.ORDERS);
            assertThat(intake.stored).isEmpty();
            sftp.rename("/in/order.edi.part", "/in/order.edi");
            assertThat(intake.last().reception().fileName()).isEqualTo("order.edi");
            sftp.rename("/in/order.edi", "/in/sent.edi");
        }
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void halfAnUploadIsNoInterchangeAndTheRestCompletesIt() throws Exception {
        inbound(Map.of());
        int half = Peers.ORDERS.length / 2;
        SftpClient cut = sftp();
        SftpClient.CloseableHandle handle = cut.open("/in/order.edi", OpenMode.Write, OpenMode.Create);
        cut.write(handle, 0, Peers.ORDERS, 0, half);
        sessions.getLast().close(true).await();
        await().atMost(Duration.ofSeconds(15)).until(() -> files("in").equals(List.of("order.edi")));
        assertThat(intake.stored).isEmpty();

        try (SftpClient sftp = sftp()) {
            await().atMost(Duration.ofSeconds(5)).ignoreExceptions().untilAsserted(() -> {
                try (var rest = sftp.open("/in/order.edi", EnumSet.of(OpenMode.Write))) {
                    sftp.write(rest, half, Peers.ORDERS, half, Peers.ORDERS.length - half);
                }
            });
        }

        assertThat(intake.stored).singleElement().satisfies(s -> assertThat(s.bytes()).isEqualTo(Peers.ORDERS));
    }

    @Test
    void uploadThatCannotBeStoredIsNotAcknowledged() throws Exception {
        inbound(Map.of());
        intake.databaseIsAway(true);
        try (SftpClient sftp = sftp()) {
            assertThatThrownBy(() -> put(sftp, "/in/order.edi", Peers.ORDERS)).isInstanceOf(IOException.class);
            put(sftp, "/in/b.edi.tmp", Peers.ORDERS);
            assertThatThrownBy(() -> sftp.rename("/in/b.edi.tmp", "/in/b.edi")).isInstanceOf(IOException.class);
            assertThat(files("in")).contains("b.edi.tmp").doesNotContain("b.edi");
            intake.databaseIsAway(false);
            put(sftp, "/in/order.edi", Peers.ORDERS);
            sftp.rename("/in/b.edi.tmp", "/in/b.edi");
        }
        assertThat(intake.stored).hasSize(2);
    }

    @Test
    void uploadLargerThanTheChannelTakesIsRefused() throws Exception {
        inbound(Map.of("maxBytes", "100"));
        try (SftpClient sftp = sftp()) {
            assertThatThrownBy(() -> put(sftp, "/in/large.edi", new byte[101])).isInstanceOf(IOException.class);
        }
        assertThat(intake.stored).isEmpty();
        assertThat(files("in")).isEmpty();
    }

    @Test
    void fileIsDeliveredWhenThePartnerHasReadAllOfIt() throws Exception {
        Channel channel = outbound();
        byte[] large = new byte[300_000];
        var transmission = transmission("invoic-1.edi", large);
        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.AwaitingReceipt.class);

        try (SftpClient sftp = sftp()) {
            try (var handle = sftp.open("/out/invoic-1.edi", OpenMode.Read)) {
                sftp.read(handle, 0, new byte[1000], 0, 1000);
            }
            assertThat(reports.reported).doesNotContainKey(transmission.messageId());
            assertThatThrownBy(() -> sftp.remove("/out/invoic-1.edi")).isInstanceOf(IOException.class);
            try (var bytes = sftp.read("/out/invoic-1.edi")) {
                assertThat(bytes.readAllBytes()).isEqualTo(large);
            }
        }

        await().atMost(Duration.ofSeconds(15)).until(() -> reports.reported.containsKey(transmission.messageId()));
        assertThat(reports.reported.get(transmission.messageId())).isInstanceOf(DeliveryReceipt.Delivered.class);
        await().atMost(Duration.ofSeconds(15)).until(() -> files("out").isEmpty());
    }

    @Test
    void waitingFileSurvivesARestartAndAFetchedOneDoesNotComeBack() throws Exception {
        Channel channel = outbound();
        transmitter.send(channel.id(), transmission("a.edi", Peers.ORDERS));
        Files.write(ROOT.resolve("partners").resolve(user).resolve("out").resolve("fetched.edi"), Peers.ORDERS);
        channels.change(channel, channel.parameters(), false);
        routes.refresh();
        channels.change(channel, channel.parameters(), true);
        routes.refresh();
        assertThat(files("out")).containsExactly("a.edi");
    }

    @Test
    void anotherFileOfANameThatWaitsIsNotPutOverIt() throws Exception {
        Channel channel = outbound();
        var first = transmission("a.edi", Peers.ORDERS);
        transmitter.send(channel.id(), first);
        transmitter.send(channel.id(), first);
        assertThatThrownBy(() -> transmitter.send(channel.id(), transmission("a.edi", new byte[1]))).isInstanceOf(TransientFailure.class);
        assertThat(Files.readAllBytes(ROOT.resolve("partners").resolve(user).resolve("out").resolve("a.edi"))).isEqualTo(Peers.ORDERS);
    }

    @Test
    void nothingLeadsOutOfTheFolder() throws Exception {
        inbound(Map.of());
        Files.createDirectories(ROOT.resolve("partners").resolve("other").resolve("out"));
        Files.write(ROOT.resolve("partners").resolve("other").resolve("out").resolve("secret.edi"), Peers.ORDERS);
        try (SftpClient sftp = sftp()) {
            assertThat(sftp.canonicalPath("/../../..")).isEqualTo("/");
            for (String path : List.of("/../other/out/secret.edi", "../../other/out/secret.edi", "/in/../../other/out/secret.edi", "/etc/passwd", "/in/../x")) {
                assertThatThrownBy(() -> sftp.read(path).readAllBytes()).as(path).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> put(sftp, path, Peers.ORDERS)).as(path).isInstanceOf(IOException.class);
            }
            assertThatThrownBy(() -> sftp.symLink("/in/link", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.mkdir("/in/folder")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> put(sftp, "/out/x.edi", Peers.ORDERS)).isInstanceOf(IOException.class);
            Path planted = ROOT.resolve("partners").resolve(user).resolve("in").resolve("planted");
            Files.createSymbolicLink(planted, ROOT.resolve("partners").resolve("other").resolve("out").resolve("secret.edi"));
            assertThatThrownBy(() -> sftp.read("/in/planted").readAllBytes()).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> put(sftp, "/in/planted", new byte[1])).isInstanceOf(IOException.class);
        }
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void thereIsNoShellNoCommandAndNoForwarding() throws Exception {
        inbound(Map.of());
        try (ClientSession session = signIn(user, null)) {
            for (ClientChannel channel : List.of(session.createShellChannel(), session.createExecChannel("echo hello"))) {
                var output = new ByteArrayOutputStream();
                channel.setOut(output);
                channel.open().await(Duration.ofSeconds(5));
                channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(1));
                assertThat(channel.getExitStatus()).isNull();
                assertThat(output.size()).isZero();
            }
            assertThatThrownBy(() -> session.createDirectTcpipChannel(new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", PORT))
                    .open().verify(Duration.ofSeconds(5))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void onlyItsOwnKeyOrPasswordLetsAPartnerIn() throws Exception {
        open("sftp-server", Direction.INBOUND, parameters(Map.of()), Map.of("password", "right one"));
        signIn(user, "right one").close();
        assertThatThrownBy(() -> signIn(user, "wrong one")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> signIn("nobody", "right one")).isInstanceOf(IOException.class);
        ssh.setKeyIdentityProvider(org.apache.sshd.common.keyprovider.KeyIdentityProvider.wrapKeyPairs(
                KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256)));
        assertThatThrownBy(() -> connect(user)).isInstanceOf(IOException.class);
    }

    @Test
    void addressThatGuessesIsKeptOutForAWhile() {
        var throttle = new GuessThrottle();
        for (int i = 0; i < 9; i++) {
            throttle.failed("10.0.0.1");
        }
        assertThat(throttle.keepsOut("10.0.0.1")).isFalse();
        throttle.failed("10.0.0.1");
        assertThat(throttle.keepsOut("10.0.0.1")).isTrue();
        assertThat(throttle.keepsOut("10.0.0.2")).isFalse();
    }

    @Test
    void partnerHasNoMoreConnectionsThanAllowed() throws Exception {
        inbound(Map.of());
        for (int i = 0; i < 4; i++) {
            signIn(user, null);
        }
        assertThatThrownBy(() -> SftpClientFactory.instance().createSftpClient(signIn(user, null)).close()).isInstanceOf(IOException.class);
    }

    @Test
    void closedChannelLetsNobodyIn() throws Exception {
        Channel channel = inbound(Map.of());
        try (SftpClient sftp = sftp()) {
            channels.change(channel, channel.parameters(), false);
            routes.refresh();
            assertThatThrownBy(() -> put(sftp, "/in/order.edi", Peers.ORDERS)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> signIn(user, null)).isInstanceOf(IOException.class);
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void userNameBelongsToOneChannelOfEachDirection() {
        inbound(Map.of());
        outbound();
        Channel second = inbound(Map.of());
        assertThat(routes.states().get(second.id()).problem()).contains("belongs to the channel");
        Channel bad = open("sftp-server", Direction.INBOUND, Map.of("user", "../root"));
        assertThat(routes.states().get(bad.id()).problem()).contains("user name");
    }

    @Test
    void clientOfAnotherMakePutsAndFetches() throws Exception {
        inbound(Map.of());
        Channel out = outbound();
        var transmission = transmission("ordrsp.edi", Peers.ORDERS);
        transmitter.send(out.id(), transmission);
        Path local = Files.write(FOLDERS.resolve("local-" + user + ".edi"), Peers.ORDERS);
        Path fetched = FOLDERS.resolve("fetched-" + user + ".edi");
        try (var other = new net.schmizz.sshj.SSHClient()) {
            other.addHostKeyVerifier(new net.schmizz.sshj.transport.verification.PromiscuousVerifier());
            other.connect("127.0.0.1", PORT);
            other.authPublickey(user, other.loadKeys(key));
            try (var sftp = other.newSFTPClient()) {
                sftp.put(local.toString(), "/in/order.edi");
                sftp.get("/out/ordrsp.edi", fetched.toString());
            }
        }
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(Files.readAllBytes(fetched)).isEqualTo(Peers.ORDERS);
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(reports.reported).containsKey(transmission.messageId()));
        try (SftpClient next = sftp()) {
            assertThat(next.readDir("/out")).extracting(SftpClient.DirEntry::getFilename).doesNotContain("ordrsp.edi");
        }
    }

    private Channel inbound(Map<String, String> more) {
        return open("sftp-server", Direction.INBOUND, parameters(more));
    }

    private Channel outbound() {
        return open("sftp-server", Direction.OUTBOUND, parameters(Map.of()));
    }

    private Map<String, String> parameters(Map<String, String> more) {
        var all = new HashMap<>(Map.of("user", user, "publicKeys", PublicKeyEntry.toString(key.getPublic()) + " partner@erp"));
        all.putAll(more);
        return all;
    }

    private SftpClient sftp() throws IOException {
        return SftpClientFactory.instance().createSftpClient(signIn(user, null));
    }

    /** With the password, or with the key where there is none. */
    private ClientSession signIn(String name, String password) throws IOException {
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

    private void connect(String name) throws IOException {
        ClientSession session = ssh.connect(name, "127.0.0.1", PORT).verify(Duration.ofSeconds(5)).getSession();
        session.auth().verify(Duration.ofSeconds(10));
    }

    private static void put(SftpClient sftp, String path, byte[] bytes) throws IOException {
        SftpClient.CloseableHandle handle = sftp.open(path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
        try {
            sftp.write(handle, 0, bytes, 0, bytes.length);
        } finally {
            sftp.close(handle);
        }
    }

    private static OutboundTransmission transmission(String file, byte[] bytes) {
        UUID id = Ids.next();
        return new OutboundTransmission(id, id + "@tradelane", file, "application/EDIFACT", () -> new ByteArrayInputStream(bytes));
    }

    private List<String> files(String sub) throws IOException {
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
