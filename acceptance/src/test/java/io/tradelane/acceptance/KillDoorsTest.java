package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process dies, as from {@code kill -9}, in all doors at once: first when each has stored a document and acknowledged none, then when
 * each has sent one and written nothing of it down. Nothing is lost, and what is sent again is known to both sides as a repeat.
 * It takes four minutes: {@code -Dtradelane.kill.doors=true}.
 */
@EnabledIfSystemProperty(named = "tradelane.kill.doors", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillDoorsTest {
    private static final List<String> DOORS = List.of("sftp", "ftps", "sftp-server", "webhook", "jms", "mail", "as2");
    /** Where the receiver of the test keeps each delivery; a file takes the place of the one before it. */
    private static final List<String> KEPT_EACH = List.of("webhook", "mail", "as2");
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private KillHub hub;
    private KillDatabase database;
    private KillPeers peers;
    private int sftpPort;
    private final List<KillPartner> partners = new ArrayList<>();
    private final Map<String, Boolean> acknowledged = new HashMap<>();
    private final Instant begun = Instant.now();

    /** {@code -Dtradelane.kill.home=} names a home in which the demo is played already. */
    @BeforeAll
    void playTheDemo() throws Exception {
        Path home = Path.of(System.getProperty("tradelane.kill.home", folder.resolve("home").toString()));
        hub = new KillHub(home, TradelaneProcess.freePort());
        database = new KillDatabase(home);
        sftpPort = TradelaneProcess.freePort();
        if (!Files.exists(home.resolve("demo.json"))) {
            try (TradelaneProcess demo = TradelaneProcess.start(home, TradelaneProcess.freePort(), Map.of(), "demo", "--once")) {
                assertThat(demo.awaitEnd()).as(demo.output()).isZero();
            }
        }
        peers = new KillPeers(Files.createDirectories(folder.resolve("peers")));
    }

    @AfterAll
    void endWhatOutlivedItsProcess() throws Exception {
        if (peers != null) {
            peers.close();
        }
        if (database != null) {
            database.end();
        }
    }

    @Test
    void nothingIsLostAndARepeatIsKnownAsOneWhenEveryDoorDiesReceivingAndSending() throws Exception {
        try (TradelaneProcess process = serve("").awaitReady()) {
            for (int i = 0; i < DOORS.size(); i++) {
                partners.add(connect(process, KillPartner.of(DOORS.get(i), i, begun)));
            }
        }
        dieAt("stored");
        dieAt("sent");
        try (TradelaneProcess process = serve("").awaitReady()) {
            offer(process);
            assertThat(acknowledged.values()).as("acknowledged at last").containsOnly(true);
            Awaitility.await("nothing waits").atMost(RECOVERY).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                for (KillPartner partner : partners) {
                    assertThat(database.count(outbound(partner, "status in ('SENT', 'DELIVERED')"))).as("answers sent by %s", partner.door())
                            .isBetween(1L, (long) uploads(partner.door()));
                }
            });
            SoftAssertions softly = new SoftAssertions();
            for (KillPartner partner : partners) {
                happenedOnce(softly, process, partner);
            }
            softly.assertAll();
        }
    }

    /** In the same run, so that the start that recovers from the first death is the one that dies the second. */
    private void dieAt(String step) throws Exception {
        String points = DOORS.stream().map(door -> door + "." + step).collect(Collectors.joining("+"));
        try (TradelaneProcess process = serve(points)) {
            KillHub.awaitReadyOrDead(process);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit((Callable<Void>) () -> {
                    offer(process);
                    return null;
                });
                assertThat(process.awaitEnd()).as("exit status of the process that was to die at " + points).isEqualTo(137);
            }
        }
    }

    private TradelaneProcess serve(String crashAt) throws IOException {
        return hub.serve(crashAt, Map.of("TRADELANE_DOORS_SFTPSERVER_PORT", Integer.toString(sftpPort)));
    }

    private KillPartner connect(TradelaneProcess process, KillPartner partner) throws Exception {
        database.update(partner.company());
        if (partner.door().equals("mail")) {
            peers.mail.setUser(partner.user() + "@hub.example", partner.user(), KillPeers.PASSWORD);
        }
        KillPartner connected = partner.at(channel(process, partner, "INBOUND"));
        database.update(partner.agreement(channel(process, partner, "OUTBOUND")));
        return connected;
    }

    private UUID channel(TradelaneProcess process, KillPartner partner, String direction) throws Exception {
        ObjectMapper json = new ObjectMapper();
        boolean inbound = direction.equals("INBOUND");
        var answer = process.post("/api/v1/channels", process.key(KillHub.OPERATOR), "application/json", json.writeValueAsBytes(Map.of(
                "organisation", partner.organisation().toString(), "name", partner.user() + " " + direction, "door", partner.door(), "direction", direction,
                "parameters", peers.settings(partner, inbound), "secrets", peers.secrets(partner, inbound))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(json.readTree(answer.body()).get("id").asText());
    }

    /** Each partner sends what was not acknowledged to it; what is fetched from it lies there once. */
    private void offer(TradelaneProcess process) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (KillPartner partner : partners) {
                if (!acknowledged.getOrDefault(partner.door(), false)) {
                    threads.submit((Callable<Void>) () -> {
                        boolean answered = offer(process, partner);
                        synchronized (acknowledged) {
                            acknowledged.put(partner.door(), answered);
                        }
                        return null;
                    });
                }
            }
        }
    }

    private boolean offer(TradelaneProcess process, KillPartner partner) throws Exception {
        switch (partner.door()) {
            case "sftp", "ftps" -> peers.offer(partner);
            case "mail" -> peers.mailOrder(partner);
            case "jms" -> KillSenders.queue(database.brokerPort(), partner);
            case "webhook" -> {
                return KillSenders.webhook(process, partner);
            }
            case "as2" -> {
                return KillSenders.as2(process, partner);
            }
            default -> {
                return KillSenders.upload(sftpPort, partner);
            }
        }
        return true;
    }

    /** What is uploaded again is an interchange of its own, a repeat, with an answer of its own. */
    private static int uploads(String door) {
        return door.equals("sftp-server") ? 2 : 1;
    }

    private void happenedOnce(SoftAssertions softly, TradelaneProcess process, KillPartner partner) throws Exception {
        String door = partner.door();
        List<JsonNode> inbound = KillHub.inbound(process, partner.order().reference());
        // Who uploads again because the answer was lost has sent it twice, and is told so.
        softly.assertThat(inbound).as("interchanges by %s", door).extracting(each -> each.get("status").asText())
                .filteredOn(status -> !(door.equals("sftp-server") && status.equals("DUPLICATE"))).containsExactly("PROCESSED");
        softly.assertThat(database.count("select count(*) from purchase_order where number = '" + partner.order().number() + "'"))
                .as("orders by %s", door).isEqualTo(1);
        List<KillPeers.Delivery> received = switch (door) {
            case "jms" -> KillSenders.dequeue(database.brokerPort(), partner);
            case "sftp-server" -> KillSenders.fetch(sftpPort, partner);
            default -> peers.received(partner);
        };
        softly.assertThat(received).as("answers by %s", door).isNotEmpty().allMatch(one -> one.body().contains(partner.answer()));
        if (KEPT_EACH.contains(door)) {
            softly.assertThat(received).as("answers by %s, with the one of which the hub knew nothing any more", door).hasSizeGreaterThan(1);
        }
        softly.assertThat(received.stream().distinct()).as("answers by %s, repeats under the same id, the same to the byte, counted once", door).hasSizeBetween(1, uploads(door));
        softly.assertThat(database.count("select count(*) from state_transition where event = 'SENT_AGAIN' and interchange_id in (select id from interchange where "
                + "organisation_id = '" + partner.organisation() + "' and direction = 'OUTBOUND')")).as("the journal of %s says that it was sent again", door)
                .isPositive();
    }

    private static String outbound(KillPartner partner, String condition) {
        return "select count(*) from interchange where direction = 'OUTBOUND' and organisation_id = '" + partner.organisation() + "' and " + condition;
    }
}
