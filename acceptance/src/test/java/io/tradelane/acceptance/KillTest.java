package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process dies, as from {@code kill -9}, at one place after the other on the way of a document. The start that
 * recovers from one death is the one that dies at the next place; after the last everything must have happened once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {
    /** The order is the one of a document's way, the door of the folder first. */
    private static final List<String> POINTS = List.of(
            "folder.stored", "after-store", "http.stored", "announced", "mapping", "split", "applying", "applied", "rendered", "sent");
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final String UNFINISHED = "select count(*) from interchange where status in ('RECEIVED', 'PROCESSING', 'QUEUED')";
    private static final String UNSENT = "select count(*) from outbox where status in ('QUEUED', 'RENDERED')";
    private static final String UNBALANCED = """
            select count(*) from (select journal_id from journal_line
              group by journal_id, currency having sum(debit) <> sum(credit)) journal""";

    @TempDir
    static Path folder;

    private KillHub hub;
    private KillErp erp;
    private KillDatabase database;
    private Instant begun;

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
        begun = Instant.now();
    }

    @AfterAll
    void endWhatOutlivedItsProcess() throws IOException {
        if (erp != null) {
            erp.close();
        }
        if (database != null) {
            database.end();
        }
    }

    @Test
    void everyDocumentHasItsEffectOnceWhereverTheProcessDies() throws Exception {
        List<KillDocument> documents = new ArrayList<>();
        List<KillDocument> unanswered = new ArrayList<>();
        for (String point : POINTS) {
            try (TradelaneProcess process = hub.serve(point)) {
                KillHub.awaitReadyOrDead(process);
                KillDocument document = document(point, documents.size());
                documents.add(document);
                if (byFolder(document)) {
                    hub.drop("huaxing", document.reference() + ".edi", document.bytes());
                } else {
                    unanswered.add(document);
                    post(process, unanswered);
                }
                assertThat(process.awaitEnd()).as("exit status of the process that was to die at " + point).isEqualTo(137);
            }
        }
        try (TradelaneProcess process = hub.serve("").awaitReady()) {
            post(process, unanswered);
            assertThat(unanswered).isEmpty();
            awaitNothingWaits(process, documents);
            SoftAssertions softly = new SoftAssertions();
            for (KillDocument document : documents) {
                happenedOnce(softly, process, document);
            }
            nothingIsLeft(softly, process);
            softly.assertAll();
        }
    }

    private static boolean byFolder(KillDocument document) {
        return document.name().startsWith("folder");
    }

    private KillDocument document(String point, int number) throws IOException {
        String run = Long.toString(begun.getEpochSecond(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return KillDocument.of(point.startsWith("folder") ? "orders-huaxing.edi" : "orders-brightline.edi",
                point, "PO-KILL-" + run + (100 + number), "K" + run + (100 + number));
    }

    /** What got no answer is sent again, the same to the byte, as a client does. */
    private static void post(TradelaneProcess process, List<KillDocument> unanswered) throws Exception {
        for (Iterator<KillDocument> left = unanswered.iterator(); left.hasNext(); ) {
            KillDocument document = left.next();
            int status = KillHub.post(process, document, true);
            assertThat(status).as("answer to " + document).isIn(0, 202);
            if (status == 202) {
                left.remove();
            }
        }
    }

    private void awaitNothingWaits(TradelaneProcess process, List<KillDocument> documents) {
        Awaitility.await("nothing waits").atMost(RECOVERY).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            for (KillDocument document : documents) {
                assertThat(KillHub.inbound(process, document.reference())).as(document.toString()).isNotEmpty();
            }
            assertThat(database.count(UNFINISHED)).as("unfinished interchanges").isZero();
            assertThat(database.count(UNSENT)).as("documents to send").isZero();
        });
    }

    private void happenedOnce(SoftAssertions softly, TradelaneProcess process, KillDocument document) throws Exception {
        String operator = process.key(KillHub.OPERATOR);
        JsonNode orders = process.get("/api/v1/purchase-orders?number=" + document.order(), operator).path("items");
        softly.assertThat(orders.size()).as("orders " + document).isEqualTo(1);
        List<JsonNode> interchanges = KillHub.inbound(process, document.reference());
        softly.assertThat(interchanges).as("interchanges of " + document).extracting(each -> each.get("status").asText())
                .containsExactly("PROCESSED");
        JsonNode interchange = process.get("/api/v1/interchanges/" + interchanges.getFirst().get("id").asText(), operator);
        softly.assertThat(interchange.path("acknowledgements").findValuesAsText("kind")).as("acknowledgements of " + document)
                .containsExactly("CONTRL");
        String answer = "UCI+" + document.reference() + "+";
        if (byFolder(document)) {
            softly.assertThat(hub.files("huaxing", answer)).as("CONTRL files for " + document).isEqualTo(1);
        } else {
            softly.assertThat(erp.documents(answer)).as("CONTRL for " + document).hasSize(1);
            softly.assertThat(hub.files("beichen", "ORDERS:D:01B", document.order())).as("ORDERS files for " + document).isEqualTo(1);
        }
    }

    private void nothingIsLeft(SoftAssertions softly, TradelaneProcess process) throws Exception {
        softly.assertThat(KillHub.all(process, "/api/v1/interchanges?status=FAILED")).as("failed interchanges").isEmpty();
        softly.assertThat(KillHub.all(process, "/api/v1/incidents"))
                .filteredOn(incident -> Instant.parse(incident.get("lastAt").asText()).isAfter(begun)).as("incidents").isEmpty();
        softly.assertThat(database.count("select count(*) from journal_line")).as("lines in the ledger").isPositive();
        softly.assertThat(database.count(UNBALANCED)).as("journals out of balance").isZero();
    }
}
