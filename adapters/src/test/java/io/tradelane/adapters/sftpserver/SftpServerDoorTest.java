package io.tradelane.adapters.sftpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClient;
import org.junit.jupiter.api.Test;

class SftpServerDoorTest extends SftpServerTest {
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
    void uploadIsRefusedBeforeItBeginsWhileThePartnerHasToWait() throws Exception {
        inbound(Map.of());
        intake.partnerHasToWait(true);
        try (SftpClient sftp = sftp()) {
            assertThatThrownBy(() -> put(sftp, "/in/order.edi", Peers.ORDERS)).isInstanceOf(IOException.class);
            intake.partnerHasToWait(false);
            put(sftp, "/in/order.edi", Peers.ORDERS);
        }
        assertThat(intake.stored).hasSize(1);
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
}
