package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OutboxTest extends TestDatabase {
    private static final Duration LEASE = Duration.ofMinutes(1);
    @Autowired Outbox outbox;
    @Autowired Agreements agreements;
    @Autowired Interchanges interchanges;
    @Autowired Incidents incidents;
    @Autowired Journal journal;
    private UUID buyer;
    private UUID supplier;

    @BeforeEach
    void partners() {
        superuser().sql("update outbox set status = 'PORTAL' where status in ('QUEUED', 'RENDERED')").update();
        buyer = organisation("Outbox buyer", Kind.BUYER);
        supplier = organisation("Outbox supplier", Kind.SUPPLIER);
        agree(buyer, supplier);
    }

    @Test
    void aDocumentIsQueuedOnceUnderItsKey() {
        String key = unique("key");
        UUID first = enqueue(supplier, key, "PO1");
        UUID second = enqueue(supplier, key, "PO2");
        assertThat(second).isEqualTo(first);
        assertThat(hub(() -> outbox.find(first))).hasValueSatisfying(item -> {
            assertThat(item.status()).isEqualTo(OutboxStatus.QUEUED);
            assertThat(item.document()).isEqualTo(Documents.order("PO1"));
        });
    }

    @Test
    void anAgreementThatWasUsedEndsAndWhatWasSaidByItStillGoesOut() {
        UUID before = enqueue(supplier, unique("key"), "PO1");
        Agreement used = hub(() -> agreements.outbound(buyer, supplier, DocumentType.ORDER)).orElseThrow();
        inTransaction(operator(), () -> agreements.end(used.id()));
        assertThat(hub(() -> agreements.find(used.id()))).isEmpty();
        assertThat(hub(() -> agreements.list(buyer))).isEmpty();
        UUID after = enqueue(supplier, unique("key"), "PO2");
        assertThat(hub(() -> outbox.find(after)).orElseThrow().status()).isEqualTo(OutboxStatus.PORTAL);
        assertThat(hub(() -> outbox.render(before, OutboxTest::rendered)).controlReference()).isEqualTo("1");
        agree(buyer, supplier);
        assertThat(hub(() -> agreements.outbound(buyer, supplier, DocumentType.ORDER)).orElseThrow().id()).isNotEqualTo(used.id());
        assertThat(hub(() -> outbox.find(enqueue(supplier, unique("key"), "PO3"))).orElseThrow().status()).isEqualTo(OutboxStatus.QUEUED);
    }

    @Test
    void withoutAnAgreementItIsReadInThePortal() {
        UUID other = organisation("Portal supplier", Kind.SUPPLIER);
        UUID item = enqueue(other, unique("key"), "PO1");
        assertThat(hub(() -> outbox.find(item))).hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(OutboxStatus.PORTAL));
        assertThat(in(person(other), () -> outbox.find(item))).isPresent();
        assertThat(in(person(supplier), () -> outbox.find(item))).isEmpty();
    }

    @Test
    void twoDispatchersNeverHoldTheSameEntry() {
        List<UUID> lanes = IntStream.range(0, 10).mapToObj(i -> organisation("Lane " + i, Kind.SUPPLIER)).toList();
        lanes.forEach(lane -> agree(buyer, lane));
        lanes.forEach(lane -> IntStream.range(0, 10).forEach(i -> enqueue(lane, unique("key"), "PO" + i)));
        List<UUID> claimed = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> sendOneBatch(claimed));
            }
        }
        while (claimed.size() < 100) {
            assertThat(sendOneBatch(claimed)).isPositive();
        }
        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(sendOneBatch(claimed)).isZero();
    }

    private int sendOneBatch(List<UUID> claimed) {
        List<OutboxItem> batch = hub(() -> outbox.claimBatch(7, LEASE));
        batch.forEach(item -> {
            claimed.add(item.id());
            asHub(() -> outbox.markSent(item.id(), null));
        });
        return batch.size();
    }

    @Test
    void aLaneKeepsItsOrderWhileItsFirstEntryWaits() {
        UUID first = enqueue(supplier, unique("key"), "PO1");
        UUID second = enqueue(supplier, unique("key"), "PO2");
        assertThat(claim(1)).containsExactly(first);
        assertThat(claim(10)).isEmpty();
        asHub(() -> outbox.markFailed(first, "connection refused", Instant.now().plusSeconds(600)));
        assertThat(claim(10)).isEmpty();
        superuser().sql("update outbox set next_attempt_at = now() where id = :id").param("id", first).update();
        assertThat(claim(10)).containsExactly(first, second);
        asHub(() -> outbox.release(List.of(first, second)));
        asHub(() -> outbox.markFailed(first, "gone", null));
        assertThat(claim(10)).containsExactly(second);
    }

    @Test
    void bytesAndReferencesAreFixedBeforeTheFirstTry() {
        UUID item = enqueue(supplier, unique("key"), "PO1");
        Interchange once = hub(() -> outbox.render(item, OutboxTest::rendered));
        Interchange again = hub(() -> outbox.render(item, (entry, agreement, reference) -> {
            throw new AssertionError("rendered twice");
        }));
        assertThat(again.id()).isEqualTo(once.id());
        assertThat(again.controlReference()).isEqualTo("1");
        assertThat(again.transportMessageId()).isEqualTo(once.transportMessageId()).isNotNull();
        asHub(() -> outbox.markFailed(item, "timeout", Instant.now()));
        asHub(() -> outbox.markSent(item, null));
        asHub(() -> outbox.receiptArrived(once.transportMessageId(), true, "processed", null));
        assertThat(hub(() -> outbox.receiptArrived(once.transportMessageId(), true, "processed", null))).contains(once.id());
        assertThat(hub(() -> interchanges.attempts(once.id()))).extracting(DeliveryAttempt::outcome).containsExactly(
                DeliveryAttempt.Outcome.FAILED, DeliveryAttempt.Outcome.SENT, DeliveryAttempt.Outcome.DELIVERED);
        assertThat(hub(() -> journal.timeline("INTERCHANGE", once.id()))).extracting(TimelineEntry::event)
                .containsExactly("RENDERED", "SENT_AGAIN", "TRY_FAILED", "SENT", "DELIVERED");
        UUID next = enqueue(supplier, unique("key"), "PO2");
        assertThat(hub(() -> outbox.render(next, OutboxTest::rendered)).controlReference()).isEqualTo("2");
    }

    @Test
    void whatCouldNotBeDeliveredIsAnIncidentAndARetrySendsTheSameBytes() {
        Interchange sent = sent();
        UUID item = hub(() -> outbox.ofInterchange(sent.id())).orElseThrow().id();
        asHub(() -> outbox.receiptArrived(sent.transportMessageId(), false, "unexpected-processing-error", null));
        Incident incident = hub(() -> incidents.ofInterchange(sent.id())).getFirst();
        assertThat(incident.cause()).isEqualTo(Cause.DELIVERY_FAILED);
        assertThat(in(operator(), () -> incidents.retryAll(Cause.DELIVERY_FAILED))).isPositive();
        assertThat(claim(10)).contains(item);
        assertThat(hub(() -> outbox.render(item, OutboxTest::rendered)).id()).isEqualTo(sent.id());
    }

    private Interchange sent() {
        UUID item = enqueue(supplier, unique("key"), "PO1");
        Interchange interchange = hub(() -> outbox.render(item, OutboxTest::rendered));
        asHub(() -> outbox.markSent(item, null));
        return interchange;
    }

    private List<UUID> claim(int limit) {
        return hub(() -> outbox.claimBatch(limit, LEASE)).stream().map(OutboxItem::id).toList();
    }

    private UUID enqueue(UUID to, String key, String order) {
        return in(person(buyer), () -> outbox.enqueue(new OutboundDocument(buyer, to, Documents.order(order), order, null, null, key)));
    }

    private void agree(UUID from, UUID to) {
        hub(() -> agreements.agree(new Agreement(
                Ids.next(), from, to, DocumentType.ORDER, "EDIFACT", "D96A", "EAN008", null, true, gln(from), "14", gln(to), "14", "UNOC", false)));
    }

    private static Rendered rendered(OutboxItem item, Agreement agreement, String controlReference) {
        InterchangeFacts facts = new InterchangeFacts(
                "EDIFACT", "UNOC:3", agreement.senderId(), "14", agreement.receiverId(), "14", controlReference, false, true, false, "[]");
        return new Rendered("UNB+UNOC".getBytes(), "application/EDIFACT", null, facts, null, "folder", unique("<out") + "@hub>",
                List.of(Documents.row(0, item.document().number(), null)));
    }
}
