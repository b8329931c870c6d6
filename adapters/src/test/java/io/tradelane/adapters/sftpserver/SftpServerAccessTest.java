package io.tradelane.adapters.sftpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.adapters.GuessThrottle;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;

class SftpServerAccessTest extends SftpServerTest {
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
            throttle.failed("10.0.0.1", "erp");
        }
        assertThat(throttle.keepsOut("10.0.0.1")).isFalse();
        throttle.failed("10.0.0.1", "erp");
        assertThat(throttle.keepsOut("10.0.0.1")).isTrue();
        assertThat(throttle.keepsOut("10.0.0.2")).isFalse();
        for (int i = 0; i < 10; i++) {
            throttle.failed("2001:db8:1:2::" + i, "erp");
        }
        assertThat(throttle.keepsOut("2001:db8:1:2:ffff::1")).as("another address of the same network").isTrue();
        assertThat(throttle.keepsOut("2001:db8:1:3::1")).isFalse();
        throttle.succeeded("10.0.0.1", "other");
        assertThat(throttle.keepsOut("10.0.0.1")).as("another's success forgives nothing").isTrue();
        throttle.succeeded("10.0.0.1", "erp");
        assertThat(throttle.keepsOut("10.0.0.1")).isFalse();
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
    void oneAddressHasNoMoreConnectionsThanAllowedEvenIfNobodySignsIn() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                open.add(new Socket("127.0.0.1", PORT));
                assertThat(open.getLast().getInputStream().read()).isEqualTo('S');
            }
            open.add(new Socket("127.0.0.1", PORT));
            assertThat(said(open.getLast())).as("one too many").isEqualTo(-1);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static int said(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException hungUp) {
            return -1;
        }
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
}
