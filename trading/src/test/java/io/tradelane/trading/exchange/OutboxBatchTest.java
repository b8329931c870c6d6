package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.AgreementTerms.Sending;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.Batching;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several documents of one kind for one partner in one interchange. */
class OutboxBatchTest extends TestDatabase {
    @Autowired Outbox outbox;
    @Autowired AgreementVersions versions;
    @Autowired ControlNumbers numbers;
    @Autowired Interchanges interchanges;
    private final List<List<UUID>> written = new ArrayList<>();
    private UUID buyer;
    private UUID supplier;

    @BeforeEach
    void threeInTenMinutes() {
        superuser().sql("update outbox set status = 'PORTAL' where status in ('QUEUED', 'RENDERED', 'GATHERING', 'GATHERED')").update();
        buyer = organisation("Batch buyer", Kind.BUYER);
        supplier = organisation("Batch supplier", Kind.SUPPLIER);
        in(operator(), () -> {
            AgreementKey key = versions.propose(AgreementKey.outbound(Ids.next(), buyer, supplier, DocumentType.ORDER),
                    new Sending("EDIFACT", "D96A", null, null, false, gln(buyer), "14", gln(supplier), "14", "UNOC", false,
                            AcknowledgementPolicy.STANDARD, new Batching(3, 10)), "");
            return versions.activate(key.id(), 1, null, null, "");
        });
    }

    @Test
    void theyGoWhenThereAreEnoughAndNoInterchangeHasMore() {
        List<UUID> items = List.of(enqueue("PO1"), enqueue("PO2"));
        assertThat(dispatch()).isEmpty();
        List<UUID> more = List.of(enqueue("PO3"), enqueue("PO4"), enqueue("PO5"), enqueue("PO6"), enqueue("PO7"));
        dispatch();
        assertThat(written).containsExactly(List.of(items.get(0), items.get(1), more.get(0)), List.of(more.get(1), more.get(2), more.get(3)));
        assertThat(hub(() -> outbox.find(more.get(4))).orElseThrow().status()).isEqualTo(OutboxStatus.GATHERING);
    }

    @Test
    void whoeverCameFirstDoesNotWaitLongerThanIsAgreed() {
        UUID first = enqueue("PO1");
        UUID second = enqueue("PO2");
        superuser().sql("update outbox set next_attempt_at = now() - interval '1 second' where id = :id").param("id", first).update();
        List<Interchange> sent = dispatch();
        assertThat(written).containsExactly(List.of(first, second));
        assertThat(sent).hasSize(1);
        assertThat(hub(() -> numbers.ranges(supplier))).extracting(ControlNumbers.Range::last).containsExactly(1L);
        assertThat(hub(() -> outbox.allOfInterchange(sent.getFirst().id()))).extracting(OutboxItem::id).containsExactly(first, second);
    }

    @Test
    void whatBecomesOfTheInterchangeBecomesOfAllThatWentInIt() {
        List<UUID> items = List.of(enqueue("PO1"), enqueue("PO2"), enqueue("PO3"));
        Interchange sent = dispatch().getFirst();
        assertThat(statuses(items)).containsOnly(OutboxStatus.SENT);
        asHub(() -> outbox.receiptArrived(sent.transportMessageId(), true, "processed", null));
        assertThat(statuses(items)).containsOnly(OutboxStatus.DELIVERED);
        assertThat(hub(() -> interchanges.attempts(sent.id()))).hasSize(2);
        assertThat(in(operator(), () -> outbox.resend(items.get(2)))).isTrue();
        assertThat(statuses(items)).containsExactly(OutboxStatus.RENDERED, OutboxStatus.GATHERED, OutboxStatus.GATHERED);
    }

    @Test
    void whereOneCannotBeWrittenEachGoesAlone() {
        List<UUID> items = List.of(enqueue("PO1"), enqueue("PO2"), enqueue("PO3"));
        asHub(() -> outbox.gather());
        assertThat(hub(() -> outbox.dissolve(items.get(0)))).isTrue();
        assertThat(hub(() -> outbox.dissolve(items.get(0)))).isFalse();
        dispatch();
        assertThat(written).containsExactly(List.of(items.get(0)), List.of(items.get(1)), List.of(items.get(2)));
    }

    @Test
    void aNumberIsSetWithItsRangeAndBeginsAnewAfterTheHighest() {
        in(operator(), () -> {
            numbers.reset(buyer, supplier, ControlNumbers.Kind.INTERCHANGE, 100, 999, 998, "their new system");
            return 0;
        });
        List<String> given = List.of(next(), next(), next());
        assertThat(given).containsExactly("998", "999", "100");
        assertThat(in(operator(), () -> numbers.ranges(supplier))).singleElement().extracting(ControlNumbers.Range::next).isEqualTo(101L);
        assertThat(superuser().sql("select details ->> 'reason' from state_transition where event = 'CONTROL_NUMBER_RESET' and entity_id = :id")
                .param("id", supplier).query(String.class).single()).isEqualTo("their new system");
    }

    private String next() {
        return in(io.tradelane.trading.partner.Tenancy.Actor.hub(), () -> numbers.next(buyer, supplier, ControlNumbers.Kind.INTERCHANGE));
    }

    private List<OutboxStatus> statuses(List<UUID> items) {
        return items.stream().map(item -> hub(() -> outbox.find(item)).orElseThrow().status()).toList();
    }

    private List<Interchange> dispatch() {
        asHub(() -> outbox.gather());
        return hub(() -> outbox.claimBatch(50, Duration.ofMinutes(1))).stream().map(item -> {
            Interchange interchange = hub(() -> outbox.render(item.id(), new Writer()));
            asHub(() -> outbox.markSent(item.id(), null));
            return interchange;
        }).toList();
    }

    private UUID enqueue(String order) {
        return in(person(buyer), () -> outbox.enqueue(new OutboundDocument(buyer, supplier, Documents.order(order), order, null, null, unique("key"))));
    }

    private final class Writer implements Outbox.Renderer {
        @Override
        public Rendered render(OutboxItem item, Agreement agreement, String controlReference) {
            return render(List.of(item), agreement, controlReference);
        }

        @Override
        public Rendered render(List<OutboxItem> items, Agreement agreement, String controlReference) {
            written.add(items.stream().map(OutboxItem::id).toList());
            InterchangeFacts facts = new InterchangeFacts("EDIFACT", "UNOC:3", agreement.senderId(), "14", agreement.receiverId(), "14", controlReference,
                    false, false, false, "[]");
            return new Rendered("UNB".getBytes(), "application/EDIFACT", null, facts, null, "folder", unique("<batch") + "@hub>", List.of());
        }
    }
}
