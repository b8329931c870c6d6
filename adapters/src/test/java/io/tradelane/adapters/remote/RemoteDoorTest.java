package io.tradelane.adapters.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;

/** What holds for a file server whichever way it is reached. */
abstract class RemoteDoorTest extends DoorsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final byte[] LARGE = new byte[3_000_000];
    final String name = "out" + NUMBER.incrementAndGet();
    Path directory;

    @Autowired
    private Channels standing;

    /** The folder that the server shows as its root. */
    abstract Path root();

    abstract RemoteDoor door();

    abstract Map<String, String> connection();

    abstract Map<String, String> secrets();

    /** The connection that carries the next file is cut in its middle. */
    abstract void cutNextTransfer();

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createDirectories(root().resolve(name));
    }

    @Test
    void fileIsStoredAndArchived() throws Exception {
        Files.write(directory.resolve("order 1.edi"), Peers.ORDERS);
        inbound(Map.of());

        await().atMost(Duration.ofSeconds(15)).until(() -> files("done").size() == 1);
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().fileName()).isEqualTo("order 1.edi");
        assertThat(intake.last().reception().door()).isEqualTo(door().door());
        assertThat(files("done").getFirst()).endsWith("-order 1.edi");
        assertThat(files("")).isEmpty();
    }

    @Test
    void fileIsRenamedOrDeletedWhereTheChannelSaysSo() throws Exception {
        Files.write(directory.resolve("a.edi"), Peers.ORDERS);
        inbound(Map.of("afterwards", "RENAME"));
        await().atMost(Duration.ofSeconds(15)).until(() -> files("").stream().anyMatch(f -> f.matches("a\\.edi\\.[0-9-]+\\.done")));
        channels.deleteAll();
        routes.refresh();

        Files.write(directory.resolve("b.edi"), "UNB+2'".getBytes());
        inbound(Map.of("afterwards", "DELETE"));

        await().atMost(Duration.ofSeconds(15)).until(() -> files("").size() == 1);
        assertThat(intake.stored).hasSize(2);
    }

    @Test
    void growingFileIsTakenOnlyWhenItIsComplete() throws Exception {
        inbound(Map.of("stableMillis", "900"));
        Path file = directory.resolve("growing.edi");
        Files.write(file, "UNB".getBytes());
        for (int i = 0; i < 8; i++) {
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            Files.write(file, "+more".getBytes(), StandardOpenOption.APPEND);
        }

        await().atMost(Duration.ofSeconds(15)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).singleElement().satisfies(s -> assertThat(s.bytes()).hasSize(3 + 8 * 5));
    }

    @Test
    void unfinishedHiddenAndUnwantedFilesStay() throws Exception {
        for (String stays : List.of("order.edi.part", ".hidden.edi", "readme.txt", "old.edi.20260101-000000000.done")) {
            Files.write(directory.resolve(stays), Peers.ORDERS);
        }
        Files.write(directory.resolve("real.edi"), Peers.ORDERS);
        inbound(Map.of("pattern", "*.edi"));

        await().atMost(Duration.ofSeconds(15)).until(() -> files("done").size() == 1);
        assertThat(files("")).hasSize(4);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void fileIsHeldWhileTheDatabaseIsAwayAndStoredLater() throws Exception {
        intake.databaseIsAway(true);
        Files.write(directory.resolve("order.edi"), Peers.ORDERS);
        inbound(Map.of());
        await().atMost(Duration.ofSeconds(15)).until(() -> files("").equals(List.of("order.edi.in-progress")));
        assertThat(files("done")).isEmpty();
        intake.databaseIsAway(false);

        await().atMost(Duration.ofSeconds(20)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void filesStayUnderTheirNamesWhileThePartnerHasToWait() throws Exception {
        intake.partnerHasToWait(true);
        Files.write(directory.resolve("order.edi"), Peers.ORDERS);
        inbound(Map.of());
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> files("").equals(List.of("order.edi")));
        intake.partnerHasToWait(false);

        await().atMost(Duration.ofSeconds(20)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void fileLeftInProgressByACrashIsRecognised() throws Exception {
        Files.write(directory.resolve("order.edi"), Peers.ORDERS);
        Channel channel = inbound(Map.of());
        await().atMost(Duration.ofSeconds(15)).until(() -> files("done").size() == 1);
        channels.change(channel, channel.parameters(), false);
        routes.refresh();
        Files.move(directory.resolve("done").resolve(files("done").getFirst()), directory.resolve("order.edi.in-progress"));

        channels.change(channel, channel.parameters(), true);
        routes.refresh();

        await().atMost(Duration.ofSeconds(15)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void laterFileOfTheSameNameIsNotTakenForTheOneInProgress() throws Exception {
        Files.write(directory.resolve("order.edi.in-progress"), Peers.ORDERS);
        Files.write(directory.resolve("order.edi"), "UNB+later'".getBytes());
        inbound(Map.of());

        await().atMost(Duration.ofSeconds(15)).until(() -> files("done").size() == 2);
        assertThat(intake.stored).extracting(s -> new String(s.bytes())).containsExactlyInAnyOrder(new String(Peers.ORDERS), "UNB+later'");
    }

    @Test
    void nothingIsStoredOfAFileWhoseConnectionIsCutAndAllOfItLater() throws Exception {
        Files.write(directory.resolve("large.edi"), LARGE);
        cutNextTransfer();
        inbound(Map.of());

        await().atMost(Duration.ofSeconds(30)).until(() -> files("done").size() == 1);
        assertThat(intake.stored).singleElement().satisfies(s -> assertThat(s.bytes()).hasSize(LARGE.length));
        Mockito.verify((Channels) AopTestUtils.getTargetObject(standing), Mockito.atLeastOnce()).stands(ArgumentMatchers.argThat(c -> c.parameters().containsValue("/" + name)),
                ArgumentMatchers.argThat(problem -> problem != null));
    }

    @Test
    void tellsAPersonOfAFileThatIsTooLarge() throws Exception {
        Files.write(directory.resolve("large.edi"), Peers.ORDERS);
        inbound(Map.of("maxBytes", "10"));

        await().atMost(Duration.ofSeconds(15)).until(() -> files("error").size() == 1);
        assertThat(intake.stored).isEmpty();
        assertThat(intake.refused).containsExactly("large.edi: TOO_LARGE");
    }

    @Test
    void outgoingFileAppearsUnderItsNameAndARepeatReplacesIt() throws Exception {
        Channel channel = outbound(connection());
        var transmission = transmission("ordrsp-1.edi", Peers.ORDERS);

        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.Delivered.class);
        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.Delivered.class);

        assertThat(files("")).containsExactly("ordrsp-1.edi");
        assertThat(Files.readAllBytes(directory.resolve("ordrsp-1.edi"))).isEqualTo(Peers.ORDERS);
    }

    @Test
    void halfAnOutgoingFileNeverHasItsName() throws Exception {
        Channel channel = outbound(connection());
        var transmission = transmission("large.edi", LARGE);
        cutNextTransfer();

        assertThatThrownBy(() -> transmitter.send(channel.id(), transmission)).isInstanceOf(TransientFailure.class);
        assertThat(files("")).doesNotContain("large.edi");
        transmitter.send(channel.id(), transmission);

        assertThat(files("")).containsExactly("large.edi");
        assertThat(directory.resolve("large.edi")).hasSize(LARGE.length);
    }

    @Test
    void serverThatIsNotThereIsTriedAgainLater() {
        Channel channel = outbound(with("port", "1"));
        assertThatThrownBy(() -> transmitter.send(channel.id(), transmission("a.edi", Peers.ORDERS))).isInstanceOf(TransientFailure.class);
        Mockito.verify((Channels) AopTestUtils.getTargetObject(standing)).stands(ArgumentMatchers.argThat(c -> c.id().equals(channel.id())),
                ArgumentMatchers.contains("cannot be put on"));
    }

    @Test
    void settingThatCannotBeUnderstoodOpensNoChannel() {
        Channel channel = outbound(with("permissions", "rw-r--r--"));
        assertThat(routes.states().get(channel.id()).problem()).contains("octal");
    }

    @Test
    void testOfAConnectionTellsEachStep() {
        var steps = new ConnectionSteps();
        door().test(outbound(connection()), steps);
        assertThat(steps.results()).allMatch(ConnectionSteps.Result::good).extracting(ConnectionSteps.Result::step)
                .contains(Step.RESOLVED, Step.CONNECTED, Step.AUTHENTICATED, Step.DIRECTORY_READABLE, Step.DIRECTORY_WRITABLE);
    }

    @Test
    void testOfAConnectionTellsWhatFailed() {
        assertThat(failed(outbound(with("directory", "/no/such")))).isEqualTo(Step.DIRECTORY_READABLE);
        assertThat(failed(outbound(with("user", "stranger")))).isEqualTo(Step.AUTHENTICATED);
        assertThat(failed(outbound(with("port", "1")))).isEqualTo(Step.CONNECTED);
    }

    Step failed(Channel channel) {
        var steps = new ConnectionSteps();
        door().test(channel, steps);
        assertThat(steps.results().getLast().good()).isFalse();
        return steps.results().getLast().step();
    }

    Map<String, String> with(String name, String value) {
        var all = new HashMap<>(connection());
        all.put(name, value);
        return all;
    }

    Channel inbound(Map<String, String> more) {
        var all = new HashMap<>(connection());
        all.putAll(Map.of("pollMillis", "200", "stableMillis", "0"));
        all.putAll(more);
        return open(door().door(), Direction.INBOUND, all, secrets());
    }

    Channel outbound(Map<String, String> parameters) {
        return open(door().door(), Direction.OUTBOUND, parameters, secrets());
    }

    static OutboundTransmission transmission(String file, byte[] bytes) {
        UUID id = Ids.next();
        return new OutboundTransmission(id, id + "@tradelane", file, "application/EDIFACT", () -> new ByteArrayInputStream(bytes));
    }

    List<String> files(String sub) throws IOException {
        Path path = directory.resolve(sub);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var list = Files.list(path)) {
            return list.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).filter(f -> !f.startsWith(".") || f.contains("hidden")).toList();
        }
    }
}
