package io.tradelane.trading.exchange;

import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.RetentionRun.Kind;
import io.tradelane.trading.exchange.RetentionRun.Status;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RetentionTest extends TestDatabase {
    @Autowired Retention retention;
    @Autowired RetentionRuns runs;
    @Autowired Inbox inbox;
    @Autowired Interchanges interchanges;
    @Autowired Incidents incidents;
    @Autowired Journal journal;
    @Autowired Tracker tracker;
    private UUID buyer;
    private UUID supplier;
    private String order;

    @BeforeEach
    void partners() {
        buyer = organisation("Buyer", Organisation.Kind.BUYER);
        supplier = organisation("Supplier", Organisation.Kind.SUPPLIER);
        order = unique("PO");
    }

    @Test
    void whatIsOldGoesToTheArchiveAndIsFoundAndReadAsBefore() {
        byte[] large = new byte[700_000];
        Arrays.fill(large, (byte) 'x');
        UUID small = aged("content of " + order, 2);
        UUID big = hub(() -> receive(inbox, reception(buyer, null), new String(large))).interchange();
        age(big, 2);
        run(Kind.ARCHIVE);
        for (UUID each : List.of(small, big)) {
            assertThat(kept(each).archivedAt()).isNotNull();
            assertThat(payloads("payload_chunk", each)).isZero();
            assertThat(payloads("payload_archive", each)).isPositive();
        }
        assertThat(text(small)).isEqualTo("content of " + order);
        assertThat(text(big)).hasSize(700_000).isEqualTo(new String(large));
        assertThat(hub(() -> tracker.search(order, Tracker.Filters.none(), null, 10)).items()).hasSize(1);
        assertThat(run(Kind.VERIFY).broken()).isZero();
    }

    @Test
    void isDeletedWhenItsTimeIsOverAndItsHashAndItsHistoryStay() {
        UUID young = aged("young " + order, 9);
        UUID old = aged("old " + order, 11);
        byte[] hash = hub(() -> interchanges.find(old)).orElseThrow().sha256();
        RetentionRun done = run(Kind.DELETE);
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(text(young)).startsWith("young");
        assertThatThrownBy(() -> text(old)).isInstanceOf(NoSuchElementException.class);
        assertThat(kept(old).deletedAt()).isNotNull();
        assertThat(hub(() -> interchanges.find(old)).orElseThrow().sha256()).isEqualTo(hash);
        assertThat(hub(() -> interchanges.messages(old, -1, 9)).getFirst().document()).isNull();
        assertThat(hub(() -> tracker.search(order, Tracker.Filters.none(), null, 10)).items()).as("still found").hasSize(2);
        assertThat(hub(() -> journal.timeline("INTERCHANGE", old))).last().satisfies(line -> {
            assertThat(line.event()).isEqualTo("CONTENT_DELETED");
            assertThat(line.details()).containsKeys("sha256", "run", "reason");
        });
        assertThat(hub(() -> journal.verify("INTERCHANGE", old))).isTrue();
    }

    @Test
    void theRuleOfThePartnerAndTheTypeSaysForHowLong() {
        UUID old = aged("ruled " + order, 11);
        rule(null, DocumentType.INVOICE, 30);
        rule(buyer, null, 12);
        run(Kind.DELETE);
        assertThat(kept(old).deletedAt()).isNull();
        rule(buyer, DocumentType.ORDER, 5);
        run(Kind.DELETE);
        assertThat(kept(old).deletedAt()).isNotNull();
    }

    @Test
    void nothingUnderALegalHoldIsDeletedUntilItIsLifted() {
        UUID old = aged("held " + order, 20);
        UUID hold = in(operator(), () -> retention.hold(null, null, order, "court 12/26"));
        assertThat(kept(old).held()).isTrue();
        run(Kind.DELETE);
        assertThat(text(old)).startsWith("held");
        assertThat(in(operator(), () -> retention.lift(hold, "settled"))).isTrue();
        run(Kind.DELETE);
        assertThat(kept(old).deletedAt()).isNotNull();
    }

    @Test
    void theApplicationCannotDeleteByItself() {
        UUID young = aged("young " + order, 1);
        UUID payload = hub(() -> interchanges.find(young)).orElseThrow().payload();
        assertThat(in(hubActor(), () -> jdbc.sql("select erase_payload(:id)").param("id", payload).query(Boolean.class).single())).isFalse();
        assertThatThrownBy(() -> inTransaction(operator(), () -> jdbc.sql("select erase_payload(:id)").param("id", payload).query(Boolean.class).single()))
                .hasStackTraceContaining("only the hub deletes");
        assertThatThrownBy(() -> inTransaction(hubActor(), () -> jdbc.sql("delete from payload_archive").update())).hasStackTraceContaining("permission denied");
    }

    @Test
    void bytesThatAreNotWhatTheirHashSaysAreAnIncidentAndStayWhereTheyAre() {
        UUID broken = aged("whole " + order, 2);
        UUID payload = hub(() -> interchanges.find(broken)).orElseThrow().payload();
        superuser().sql("update payload set content = 'flipped' where id = :id").param("id", payload).update();
        assertThat(run(Kind.ARCHIVE).broken()).isPositive();
        assertThat(kept(broken).archivedAt()).isNull();
        assertThat(run(Kind.VERIFY).broken()).isPositive();
        assertThat(hub(() -> incidents.list(new Incidents.Filter(null, Cause.PAYLOAD_BROKEN, null, null), null, 50)).items())
                .anyMatch(incident -> payload.toString().equals(incident.args().get("subject")));
        superuser().sql("update payload set content = cast(:whole as text)::bytea where id = :id").param("whole", "whole " + order).param("id", payload).update();
    }

    private UUID aged(String content, int years) {
        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), content)).interchange();
        hub(() -> inbox.split(interchange, facts(gln(buyer), gln(supplier), unique("R")), List.of(row(0, order, null))));
        age(interchange, years);
        return interchange;
    }

    private static void age(UUID interchange, int years) {
        superuser().sql("update interchange set received_at = now() - make_interval(years => :years) where id = :id").param("years", years).param("id", interchange).update();
        superuser().sql("update payload set created_at = now() - make_interval(years => :years) where id = (select payload_id from interchange where id = :id)")
                .param("years", years).param("id", interchange).update();
    }

    private void rule(UUID partner, DocumentType type, int years) {
        inTransaction(operator(), () -> retention.put(new RetentionRule(Ids.next(), partner, type, years)));
    }

    private RetentionRun run(Kind kind) {
        UUID run = in(operator(), () -> runs.start(kind, "test"));
        while (hub(() -> runs.advance())) {
            // until nothing is left
        }
        return hub(() -> runs.find(run)).orElseThrow();
    }

    private Retention.Kept kept(UUID interchange) {
        return hub(() -> retention.of(interchange)).orElseThrow();
    }

    private static int payloads(String table, UUID interchange) {
        return superuser().sql("select count(*) from " + table + " where payload_id = (select payload_id from interchange where id = :id)")
                .param("id", interchange).query(Integer.class).single();
    }

    private String text(UUID interchange) {
        return hub(() -> {
            try (InputStream bytes = interchanges.bytes(interchange)) {
                return new String(bytes.readAllBytes());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private static io.tradelane.trading.partner.Tenancy.Actor hubActor() {
        return io.tradelane.trading.partner.Tenancy.Actor.hub();
    }
}
