package io.tradelane.trading.incident;

import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Again;
import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.exchange.Consequences.Kind;
import io.tradelane.trading.exchange.Documents;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeFacts;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Rendered;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.incident.Replay.Mapping;
import io.tradelane.trading.incident.Replay.Status;
import io.tradelane.trading.incident.ReplayItem.Outcome;
import io.tradelane.trading.incident.Replays.Documents.Found;
import io.tradelane.trading.incident.Replays.Documents.These;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReplaysTest extends TestDatabase {
    private static final ReplayWork.Trial TRIAL = new ReplayWork.Trial() {
        @Override
        public List<Consequence> read(UUID interchange, Again again) {
            return List.of(new Consequence(Kind.CREATED, "PURCHASE_ORDER", 1), new Consequence(Kind.VERDICT, "APPLIED", 1));
        }

        @Override
        public List<Consequence> write(OutboxItem said) {
            return List.of(new Consequence(Kind.SENT, said.type().name(), 1));
        }
    };

    @Autowired Replays replays;
    @Autowired ReplayWork work;
    @Autowired Inbox inbox;
    @Autowired Outbox outbox;
    @Autowired Agreements agreements;
    @Autowired Interchanges interchanges;
    @Autowired Incidents incidents;
    @Autowired Journal journal;
    private UUID buyer;
    private UUID supplier;
    private String order;

    @BeforeEach
    void partners() {
        buyer = organisation("Buyer", Organisation.Kind.BUYER);
        supplier = organisation("Supplier", Organisation.Kind.SUPPLIER);
        order = unique("PO");
    }

    /** The work is shared by all tests: what one leaves the next would find. */
    @AfterEach
    void giveUp() {
        superuser().sql("update replay set status = 'ABANDONED' where status in ('PREVIEWING', 'RUNNING')").update();
    }

    @Test
    void whatASearchFindsIsTriedFirstAndDoneOnlyWhenStarted() {
        List<UUID> originals = IntStream.range(0, 3).mapToObj(i -> failed(order)).toList();
        UUID replay = found(order, 2);
        assertThat(hub(() -> work.advance())).as("not started").isFalse();
        previewAll();
        Replay shown = find(replay);
        assertThat(shown.status()).isEqualTo(Status.PREVIEWED);
        assertThat(shown.progress().all()).as("the limit").isEqualTo(2);
        assertThat(hub(() -> replays.preview(replay))).contains(new Consequence(Kind.CREATED, "PURCHASE_ORDER", 2));
        originals.forEach(original -> assertThat(hub(() -> interchanges.resubmissions(original))).isEmpty());

        assertThat(in(operator(), () -> replays.start(replay))).isTrue();
        advanceAll();
        assertThat(find(replay).status()).isEqualTo(Status.DONE);
        assertThat(find(replay).progress().done()).isEqualTo(2);
        ReplayItem item = hub(() -> replays.items(replay, 0, 10)).getFirst();
        Interchange again = hub(() -> interchanges.find(item.result())).orElseThrow();
        assertThat(again.resubmissionOf()).isEqualTo(item.interchange());
        assertThat(again.payload()).isEqualTo(hub(() -> interchanges.find(item.interchange())).orElseThrow().payload());
        assertThat(ANNOUNCED).contains(again.id());
        assertThat(Again.of(again)).hasValueSatisfying(told -> assertThat(told.messages()).containsExactly(0));
        assertThat(hub(() -> journal.timeline("REPLAY", replay))).extracting(TimelineEntry::event).containsExactly("ASKED", "PREVIEWED", "STARTED", "DONE");
        assertThat(hub(() -> journal.timeline("INTERCHANGE", item.interchange()))).last()
                .satisfies(line -> assertThat(line.details()).containsEntry("reason", "mapping corrected"));
        assertThat(hub(() -> incidents.ofInterchange(item.interchange()))).extracting(Incident::status).containsOnly(Incident.Status.CLOSED);
    }

    @Test
    void stopsBetweenTwoGoesOnLaterAndDoesNoneTwice() {
        List<UUID> originals = IntStream.range(0, 3).mapToObj(i -> failed(order)).toList();
        UUID replay = found(order, 10);
        previewAll();
        in(operator(), () -> replays.start(replay));
        assertThat(hub(() -> work.advance())).isTrue();
        assertThat(in(operator(), () -> replays.stop(replay))).isTrue();
        assertThat(hub(() -> work.advance())).isFalse();
        assertThat(find(replay).progress().done()).isEqualTo(1);
        assertThat(in(operator(), () -> replays.start(replay))).isTrue();
        advanceAll();
        originals.forEach(original -> assertThat(hub(() -> interchanges.resubmissions(original))).hasSize(1));
        assertThat(in(operator(), () -> replays.start(replay))).as("it is done").isFalse();
    }

    @Test
    void aHubThatDiesInTheMiddleOfOneHasDoneNothingOfIt() {
        UUID original = failed(order);
        UUID replay = found(order, 10);
        previewAll();
        in(operator(), () -> replays.start(replay));
        inTransactionThatDies(() -> work.advance());
        assertThat(hub(() -> interchanges.resubmissions(original))).isEmpty();
        assertThat(find(replay).progress().handled()).isZero();
        advanceAll();
        assertThat(hub(() -> interchanges.resubmissions(original))).hasSize(1);
    }

    @Test
    void aRepeatOfAnotherAndWhatWasCorrectedSinceAreLeftOut() {
        String reference = unique("R");
        UUID first = split("SAME", reference);
        UUID repeat = hub(() -> receive(inbox, reception(buyer, null), "SAME")).interchange();
        assertThat(hub(() -> inbox.split(repeat, facts(gln(buyer), gln(supplier), reference), List.of(row(0, order, null))))).isInstanceOf(SplitResult.Duplicate.class);
        UUID replay = in(operator(), () -> replays.ask(ask(Replay.Kind.READ_AGAIN, new These(List.of(), List.of(repeat, first))))).orElseThrow();
        asHub(() -> inbox.failed(interchanges.messages(first, -1, 1).getFirst().id(), "x"));
        previewAll();
        in(operator(), () -> replays.start(replay));
        advanceAll();
        assertThat(hub(() -> replays.items(replay, 0, 10))).extracting(ReplayItem::interchange, ReplayItem::outcome)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(first, Outcome.READ), org.assertj.core.groups.Tuple.tuple(repeat, Outcome.SKIPPED));
        assertThat(hub(() -> interchanges.resubmissions(repeat))).isEmpty();
    }

    @Test
    void theSameAgainKeepsItsIdsAndWhatIsWrittenAnewGetsItsOwn() {
        agree();
        UUID said = in(hubActor(), () -> outbox.enqueue(new OutboundDocument(buyer, supplier, Documents.order(order), order, null, null, unique("key"))));
        Interchange first = hub(() -> outbox.render(said, ReplaysTest::rendered));
        asHub(() -> outbox.markSent(said, null));
        UUID same = outgoing(Replay.Kind.SEND_AGAIN, first);
        assertThat(hub(() -> outbox.render(said, ReplaysTest::rendered))).satisfies(sent -> {
            assertThat(sent.id()).isEqualTo(first.id());
            assertThat(sent.transportMessageId()).isEqualTo(first.transportMessageId());
            assertThat(sent.controlReference()).isEqualTo(first.controlReference());
        });
        assertThat(hub(() -> replays.items(same, 0, 9)).getFirst().outcome()).isEqualTo(Outcome.SENT);
        asHub(() -> outbox.markSent(said, null));

        UUID anew = hub(() -> replays.items(outgoing(Replay.Kind.WRITE_ANEW, first), 0, 9)).getFirst().outbox();
        Interchange written = hub(() -> outbox.render(anew, ReplaysTest::rendered));
        assertThat(written.transportMessageId()).isNotEqualTo(first.transportMessageId());
        assertThat(written.controlReference()).isNotEqualTo(first.controlReference());
        assertThat(hub(() -> outbox.find(anew)).orElseThrow().document()).isEqualTo(Documents.order(order));
    }

    @Test
    void whatWaitsForTheSameReasonIsFoundTogether() {
        List<UUID> same = IntStream.range(0, 3).mapToObj(i -> held("UNKNOWN_CODE", "UNIT STK")).toList();
        held("UNKNOWN_CODE", "UNIT BX9");
        held("UNKNOWN_ORDER", "4711");
        Incident one = hub(() -> incidents.ofInterchange(same.getFirst())).getFirst();
        assertThat(hub(() -> incidents.alike(one))).extracting(Incident::interchange).containsExactlyInAnyOrderElementsOf(same);
    }

    private UUID held(String reason, String detail) {
        UUID interchange = split(unique("content"), unique("R"), unique("PO"));
        asHub(() -> inbox.held(interchanges.messages(interchange, -1, 1).getFirst().id(),
                new io.tradelane.trading.exchange.Verdict("verdict.held", Map.of("reason", reason, "detail", detail, "number", "1"))));
        return interchange;
    }

    private UUID outgoing(Replay.Kind kind, Interchange interchange) {
        UUID replay = in(operator(), () -> replays.ask(ask(kind, new These(List.of(), List.of(interchange.id()))))).orElseThrow();
        previewAll();
        assertThat(hub(() -> replays.preview(replay))).containsExactly(new Consequence(Kind.SENT, "ORDER", 1));
        in(operator(), () -> replays.start(replay));
        advanceAll();
        return replay;
    }

    private void agree() {
        asHub(() -> agreements.agree(new Agreement(Ids.next(), buyer, supplier, DocumentType.ORDER, "EDIFACT", "D96A", null, null, false,
                gln(buyer), "14", gln(supplier), "14", "UNOC", false)));
    }

    private static Rendered rendered(OutboxItem item, Agreement agreement, String reference) {
        MessageRow row = row(0, item.document().number(), null);
        return new Rendered(("X" + reference).getBytes(StandardCharsets.UTF_8), "application/EDIFACT", "x.edi",
                new InterchangeFacts("EDIFACT", "UNOC:3", "a", "14", "b", "14", reference, false, false, false, "[]"), null, "mailbox", item.id() + "@tradelane",
                List.of(new MessageRow(row.id(), 0, "1", "ORDERS", "D96A", null, item.document(), row.businessKeys(), item.from(),
                        io.tradelane.trading.exchange.MessageStatus.RENDERED, "[]", 0, 1)));
    }

    private Replays.Ask ask(Replay.Kind kind, Replays.Documents documents) {
        return new Replays.Ask(kind, Mapping.TODAY, "mapping corrected", documents, Map.of("q", order), 10, 5);
    }

    private UUID found(String text, int limit) {
        return in(operator(), () -> replays.ask(new Replays.Ask(Replay.Kind.READ_AGAIN, Mapping.TODAY, "mapping corrected",
                new Found(text, Tracker.Filters.none()), Map.of("q", text), limit, 5))).orElseThrow();
    }

    private UUID failed(String number) {
        UUID interchange = split(unique("content"), unique("R"), number);
        asHub(() -> inbox.failed(interchanges.messages(interchange, -1, 1).getFirst().id(), "NullPointerException"));
        return interchange;
    }

    private UUID split(String content, String reference) {
        return split(content, reference, order);
    }

    private UUID split(String content, String reference, String number) {
        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), content)).interchange();
        hub(() -> inbox.split(interchange, facts(gln(buyer), gln(supplier), reference), List.of(row(0, number, null))));
        return interchange;
    }

    private void previewAll() {
        while (hub(() -> work.preview(TRIAL))) {
            // until nothing is left
        }
    }

    private void advanceAll() {
        while (hub(() -> work.advance())) {
            // until nothing is left
        }
    }

    private void inTransactionThatDies(Runnable step) {
        try {
            inTransaction(hubActor(), () -> {
                step.run();
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
    }

    private Replay find(UUID replay) {
        return hub(() -> replays.find(replay)).orElseThrow();
    }

    private static io.tradelane.trading.partner.Tenancy.Actor hubActor() {
        return io.tradelane.trading.partner.Tenancy.Actor.hub();
    }
}
