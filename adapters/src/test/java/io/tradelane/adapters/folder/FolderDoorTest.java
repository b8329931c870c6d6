package io.tradelane.adapters.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FolderDoorTest extends DoorsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final String name = "erp" + NUMBER.incrementAndGet();
    private final Path folder = FOLDERS.resolve(name);

    @Test
    void fileIsStoredAndMovedToDone() throws Exception {
        inbound();
        Files.write(folder.resolve("order 1.edi"), Peers.ORDERS);

        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 1);
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().fileName()).isEqualTo("order 1.edi");
        assertThat(files("")).isEmpty();
    }

    @Test
    void growingFileIsTakenOnlyWhenItIsComplete() throws Exception {
        inbound();
        Path file = folder.resolve("growing.edi");
        Files.write(file, "UNB".getBytes());
        for (int i = 0; i < 6; i++) {
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            Files.write(file, "+more".getBytes(), StandardOpenOption.APPEND);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).singleElement().satisfies(s -> assertThat(s.bytes()).hasSize(3 + 6 * 5));
    }

    @Test
    void unfinishedAndHiddenFilesStay() throws Exception {
        inbound();
        Files.write(folder.resolve("order.edi.part"), Peers.ORDERS);
        Files.write(folder.resolve(".hidden"), Peers.ORDERS);
        Files.write(folder.resolve("real.edi"), Peers.ORDERS);

        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 1);
        assertThat(files("")).containsExactlyInAnyOrder("order.edi.part", ".hidden");
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void fileStaysWhileTheDatabaseIsAwayAndIsStoredLater() throws Exception {
        intake.databaseIsAway(true);
        inbound();
        Files.write(folder.resolve("order.edi"), Peers.ORDERS);
        await().during(Duration.ofSeconds(1)).until(() -> files("done").isEmpty() && files("error").isEmpty());
        intake.databaseIsAway(false);

        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void filesWaitInTheirOrderWhileThePartnerHasTo() throws Exception {
        intake.partnerHasToWait(true);
        inbound();
        Files.write(folder.resolve("1.edi"), Peers.ORDERS);
        Files.write(folder.resolve("2.edi"), Peers.ORDERS);
        await().during(Duration.ofSeconds(1)).until(() -> files("done").isEmpty() && files("error").isEmpty() && intake.stored.isEmpty());
        intake.partnerHasToWait(false);

        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 2);
    }

    @Test
    void aChannelWhosePartnerHasToWaitCanBeClosed() throws Exception {
        intake.partnerHasToWait(true);
        Channel channel = inbound();
        Files.write(folder.resolve("order.edi"), Peers.ORDERS);
        await().atMost(Duration.ofSeconds(10)).until(() -> files("").isEmpty());
        channels.change(channel, channel.parameters(), false);
        routes.refresh();
        await().atMost(Duration.ofSeconds(10)).until(() -> files("").equals(List.of("order.edi")));
    }

    @Test
    void fileLeftInProgressByACrashIsRecognised() throws Exception {
        Channel channel = inbound();
        Files.write(folder.resolve("order.edi"), Peers.ORDERS);
        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 1);
        channels.change(channel, channel.parameters(), false);
        routes.refresh();
        Path done = folder.resolve("done").resolve(files("done").getFirst());
        Files.move(done, folder.resolve(".in-progress").resolve("order.edi"));

        channels.change(channel, channel.parameters(), true);
        routes.refresh();

        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void anEmptyFileArrivesLikeAnyOther() throws Exception {
        inbound();
        Files.write(folder.resolve("empty.edi"), new byte[0]);

        await().atMost(Duration.ofSeconds(10)).until(() -> files("done").size() == 1);
        assertThat(intake.last().bytes()).isEmpty();
    }

    @Test
    void tellsAPersonOfAFileThatIsTooLarge() throws Exception {
        open("folder", Direction.INBOUND, parameters("maxBytes", "10"));
        Files.write(folder.resolve("large.edi"), Peers.ORDERS);

        await().atMost(Duration.ofSeconds(10)).until(() -> files("error").size() == 1);
        assertThat(intake.stored).isEmpty();
        assertThat(intake.refused).containsExactly("large.edi: TOO_LARGE");
    }

    @Test
    void followsNoLink() throws Exception {
        inbound();
        Path secret = Files.writeString(FOLDERS.resolve(name + "-secret"), "not for this partner");
        Files.createSymbolicLink(folder.resolve("link.edi"), secret);

        await().atMost(Duration.ofSeconds(10)).until(() -> files("error").size() == 1);
        assertThat(intake.stored).isEmpty();
        assertThat(intake.refused).containsExactly("link.edi: NO_FILE");
        assertThat(secret).exists();
    }

    @Test
    void opensNoSecondChannelOnAFolder() throws Exception {
        inbound();
        Channel second = inbound();
        assertThat(routes.states().get(second.id()).open()).isFalse();
        assertThat(routes.states().get(second.id()).problem()).contains("taken by the channel");
    }

    @Test
    void stoppedChannelLeavesFilesAlone() throws Exception {
        Channel channel = inbound();
        channels.change(channel, channel.parameters(), false);
        routes.refresh();
        Files.write(folder.resolve("order.edi"), Peers.ORDERS);
        await().during(Duration.ofSeconds(1)).until(() -> files("").contains("order.edi"));
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void outgoingFileAppearsCompleteAndARepeatReplacesIt() throws Exception {
        Channel channel = open("folder", Direction.OUTBOUND, Map.of("directory", name));
        UUID id = Ids.next();
        var transmission = new OutboundTransmission(id, id.toString(), "ordrsp-1.edi", "application/EDIFACT",
                () -> new ByteArrayInputStream(Peers.ORDERS));

        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.Delivered.class);
        transmitter.send(channel.id(), transmission);

        assertThat(files("")).containsExactly("ordrsp-1.edi");
        assertThat(Files.readAllBytes(folder.resolve("ordrsp-1.edi"))).isEqualTo(Peers.ORDERS);
    }

    @Test
    void folderOutsideOfTheRootIsNotOpened() {
        Channel channel = open("folder", Direction.INBOUND, Map.of("directory", "../outside"));
        assertThat(routes.states().get(channel.id()).open()).isFalse();
        assertThat(routes.states().get(channel.id()).problem()).isNotBlank();
        Channel options = open("folder", Direction.INBOUND, Map.of("directory", "in?delete=true"));
        assertThat(routes.states().get(options.id()).open()).isFalse();
    }

    private Channel inbound() {
        return open("folder", Direction.INBOUND, parameters("maxBytes", "100000"));
    }

    private Map<String, String> parameters(String more, String value) {
        return Map.of("directory", name, "pollMillis", "100", "stableMillis", "300", more, value);
    }

    private List<String> files(String sub) throws IOException {
        Path path = folder.resolve(sub);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var list = Files.list(path)) {
            return list.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
        }
    }
}
