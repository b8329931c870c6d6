package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradelane.acceptance.KillDocument.Door;
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
    /** Where the process dies, and the door by which the document comes that is then on its way. */
    private record Death(String point, Door door) {}

    private static final List<Death> DEATHS = List.of(
            new Death("folder.stored", Door.FOLDER), new Death("after-store", Door.HTTP), new Death("http.stored", Door.HTTP),
            new Death("announced", Door.HTTP), new Death("mapping", Door.HTTP), new Death("split", Door.HTTP),
            new Death("applying", Door.HTTP), new Death("applied", Door.HTTP), new Death("rendered", Door.HTTP),
            new Death("sent", Door.HTTP), new Death("soap.stored", Door.SOAP), new Death("applying", Door.SOAP));
    private static final String ORDERS = "select count(*) from purchase_order where number = '%s'";
    private static final String PAYMENTS = "select count(*) from payment where bank_reference = '%s'";
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
        for (Death death : DEATHS) {
            try (TradelaneProcess process = hub.serve(death.point())) {
                KillHub.awaitReadyOrDead(process);
                KillDocument document = document(death, documents.size());
                documents.add(document);
                if (document.door() == Door.FOLDER) {
                    hub.drop("huaxing", document.reference() + ".edi", document.bytes());
                } else {
                    unanswered.add(document);
                    post(process, unanswered);
                }
                assertThat(process.awaitEnd()).as("exit status of the process that was to die at " + death).isEqualTo(137);
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

    private KillDocument document(Death death, int number) throws IOException {
        String run = Long.toString(begun.getEpochSecond(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return KillDocument.of(death.door(), death.point(), "PO-KILL-" + run + (100 + number), "K" + run + (100 + number));
    }

    /** What got no answer is sent again, the same to the byte, as a client does. */
    private static void post(TradelaneProcess process, List<KillDocument> unanswered) throws Exception {
        for (Iterator<KillDocument> left = unanswered.iterator(); left.hasNext(); ) {
            KillDocument document = left.next();
            int status = KillHub.post(process, document, true);
            assertThat(status).as("answer to " + document).isIn(0, document.door() == Door.SOAP ? 200 : 202);
            if (status > 0) {
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
        List<JsonNode> interchanges = KillHub.inbound(process, document.reference());
        softly.assertThat(interchanges).as("interchanges of " + document).extracting(each -> each.get("status").asText())
                .containsExactly("PROCESSED");
        if (document.door() == Door.SOAP) {
            softly.assertThat(database.count(PAYMENTS.formatted(document.number()))).as("payments " + document).isEqualTo(1);
            return;
        }
        softly.assertThat(database.count(ORDERS.formatted(document.number()))).as("orders " + document).isEqualTo(1);
        JsonNode interchange = process.get("/api/v1/interchanges/" + interchanges.getFirst().get("id").asText(), operator);
        softly.assertThat(interchange.path("acknowledgements").findValuesAsText("kind")).as("acknowledgements of " + document)
                .containsExactly("CONTRL");
        String answer = "UCI+" + document.reference() + "+";
        if (document.door() == Door.FOLDER) {
            softly.assertThat(hub.files("huaxing", answer)).as("CONTRL files for " + document).isEqualTo(1);
        } else {
            softly.assertThat(erp.documents(answer)).as("CONTRL for " + document).hasSize(1);
            softly.assertThat(hub.files("beichen", "ORDERS:D:01B", document.number())).as("ORDERS files for " + document).isEqualTo(1);
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
