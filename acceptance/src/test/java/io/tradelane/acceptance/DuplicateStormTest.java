package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same few interchanges again and again, from many threads at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicateStormTest {
    private static final int INTERCHANGES = 10;
    private static final int REPEATS = 100;
    private static final int THREADS = 8;
    private static final String UNFINISHED = "select count(*) from interchange where direction = 'INBOUND' and status in ('RECEIVED', 'PROCESSING')";

    @TempDir
    static Path folder;

    private KillHub hub;
    private KillErp erp;
    private KillDatabase database;

    /** {@code -Dtradelane.kill.home=} names a home in which the demo is played already. */
    @BeforeAll
    void playTheDemo() throws Exception {
        Path home = Path.of(System.getProperty("tradelane.kill.home", folder.resolve("home").toString()));
        hub = new KillHub(home, TradelaneProcess.freePort());
        database = new KillDatabase(home);
        if (!Files.exists(home.resolve("demo.json"))) {
            try (TradelaneProcess demo = TradelaneProcess.start(home, TradelaneProcess.freePort(), Map.of(), "demo", "--once")) {
                assertThat(demo.awaitEnd()).as(demo.output()).isZero();
            }
        }
        erp = new KillErp(hub.address("brightlineErp"));
    }

    @AfterAll
    void endTheErp() throws Exception {
        if (erp != null) {
            erp.close();
        }
        if (database != null) {
            database.end();
        }
    }

    /** Every second one has an Idempotency-Key: those are one transmission, each other one is a transmission of its own. */
    @Test
    void aThousandRepeatsOfTenInterchangesMakeTenOrders() throws Exception {
        List<KillDocument> documents = documents();
        try (TradelaneProcess process = hub.serve("").awaitReady(); var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Integer>> posts = new ArrayList<>();
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                boolean withKey = repeat % 2 == 0;
                documents.forEach(document -> posts.add(() -> KillHub.post(process, document, withKey)));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(posts)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(INTERCHANGES * REPEATS).containsOnly(202);
            Awaitility.await("nothing waits").atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1))
                    .until(() -> database.count(UNFINISHED) == 0);
            SoftAssertions softly = new SoftAssertions();
            for (KillDocument document : documents) {
                happenedOnce(softly, process, document);
            }
            softly.assertAll();
        }
    }

    private static void happenedOnce(SoftAssertions softly, TradelaneProcess process, KillDocument document) throws Exception {
        softly.assertThat(process.get("/api/v1/purchase-orders?number=" + document.number(), process.key(KillHub.BRIGHTLINE)).path("items").size())
                .as("orders " + document).isEqualTo(1);
        List<String> statuses = KillHub.inbound(process, document.reference()).stream().map(each -> each.get("status").asText()).toList();
        softly.assertThat(statuses).as("interchanges of " + document).hasSize(1 + REPEATS / 2).containsOnly("PROCESSED", "DUPLICATE");
        softly.assertThat(statuses).as("processed of " + document).containsOnlyOnce("PROCESSED");
    }

    private static List<KillDocument> documents() throws Exception {
        String run = Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        List<KillDocument> documents = new ArrayList<>();
        for (int i = 0; i < INTERCHANGES; i++) {
            documents.add(KillDocument.of(KillDocument.Door.HTTP, "storm", "PO-STORM-" + run + i, "S" + run + i));
        }
        return documents;
    }
}
