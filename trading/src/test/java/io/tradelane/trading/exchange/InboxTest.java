package io.tradelane.trading.exchange;

import static io.tradelane.trading.exchange.Documents.bytes;
import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboxTest extends TestDatabase {
    @Autowired Inbox inbox;
    @Autowired Interchanges interchanges;
    @Autowired Incidents incidents;
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
    void oneMessageGoesFromDoorToDone() {
        String order = unique("PO");
        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), "ORDER")).interchange();
        assertThat(status(interchange)).isEqualTo(InterchangeStatus.RECEIVED);

        MessageRow message = row(0, order, null);
        SplitResult split = hub(() -> inbox.split(interchange, facts(buyerGln, supplierGln, unique("R")), List.of(message)));
        assertThat(split).isEqualTo(new SplitResult.Split(interchange, buyer, 1));

        inTransaction(hubActor(), () -> {
            assertThat(inbox.claimMessage(message.id())).hasValueSatisfying(claimed -> {
                assertThat(claimed.document()).isEqualTo(message.document());
                assertThat(claimed.counterparty()).isEqualTo(supplier);
            });
            inbox.applied(message.id(), new Verdict("order.placed", Map.of("number", order)));
        });
        assertThat(status(interchange)).isEqualTo(InterchangeStatus.PROCESSED);
        assertThat(hub(() -> journal.timeline("INTERCHANGE", interchange))).extracting(TimelineEntry::event)
                .containsExactly("RECEIVED", "SPLIT", "APPLIED");
        assertThat(hub(() -> journal.verify("INTERCHANGE", interchange))).isTrue();
        inTransaction(hubActor(), () -> assertThat(inbox.claimMessage(message.id())).isEmpty());
        assertThat(hub(() -> inbox.split(interchange, facts(buyerGln, supplierGln, "x"), List.of()))).isEqualTo(new SplitResult.AlreadyDone(interchange));
    }

    @Test
    void theSameTransportMessageIsStoredOnce() {
        String id = unique("<as2-") + "@buyer>";
        Receipt first = hub(() -> receive(inbox, reception(buyer, id), "ORDER"));
        Receipt again = hub(() -> receive(inbox, reception(buyer, id), "ORDER"));
        Receipt ofAnother = hub(() -> receive(inbox, reception(supplier, id), "ORDER"));
        assertThat(first.duplicateTransport()).isFalse();
        assertThat(again).isEqualTo(new Receipt(first.interchange(), true));
        assertThat(ofAnother.duplicateTransport()).isFalse();
    }

    @Test
    void theSameReferenceWithTheSameContentIsADuplicate() {
        String reference = unique("R");
        UUID first = split(buyer, "SAME", reference, unique("PO"));
        UUID second = hub(() -> receive(inbox, reception(buyer, null), "SAME")).interchange();
        assertThat(hub(() -> inbox.split(second, facts(buyerGln, supplierGln, reference), List.of(row(0, "x", null)))))
                .isEqualTo(new SplitResult.Duplicate(second, buyer, first));
        assertThat(hub(() -> interchanges.find(second))).hasValueSatisfying(found -> {
            assertThat(found.status()).isEqualTo(InterchangeStatus.DUPLICATE);
            assertThat(found.duplicateOf()).isEqualTo(first);
        });
        assertThat(hub(() -> interchanges.messages(second, -1, 10))).isEmpty();
        assertThat(hub(() -> interchanges.duplicates(first))).extracting(Interchange::id).containsExactly(second);
    }

    @Test
    void theSameReferenceWithOtherContentIsHeldUntilAPersonLetsItPass() {
        String reference = unique("R");
        split(buyer, "FIRST", reference, unique("PO"));
        UUID other = hub(() -> receive(inbox, reception(buyer, null), "OTHER")).interchange();
        SplitResult held = hub(() -> inbox.split(other, facts(buyerGln, supplierGln, reference), List.of(row(0, "x", null))));
        assertThat(held).isInstanceOf(SplitResult.Held.class);
        Incident incident = hub(() -> incidents.find(((SplitResult.Held) held).incident())).orElseThrow();
        assertThat(incident.cause()).isEqualTo(Cause.CONTROL_REFERENCE_REUSED);
        assertThat(incident.summary(Locale.ENGLISH)).contains(reference);
        assertThat(incident.summary(Locale.SIMPLIFIED_CHINESE)).contains(reference).contains("控制编号");

        assertThat(in(operator(), () -> incidents.retry(incident.id()))).isTrue();
        assertThat(hub(() -> inbox.split(other, facts(buyerGln, supplierGln, reference), List.of(row(0, unique("PO"), null)))))
                .isInstanceOf(SplitResult.Split.class);
    }

    @Test
    void aCorrectedInterchangeMayUseTheReferenceOfARejectedOne() {
        String reference = unique("R");
        UUID bad = hub(() -> receive(inbox, reception(buyer, null), "BAD")).interchange();
        InterchangeFacts rejected = new InterchangeFacts(
                "EDIFACT", "UNOC:3", buyerGln, "14", supplierGln, "14", reference, false, true, true, "[{\"code\":\"13\"}]");
        assertThat(hub(() -> inbox.split(bad, rejected, List.of()))).isEqualTo(new SplitResult.Rejected(bad, buyer));
        UUID badAgain = hub(() -> receive(inbox, reception(buyer, null), "BAD")).interchange();
        assertThat(hub(() -> inbox.split(badAgain, rejected, List.of()))).isEqualTo(new SplitResult.Duplicate(badAgain, buyer, bad));
        UUID good = hub(() -> receive(inbox, reception(buyer, null), "GOOD")).interchange();
        assertThat(hub(() -> inbox.split(good, facts(buyerGln, supplierGln, reference), List.of(row(0, unique("PO"), null)))))
                .isEqualTo(new SplitResult.Split(good, buyer, 1));
    }

    @Test
    void anUnknownSenderWaitsUntilSomebodySaysWhoItIs() {
        String stranger = unique("ST");
        UUID interchange = hub(() -> receive(inbox, reception(null, null), "HELLO")).interchange();
        UUID sameStranger = hub(() -> receive(inbox, reception(null, null), "HELLO 2")).interchange();
        SplitResult result = hub(() -> inbox.split(interchange, facts(stranger, supplierGln, unique("R")), List.of()));
        hub(() -> inbox.split(sameStranger, facts(stranger, supplierGln, unique("R")), List.of()));
        assertThat(result).isInstanceOf(SplitResult.Unassigned.class);
        assertThat(status(interchange)).isEqualTo(InterchangeStatus.UNASSIGNED);

        inTransaction(operator(), () -> incidents.assignSender(((SplitResult.Unassigned) result).incident(), buyer, true));
        assertThat(status(interchange)).isEqualTo(InterchangeStatus.RECEIVED);
        assertThat(status(sameStranger)).isEqualTo(InterchangeStatus.RECEIVED);
        assertThat(hub(() -> incidents.find(((SplitResult.Unassigned) result).incident()))).hasValueSatisfying(
                closed -> assertThat(closed.status()).isEqualTo(Incident.Status.CLOSED));
        assertThat(hub(() -> inbox.split(interchange, facts(stranger, supplierGln, unique("R")), List.of(row(0, unique("PO"), null)))))
                .isEqualTo(new SplitResult.Split(interchange, buyer, 1));
        assertThat(in(person(buyer), () -> text(interchange))).isEqualTo("HELLO");
    }

    @Test
    void aSenderTheDoorDoesNotVouchForIsHeld() {
        UUID interchange = hub(() -> receive(inbox, reception(supplier, null), "SPOOFED")).interchange();
        SplitResult result = hub(() -> inbox.split(interchange, facts(buyerGln, supplierGln, unique("R")), List.of(row(0, "x", null))));
        assertThat(result).isInstanceOf(SplitResult.Held.class);
        assertThat(hub(() -> incidents.ofInterchange(interchange))).extracting(Incident::cause).containsExactly(Cause.SENDER_MISMATCH);
    }

    @Test
    void theStatusOfManyMessagesFollowsFromTheirVerdicts() {
        List<MessageRow> rows = IntStream.range(0, 1_200).mapToObj(i -> row(i, unique("PO"), null)).toList();
        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), "MANY")).interchange();
        hub(() -> inbox.split(interchange, facts(buyerGln, supplierGln, unique("R")), rows));
        assertThat(hub(() -> inbox.open(interchange, -1, 2_000))).hasSize(1_200);
        inTransaction(hubActor(), () -> rows.subList(0, 1_198).forEach(row -> inbox.applied(row.id(), Verdict.of("order.placed"))));
        assertThat(status(interchange)).isEqualTo(InterchangeStatus.PROCESSING);
        assertThat(hub(() -> inbox.open(interchange, -1, 2_000))).hasSize(2);
        asHub(() -> inbox.rejected(rows.get(1_198).id(), Verdict.of("order.currency")));
        asHub(() -> inbox.noEffect(rows.get(1_199).id(), Verdict.of("order.known")));
        Awaitility.await().untilAsserted(() -> assertThat(status(interchange)).isEqualTo(InterchangeStatus.PROCESSED_WITH_ERRORS));
    }

    @Test
    void aFailedMessageIsTriedAgainAndASecondFailureOpensTheSameIncident() {
        UUID interchange = split(buyer, "POISON", unique("R"), unique("PO"));
        UUID message = hub(() -> interchanges.messages(interchange, -1, 1)).getFirst().id();
        asHub(() -> inbox.failed(message, "first"));
        Incident incident = hub(() -> incidents.ofInterchange(interchange)).getFirst();
        assertThat(in(operator(), () -> incidents.retry(incident.id()))).isTrue();
        assertThat(status(interchange)).isEqualTo(InterchangeStatus.PROCESSING);
        asHub(() -> inbox.failed(message, "second"));
        assertThat(hub(() -> incidents.ofInterchange(interchange))).singleElement().satisfies(again -> {
            assertThat(again.occurrences()).isEqualTo(2);
            assertThat(again.status()).isEqualTo(Incident.Status.OPEN);
            assertThat(again.detail()).isEqualTo("second");
        });
    }

    @Test
    void largePayloadsAreChunkedAndComeBackAsTheyWere() throws IOException {
        byte[] content = new byte[5_000_000];
        new Random(7).nextBytes(content);
        Receipt receipt = hub(() -> {
            try {
                return inbox.receive(reception(buyer, null), new ByteArrayInputStream(content));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        Interchange interchange = hub(() -> interchanges.find(receipt.interchange())).orElseThrow();
        assertThat(superuser().sql("select count(*) from payload_chunk where payload_id = :id").param("id", interchange.payload()).query(Integer.class).single())
                .isEqualTo(20);
        try (InputStream in = hub(() -> interchanges.bytes(receipt.interchange()))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        try (InputStream in = hub(() -> interchanges.bytes(receipt.interchange()))) {
            in.skipNBytes(4_000_001);
            assertThat(in.readNBytes(3)).containsExactly(content[4_000_001], content[4_000_002], content[4_000_003]);
        }
    }

    @Test
    void oneByteTooManyIsRefusedAndNothingIsStored() {
        String id = unique("big");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> hub(() -> {
            try {
                return inbox.receive(reception(buyer, id), endless);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        })).isInstanceOfSatisfying(PayloadTooLarge.class, refused -> assertThat(refused.limit()).isEqualTo(8_000_000));
        assertThat(superuser().sql("select count(*) from interchange where transport_message_id = :id").param("id", id).query(Integer.class).single()).isZero();
    }

    @Test
    void itIsAnnouncedAfterTheCommitAndNotAfterARollback() {
        UUID outer = in(Actor.hub(), () -> {
            UUID inside = receive(inbox, reception(buyer, null), "INSIDE").interchange();
            assertThat(ANNOUNCED).doesNotContain(inside);
            return inside;
        });
        assertThat(ANNOUNCED).contains(outer);
        String id = unique("rolled");
        assertThatThrownBy(() -> inTransaction(Actor.hub(), () -> {
            receive(inbox, reception(buyer, id), "ROLLED BACK");
            throw new IllegalStateException("the caller gave up");
        })).hasMessage("the caller gave up");
        Receipt again = hub(() -> receive(inbox, reception(buyer, id), "ROLLED BACK"));
        assertThat(again.duplicateTransport()).isFalse();
        assertThat(ANNOUNCED).contains(again.interchange());
    }

    @Test
    void theSweepFindsWhatWaitsOnce() {
        UUID interchange = hub(() -> receive(inbox, reception(buyer, null), "WAITS")).interchange();
        Duration fiveMinutes = Duration.ofMinutes(5);
        assertThat(hub(() -> inbox.awaitingAnnouncement(fiveMinutes, 10_000))).doesNotContain(interchange);
        superuser().sql("update interchange set received_at = received_at - interval '10 minutes' where id = :id").param("id", interchange).update();
        assertThat(hub(() -> inbox.awaitingAnnouncement(fiveMinutes, 10_000))).contains(interchange);
        asHub(() -> inbox.markAnnounced(List.of(interchange)));
        assertThat(hub(() -> inbox.awaitingAnnouncement(fiveMinutes, 10_000))).doesNotContain(interchange);
        asHub(() -> inbox.failedToRead(interchange, "out of memory"));
        assertThat(status(interchange)).isEqualTo(InterchangeStatus.FAILED);
        assertThat(hub(() -> inbox.awaitingAnnouncement(Duration.ofSeconds(-1), 10_000))).doesNotContain(interchange);
    }

    @Test
    void anAddressThatBecomesSomebodysReleasesAllThatWaitsFromIt() {
        String address = unique("49");
        List<UUID> waiting = IntStream.range(0, 3).mapToObj(i -> {
            UUID interchange = hub(() -> receive(inbox, reception(null, null), "FROM " + i)).interchange();
            hub(() -> inbox.split(interchange, facts(address, supplierGln, unique("R")), List.of(row(0, unique("PO"), null))));
            return interchange;
        }).toList();
        assertThat(waiting).allSatisfy(each -> assertThat(status(each)).isEqualTo(InterchangeStatus.UNASSIGNED));
        asHub(() -> inbox.releaseKnown());
        assertThat(status(waiting.getFirst())).as("still nobody's").isEqualTo(InterchangeStatus.UNASSIGNED);
        asHub(() -> organisations.addIdentifier(buyer, io.tradelane.trading.partner.PartyIdentifier.ofInterchange(address, "14")));
        assertThat(hub(() -> inbox.releaseKnown())).isGreaterThanOrEqualTo(3);
        assertThat(waiting).allSatisfy(each -> {
            assertThat(status(each)).isEqualTo(InterchangeStatus.RECEIVED);
            assertThat(hub(() -> incidents.ofInterchange(each))).extracting(Incident::status).containsOnly(Incident.Status.CLOSED);
        });
    }

    private UUID split(UUID sender, String content, String reference, String order) {
        UUID interchange = hub(() -> receive(inbox, reception(sender, null), content)).interchange();
        hub(() -> inbox.split(interchange, facts(gln(sender), supplierGln, reference), List.of(row(0, order, null))));
        return interchange;
    }

    private InterchangeStatus status(UUID interchange) {
        return hub(() -> interchanges.find(interchange)).orElseThrow().status();
    }

    private String text(UUID interchange) {
        try (InputStream in = hub(() -> interchanges.bytes(interchange))) {
            return new String(in.readAllBytes());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Actor hubActor() {
        return Actor.hub();
    }
}
