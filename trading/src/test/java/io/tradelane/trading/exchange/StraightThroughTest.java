package io.tradelane.trading.exchange;

import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.exchange.StraightThrough.Accepted;
import io.tradelane.trading.exchange.StraightThrough.Claimed;
import io.tradelane.trading.exchange.StraightThrough.Done;
import io.tradelane.trading.exchange.StraightThrough.Single;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

class StraightThroughTest extends TestDatabase {
    @Autowired StraightThrough straight;
    @Autowired Inbox inbox;
    @Autowired Interchanges interchanges;
    @Autowired Journal journal;
    private UUID buyer;
    private UUID supplier;
    private String buyerGln;
    private String supplierGln;

    @BeforeEach
    void partners() {
        buyer = organisation("Buyer", Kind.BUYER);
        supplier = organisation("Supplier", Kind.SUPPLIER);
        buyerGln = gln(buyer);
        supplierGln = gln(supplier);
    }

    @Test
    void severalGoFromReceivedToProcessedAtOnceEachWithItsOwnTimeline() {
        List<UUID> ids = List.of(stored("ONE"), stored("TWO"), stored("THREE"));
        inTransaction(Actor.hub(), () -> {
            List<Claimed> claimed = straight.claim(ids);
            assertThat(claimed).extracting(one -> new String(one.bytes(), StandardCharsets.UTF_8)).containsExactly("ONE", "TWO", "THREE");
            List<Accepted> accepted = straight.accept(claimed.stream().map(one -> single(one, unique("R"), unique("PO"))).toList());
            straight.applied(accepted.stream().map(this::done).toList(), Verdict.of("verdict.applied"));
        });
        for (UUID id : ids) {
            assertThat(hub(() -> interchanges.find(id))).hasValueSatisfying(found -> {
                assertThat(found.status()).isEqualTo(InterchangeStatus.PROCESSED);
                assertThat(found.counterparty()).isEqualTo(supplier);
                assertThat(found.messageCount()).isEqualTo(1);
                assertThat(found.processedAt()).isNotNull();
            });
            assertThat(hub(() -> interchanges.messages(id, -1, 10))).singleElement().satisfies(message -> {
                assertThat(message.status()).isEqualTo(MessageStatus.APPLIED);
                assertThat(message.verdict()).isEqualTo(Verdict.of("verdict.applied"));
                assertThat(message.decidedAt()).isNotNull();
            });
            assertThat(hub(() -> journal.timeline("INTERCHANGE", id))).extracting(TimelineEntry::event, TimelineEntry::actor)
                    .endsWith(tuple("SPLIT", "hub"), tuple("APPLIED", "Buyer"));
            assertThat(hub(() -> journal.verify("INTERCHANGE", id))).isTrue();
        }
        inTransaction(Actor.hub(), () -> assertThat(straight.claim(ids)).isEmpty());
    }

    @Test
    void ofOneReferenceAndOfOneDealOnlyTheFirstIsAccepted() {
        String reference = unique("R");
        String deal = unique("PO");
        List<UUID> ids = List.of(stored("A"), stored("B"), stored("C"), stored("D"));
        inTransaction(Actor.hub(), () -> {
            List<Claimed> claimed = straight.claim(ids);
            List<Single> singles = List.of(single(claimed.get(0), reference, deal), single(claimed.get(1), reference, unique("PO")),
                    single(claimed.get(2), unique("R"), deal), single(claimed.get(3), unique("R"), unique("PO")));
            assertThat(straight.accept(singles)).extracting(one -> one.message().interchange()).containsExactly(ids.get(0), ids.get(3));
        });
    }

    @Test
    void whatIsUnusualIsLeftAsItWas() {
        String used = unique("R");
        String waits = unique("PO");
        UUID before = stored("BEFORE");
        hub(() -> inbox.split(before, facts(buyerGln, supplierGln, used), List.of(row(0, waits, null))));
        UUID ofStranger = hub(() -> receive(inbox, reception(null, null), "STRANGER")).interchange();
        UUID large = stored("X".repeat(300_000));
        List<UUID> ids = List.of(before, ofStranger, large, stored("used reference"), stored("deal that waits"), stored("false sender"));
        inTransaction(Actor.hub(), () -> {
            List<Claimed> claimed = straight.claim(ids);
            assertThat(claimed).extracting(one -> one.interchange().id()).doesNotContain(before, large);
            List<Single> singles = new ArrayList<>();
            singles.add(single(claimed.get(0), unique("R"), unique("PO")));
            singles.add(single(claimed.get(1), used, unique("PO")));
            singles.add(single(claimed.get(2), unique("R"), waits));
            singles.add(new Single(claimed.get(3).interchange(), facts(supplierGln, supplierGln, unique("R")), row(0, unique("PO"), null), "x"));
            assertThat(straight.accept(singles)).isEmpty();
        });
        assertThat(ids.subList(1, 6)).allSatisfy(id ->
                assertThat(hub(() -> interchanges.find(id)).orElseThrow().status()).isEqualTo(InterchangeStatus.RECEIVED));
    }

    @Test
    void aReferenceThatComesInBetweenEndsTheTransactionAndLeavesNothing() {
        String reference = unique("R");
        UUID late = stored("LATE");
        UUID first = stored("FIRST");
        assertThatThrownBy(() -> inTransaction(Actor.hub(), () -> {
            List<Accepted> accepted = straight.accept(List.of(single(straight.claim(List.of(late)).getFirst(), reference, unique("PO"))));
            Thread other = Thread.startVirtualThread(() ->
                    hub(() -> inbox.split(first, facts(buyerGln, supplierGln, reference), List.of(row(0, unique("PO"), null)))));
            try {
                other.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            straight.applied(accepted.stream().map(this::done).toList(), Verdict.of("verdict.applied"));
        })).isInstanceOf(DuplicateKeyException.class);
        assertThat(hub(() -> interchanges.find(late)).orElseThrow().status()).isEqualTo(InterchangeStatus.RECEIVED);
        assertThat(hub(() -> interchanges.messages(late, -1, 10))).isEmpty();
    }

    private UUID stored(String content) {
        return hub(() -> receive(inbox, reception(buyer, null), content)).interchange();
    }

    private Single single(Claimed claimed, String reference, String order) {
        return new Single(claimed.interchange(), facts(buyerGln, supplierGln, reference), row(0, order, null), order);
    }

    private Done done(Accepted accepted) {
        return new Done(accepted, Actor.hub(buyer, "Buyer", Source.EDI));
    }
}
