package io.tradelane.trading.exchange.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.exchange.Documents;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.ShownDocuments;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.exchange.traffic.Breaker.State;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Once;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.AgreementTerms.Sending;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one receiver holds up, and what it does not. */
class LanesTest extends TestDatabase {
    private static final Duration LEASE = Duration.ofMinutes(1);
    @Autowired Outbox outbox;
    @Autowired Agreements agreements;
    @Autowired AgreementVersions versions;
    @Autowired ShownDocuments shown;
    @Autowired Channels channels;
    @Autowired Breakers breakers;
    @Autowired MaintenanceWindows windows;
    @Autowired PartnerLimits limits;
    @Autowired Journal journal;
    private UUID supplier;
    private UUID buyer;
    private Channel channel;

    @BeforeEach
    void partners() {
        superuser().sql("update outbox set status = 'PORTAL' where status in ('QUEUED', 'RENDERED')").update();
        supplier = organisation("Lanes supplier", Kind.SUPPLIER);
        buyer = organisation("Lanes buyer", Kind.BUYER);
        channel = channel(supplier);
        agree(buyer, supplier, DocumentType.ORDER, channel);
    }

    @Test
    void aLongLaneKeepsNoOtherWaiting() {
        UUID other = organisation("Lanes other", Kind.SUPPLIER);
        agree(buyer, other, DocumentType.ORDER, channel(other));
        IntStream.range(0, 30).forEach(i -> enqueue(buyer, supplier, "PO" + i, "deal " + i));
        UUID late = enqueue(buyer, other, "PO99", "deal 99");
        assertThat(claim(12)).hasSize(12).contains(late);
    }

    @Test
    void aDeadChannelHoldsUpNothingThatGoesAnotherWay() {
        agree(buyer, supplier, DocumentType.ORDER_RESPONSE, channel(supplier));
        UUID order = enqueue(buyer, supplier, "PO1", "deal 1");
        open(channel);
        UUID response = respond("PO2", "deal 2");
        UUID sameDeal = respond("PO1", "deal 1");
        assertThat(claim(10)).containsExactly(response).doesNotContain(order, sameDeal);
    }

    @Test
    void whatIsAboutOneDealKeepsItsOrderOverSeveralChannels() {
        agree(buyer, supplier, DocumentType.ORDER_RESPONSE, channel(supplier));
        UUID order = enqueue(buyer, supplier, "PO1", "deal 1");
        UUID response = respond("PO1", "deal 1");
        assertThat(claim(10)).containsExactly(order);
        asHub(() -> outbox.markSent(order, null));
        assertThat(claim(10)).containsExactly(response);
    }

    @Test
    void aBreakerOpensAfterFailuresInARowLetsOneTryAndClosesWhenItWorks() {
        UUID first = enqueue(buyer, supplier, "PO1", "deal 1");
        enqueue(buyer, supplier, "PO2", "deal 2");
        fail(Breakers.MOST - 1);
        assertThat(state()).isEqualTo(State.CLOSED);
        fail(1);
        Breaker open = hub(() -> breakers.find(channel.id())).orElseThrow();
        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.reason()).isEqualTo("no answer");
        assertThat(Duration.between(open.since(), open.probeAt())).isEqualTo(Duration.ofSeconds(15));
        assertThat(claim(10)).isEmpty();
        assertThat(hub(outbox::queues).get(channel.id()).entries()).isEqualTo(2);
        superuser().sql("update channel_breaker set probe_at = now() where channel_id = :id").param("id", channel.id()).update();
        assertThat(claim(10)).as("one document tries").containsExactly(first);
        assertThat(claim(10)).isEmpty();
        asHub(() -> outbox.release(List.of(first)));
        fail(1);
        Breaker again = hub(() -> breakers.find(channel.id())).orElseThrow();
        assertThat(again.since()).isEqualTo(open.since());
        assertThat(again.probeAt()).isAfter(Instant.now().plusSeconds(25));
        asHub(() -> breakers.worked(channel));
        assertThat(claim(10)).hasSize(2);
        assertThat(in(person(supplier), () -> journal.timeline(Breakers.ENTITY, channel.id()))).extracting(TimelineEntry::event)
                .containsExactly("BREAKER_OPENED", "BREAKER_CLOSED");
    }

    @Test
    void severalSendersToADeadPartnerMakeOneTry() {
        UUID another = organisation("Lanes another", Kind.BUYER);
        agree(another, supplier, DocumentType.ORDER, channel);
        UUID first = enqueue(buyer, supplier, "PO1", "deal 1");
        enqueue(another, supplier, "PO2", "deal 2");
        open(channel);
        superuser().sql("update channel_breaker set probe_at = now() where channel_id = :id").param("id", channel.id()).update();
        assertThat(claim(10)).containsExactly(first);
        assertThat(claim(10)).isEmpty();
    }

    @Test
    void aPersonStopsAChannelAndLetsItGo() {
        UUID item = enqueue(buyer, supplier, "PO1", "deal 1");
        asHub(() -> outbox.markFailed(item, "no answer", Instant.now().plusSeconds(600)));
        assertThat(in(operator(), () -> breakers.stop(channel, "moving"))).isTrue();
        assertThat(in(operator(), () -> breakers.stop(channel, "moving"))).isFalse();
        fail(10);
        assertThat(state()).isEqualTo(State.STOPPED);
        asHub(() -> breakers.worked(channel));
        assertThat(state()).isEqualTo(State.STOPPED);
        assertThat(in(operator(), () -> breakers.close(channel))).isTrue();
        assertThat(claim(10)).as("goes at once, whatever it was to wait").containsExactly(item);
        assertThat(in(person(supplier), () -> journal.timeline(Breakers.ENTITY, channel.id()))).extracting(TimelineEntry::event)
                .containsExactly("BREAKER_STOPPED", "BREAKER_CLOSED");
    }

    @Test
    void aReceiverHasSoManyLanesAtWorkAndOthersHaveTheirs() {
        inTransaction(operator(), () -> limits.put(new PartnerLimit(supplier, null, null, null, null, null, null, 2)));
        for (int i = 0; i < 4; i++) {
            UUID sender = organisation("Lanes sender " + i, Kind.BUYER);
            agree(sender, supplier, DocumentType.ORDER, channel);
            enqueue(sender, supplier, "PO" + i, "deal " + i);
        }
        List<UUID> atWork = claim(10);
        assertThat(atWork).hasSize(2);
        assertThat(claim(10)).isEmpty();
        asHub(() -> outbox.markSent(atWork.getFirst(), null));
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void nothingIsSentInMaintenanceAndEverythingAfterIt() {
        UUID item = enqueue(buyer, supplier, "PO1", "deal 1");
        Instant now = Instant.now();
        MaintenanceWindow window = new MaintenanceWindow(Ids.next(), supplier, channel.id(), "Upgrade", ZoneOffset.UTC,
                new Once(now.minusSeconds(60), now.plusSeconds(3600)), Inbound.ACCEPT);
        inTransaction(operator(), () -> windows.add(window));
        assertThat(claim(10)).isEmpty();
        inTransaction(operator(), () -> windows.remove(supplier, window.id()));
        assertThat(claim(10)).containsExactly(item);
    }

    @Test
    void whatIsQueuedFollowsItsAgreementToAnotherChannel() {
        UUID item = enqueue(buyer, supplier, "PO1", "deal 1");
        open(channel);
        assertThat(claim(10)).isEmpty();
        agree(buyer, supplier, DocumentType.ORDER, channel(supplier));
        assertThat(claim(10)).containsExactly(item);
    }

    @Test
    void whoMayNotGetAnythingNowIsLeftOut() {
        enqueue(buyer, supplier, "PO1", "deal 1");
        assertThat(hub(() -> outbox.claimBatch(10, LEASE, Set.of(supplier)))).isEmpty();
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void whatWaitsFollowsAScheduledVersionToItsChannel() {
        UUID order = enqueue(buyer, supplier, "PO1", "deal 1");
        open(channel);
        assertThat(claim(10)).isEmpty();
        Channel other = channel(supplier);
        UUID agreement = hub(() -> agreements.outbound(buyer, supplier, DocumentType.ORDER)).orElseThrow().id();
        Sending before = (Sending) hub(() -> versions.find(agreement, 1)).orElseThrow().terms();
        asHub(() -> {
            versions.save(agreement, new Sending(before.format(), before.version(), null, other.id(), false, "1", null, "2", null, "UNOC", false,
                    before.acknowledgements(), before.batching()), "", null);
            versions.activate(agreement, 2, Instant.now().plus(Duration.ofDays(1)), null, "");
            outbox.gather();
        });
        assertThat(claim(10)).isEmpty();
        superuser().sql("update agreement_version set valid_from = valid_from - interval '2 days', valid_to = valid_to - interval '2 days',"
                + " activated_at = activated_at - interval '3 days' where agreement_id = :id").param("id", agreement).update();
        asHub(outbox::gather);
        assertThat(claim(10)).containsExactly(order);
    }

    @Test
    void whatWasOnlyShownIsSentInItsOrderWhenSomethingIsAgreed() {
        UUID late = organisation("Lanes late", Kind.SUPPLIER);
        UUID first = enqueue(buyer, late, "PO1", "deal 1");
        UUID second = enqueue(buyer, late, "PO2", "deal 2");
        agree(buyer, late, DocumentType.ORDER, channel(late));
        UUID agreement = hub(() -> agreements.outbound(buyer, late, DocumentType.ORDER)).orElseThrow().id();
        assertThat(claim(10)).isEmpty();
        assertThat(hub(() -> shown.of(agreement)).orElseThrow().documents()).isEqualTo(2);
        assertThat(hub(() -> shown.send(agreement, Instant.now().plusSeconds(60)))).isZero();
        assertThat(hub(() -> shown.send(agreement, null))).isEqualTo(2);
        assertThat(hub(() -> shown.send(agreement, null))).as("once").isZero();
        assertThat(claim(10)).containsExactly(first, second);
    }

    private void open(Channel dead) {
        fail(dead, Breakers.MOST);
    }

    private void fail(int times) {
        fail(channel, times);
    }

    private void fail(Channel failing, int times) {
        for (int i = 0; i < times; i++) {
            asHub(() -> breakers.failed(failing, "no answer"));
        }
    }

    private State state() {
        return hub(() -> breakers.find(channel.id())).orElseThrow().state();
    }

    private List<UUID> claim(int limit) {
        return hub(() -> outbox.claimBatch(limit, LEASE)).stream().map(OutboxItem::id).toList();
    }

    private Channel channel(UUID organisation) {
        UUID id = hub(() -> channels.create(
                new NewChannel(organisation, unique("channel"), "http", Direction.OUTBOUND, Map.of("url", "http://localhost:1"), Map.of(), true)));
        return hub(() -> channels.find(id)).orElseThrow();
    }

    private void agree(UUID from, UUID to, DocumentType type, Channel over) {
        asHub(() -> agreements.agree(new Agreement(
                Ids.next(), from, to, type, "EDIFACT", "D96A", null, over.id(), false, "1", null, "2", null, "UNOC", false)));
    }

    private UUID enqueue(UUID from, UUID to, String number, String deal) {
        return enqueue(from, to, Documents.order(number), deal);
    }

    private UUID respond(String number, String deal) {
        return enqueue(buyer, supplier, new OrderResponseDocument(number, LocalDate.of(2026, 11, 22), number, null,
                OrderResponseDocument.Decision.ACCEPTED, null, List.of(), null, List.of()), deal);
    }

    private UUID enqueue(UUID from, UUID to, BusinessDocument document, String deal) {
        return in(Actor.hub(),
                () -> outbox.enqueue(new OutboundDocument(from, to, document, deal, null, null, unique("key"))));
    }
}
