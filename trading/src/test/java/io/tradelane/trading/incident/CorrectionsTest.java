package io.tradelane.trading.incident;

import static io.tradelane.trading.exchange.Documents.facts;
import static io.tradelane.trading.exchange.Documents.receive;
import static io.tradelane.trading.exchange.Documents.reception;
import static io.tradelane.trading.exchange.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.incident.CorrectionOutcome.Refused;
import io.tradelane.trading.incident.CorrectionOutcome.Stale;
import io.tradelane.trading.incident.CorrectionOutcome.Submitted;
import io.tradelane.trading.incident.CorrectionOutcome.Waiting;
import io.tradelane.trading.incident.CorrectionOutcome.Why;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CorrectionsTest extends TestDatabase {
    @Autowired Corrections corrections;
    @Autowired CorrectionRules rules;
    @Autowired Incidents incidents;
    @Autowired Inbox inbox;
    @Autowired Interchanges interchanges;
    @Autowired Journal journal;
    private UUID buyer;
    private UUID supplier;
    private String reference;
    private UUID original;
    private Incident incident;

    @BeforeEach
    void aMessageThatFailed() {
        buyer = organisation("Buyer", Kind.BUYER);
        supplier = organisation("Supplier", Kind.SUPPLIER);
        reference = unique("R");
        original = hub(() -> receive(inbox, reception(buyer, null), "WRONG")).interchange();
        hub(() -> inbox.split(original, facts(gln(buyer), gln(supplier), reference), List.of(row(0, unique("PO"), null))));
        UUID message = hub(() -> interchanges.messages(original, -1, 1)).getFirst().id();
        asHub(() -> inbox.failed(message, "NullPointerException"));
        incident = hub(() -> incidents.ofInterchange(original)).getFirst();
    }

    @Test
    void theCopyBecomesANewInterchangeAndTheOriginalStays() {
        Submitted done = (Submitted) propose(operator(), "RIGHT");
        assertThat(text(original)).isEqualTo("WRONG");
        assertThat(text(done.interchange())).isEqualTo("RIGHT");
        assertThat(hub(() -> interchanges.find(original)).orElseThrow().status()).isEqualTo(InterchangeStatus.FAILED);
        assertThat(hub(() -> interchanges.resubmissions(original))).extracting(Interchange::id).containsExactly(done.interchange());
        assertThat(hub(() -> inbox.split(done.interchange(), facts(gln(buyer), gln(supplier), reference), List.of(row(0, unique("PO"), null)))))
                .isInstanceOf(SplitResult.Split.class);
        assertThat(hub(() -> incidents.find(incident.id()))).hasValueSatisfying(closed -> {
            assertThat(closed.status()).isEqualTo(Incident.Status.CLOSED);
            assertThat(closed.resubmission()).isEqualTo(done.interchange());
        });
        Correction kept = hub(() -> corrections.find(done.correction())).orElseThrow();
        assertThat(kept.status()).isEqualTo(Correction.Status.SUBMITTED);
        assertThat(kept.result()).isEqualTo(done.interchange());
        assertThat(hub(() -> corrections.ofInterchange(done.interchange()))).containsExactly(kept);
    }

    @Test
    void whereASecondPersonIsWantedNothingIsSentBeforeAnotherApproves() {
        rule(null, null, true);
        Actor author = operator();
        UUID correction = ((Waiting) propose(author, "RIGHT")).correction();
        assertThat(hub(() -> interchanges.resubmissions(original))).isEmpty();
        assertThat(call(author, () -> corrections.approve(correction, 1, ""))).isEqualTo(new Refused(Why.SAME_PERSON));
        assertThat(call(operator(), () -> corrections.approve(correction, 0, ""))).isEqualTo(new Stale(1));

        Actor second = Actor.operator(Ids.next(), "Second");
        Submitted done = (Submitted) call(second, () -> corrections.approve(correction, 1, "seen"));
        assertThat(text(done.interchange())).isEqualTo("RIGHT");
        assertThat(hub(() -> journal.timeline("CORRECTION", correction))).extracting(TimelineEntry::event, TimelineEntry::actor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("PROPOSED", "Operator"), org.assertj.core.groups.Tuple.tuple("APPROVED", "Second"));
        assertThat(call(operator(), () -> corrections.approve(correction, 2, ""))).isEqualTo(new Refused(Why.DECIDED));
    }

    @Test
    void theDatabaseRefusesAnAuthorWhoApprovesToo() {
        rule(null, null, true);
        UUID correction = ((Waiting) propose(operator(), "RIGHT")).correction();
        assertThatThrownBy(() -> inTransaction(operator(), () -> jdbc.sql("update correction set status = 'SUBMITTED', decider = author where id = :id")
                .param("id", correction).update())).hasStackTraceContaining("correction_four_eyes");
        assertThatThrownBy(() -> inTransaction(operator(), () -> jdbc.sql("update correction set second_person = false where id = :id")
                .param("id", correction).update())).hasStackTraceContaining("permission denied");
    }

    @Test
    void aRefusedOrWithdrawnOneLeavesTheIncidentOpen() {
        rule(null, null, true);
        Actor author = operator();
        UUID refused = ((Waiting) propose(author, "ONE")).correction();
        assertThat(propose(author, "TWO")).isEqualTo(new Refused(Why.ALREADY_WAITING));
        call(operator(), () -> corrections.refuse(refused, 1, "not so"));
        UUID second = ((Waiting) propose(author, "TWO")).correction();
        assertThat(call(operator(), () -> corrections.withdraw(second, 1))).isEqualTo(new Refused(Why.NOT_THE_AUTHOR));
        call(author, () -> corrections.withdraw(second, 1));
        assertThat(hub(() -> corrections.ofIncident(incident.id()))).extracting(Correction::status)
                .containsExactly(Correction.Status.REFUSED, Correction.Status.WITHDRAWN);
        assertThat(hub(() -> incidents.find(incident.id())).orElseThrow().status()).isEqualTo(Incident.Status.OPEN);
        assertThat(hub(() -> interchanges.resubmissions(original))).isEmpty();
    }

    @Test
    void anOldViewOfTheIncidentTheSameBytesAndAClosedIncidentAreRefused() {
        int seen = incident.version();
        inTransaction(operator(), () -> incidents.assignTo(incident.id(), null));
        assertThat(propose(operator(), "RIGHT")).isEqualTo(new Stale(seen + 1));
        incident = hub(() -> incidents.find(incident.id())).orElseThrow();
        assertThat(propose(operator(), "WRONG")).isEqualTo(new Refused(Why.UNCHANGED));
        inTransaction(operator(), () -> incidents.close(incident.id(), "done"));
        assertThat(propose(operator(), "RIGHT")).isEqualTo(new Refused(Why.CLOSED));
    }

    @Test
    void theMostSpecificRuleSaysWhetherASecondPersonIsWanted() {
        Interchange interchange = hub(() -> interchanges.find(original)).orElseThrow();
        assertThat(asked(interchange, DocumentType.ORDER)).isFalse();
        superuser().sql("update organisation set four_eyes = true where id = :id").param("id", buyer).update();
        assertThat(asked(interchange, DocumentType.ORDER)).as("as for its agreements").isTrue();
        rule(null, null, true);
        assertThat(asked(interchange, DocumentType.ORDER)).isTrue();
        rule(supplier, null, false);
        assertThat(asked(interchange, DocumentType.ORDER)).isFalse();
        rule(supplier, DocumentType.INVOICE, true);
        assertThat(asked(interchange, DocumentType.ORDER)).isFalse();
        assertThat(asked(interchange, DocumentType.ORDER, DocumentType.INVOICE)).as("one of the documents").isTrue();
        assertThat(asked(interchange)).as("of what type it is is not known").isTrue();
    }

    private boolean asked(Interchange interchange, DocumentType... types) {
        return hub(() -> rules.secondPerson(interchange, Set.of(types)));
    }

    private void rule(UUID receiver, DocumentType type, boolean second) {
        inTransaction(operator(), () -> rules.put(new CorrectionRule(Ids.next(), buyer, receiver, type, second)));
    }

    private CorrectionOutcome propose(Actor author, String bytes) {
        return call(author, () -> corrections.propose(incident.id(), incident.version(),
                new Corrections.Proposal(bytes.getBytes(StandardCharsets.UTF_8), "typing error", "[]", 0, Set.of(DocumentType.ORDER))));
    }

    private static <T> T call(Actor actor, Callable<T> work) {
        return Tenancy.call(actor, () -> {
            try {
                return work.call();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private String text(UUID interchange) {
        return hub(() -> {
            try (InputStream bytes = interchanges.bytes(interchange)) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }
}
