package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.partner.AgreementChange.Done;
import io.tradelane.trading.partner.AgreementTerms.Sending;
import io.tradelane.trading.partner.AgreementVersion.State;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AgreementVersionsTest extends TestDatabase {
    private static final Duration WEEK = Duration.ofDays(7);
    @Autowired Agreements agreements;
    @Autowired AgreementVersions versions;
    @Autowired AcknowledgementPolicies acknowledgements;
    @Autowired Journal journal;
    private final Actor editor = operator();
    private UUID buyer;
    private UUID supplier;
    private UUID agreement;

    @BeforeEach
    void agreed() {
        buyer = organisation("Version buyer", Kind.BUYER);
        supplier = organisation("Version supplier", Kind.SUPPLIER);
        agreement = hub(() -> agreements.agree(new Agreement(Ids.next(), buyer, supplier, DocumentType.ORDER, "EDIFACT", "D96A", null, null, true,
                gln(buyer), "14", gln(supplier), "14", "UNOC", false)));
    }

    @Test
    void aDraftChangesNothingUntilItIsPutIntoForceAndTheOneBeforeStaysReadable() {
        edit(() -> versions.save(agreement, terms("D01B"), "new directory", null));
        assertThat(current()).isEqualTo("D96A");
        assertThat(edit(() -> versions.activate(agreement, 2, null, null, "agreed by phone"))).isEqualTo(new Done(2));
        assertThat(current()).isEqualTo("D01B");
        List<AgreementVersion> all = hub(() -> versions.list(agreement));
        assertThat(all).extracting(AgreementVersion::state).containsExactly(State.IN_FORCE, State.ENDED);
        assertThat(all.get(1).validTo()).isEqualTo(all.get(0).validFrom());
        assertThat(((Sending) all.get(1).terms()).version()).isEqualTo("D96A");
        assertThat(all.get(0)).extracting(AgreementVersion::reason, AgreementVersion::activationReason, AgreementVersion::basedOn)
                .containsExactly("new directory", "agreed by phone", 1);
        assertThat(all.get(0).activated().name()).isEqualTo("Operator");
        assertThat(hub(() -> journal.timeline(PartnerRecord.AGREEMENT, agreement))).extracting(TimelineEntry::event)
                .containsExactly("AGREEMENT_ACTIVATED", "AGREEMENT_DRAFTED", "AGREEMENT_ACTIVATED");
    }

    @Test
    void aVersionHoldsFromItsMomentAndNotBefore() {
        Instant soon = Instant.now().plus(WEEK);
        edit(() -> versions.save(agreement, terms("D01B"), "", null));
        edit(() -> versions.activate(agreement, 2, soon, null, ""));
        assertThat(current()).isEqualTo("D96A");
        assertThat(states()).containsExactly(State.SCHEDULED, State.IN_FORCE);
        letTimePass(WEEK.plusDays(1));
        assertThat(current()).isEqualTo("D01B");
        assertThat(states()).containsExactly(State.IN_FORCE, State.ENDED);
    }

    @Test
    void oneThatEndsByItselfLeavesTheReceiverToThePortal() {
        edit(() -> versions.save(agreement, terms("D01B"), "", null));
        assertThat(edit(() -> versions.activate(agreement, 2, null, Instant.now().minus(WEEK), "")))
                .isEqualTo(new AgreementChange.Invalid("validTo", "before-from"));
        edit(() -> versions.activate(agreement, 2, null, Instant.now().plus(WEEK), ""));
        assertThat(current()).isEqualTo("D01B");
        letTimePass(WEEK.plusDays(1));
        assertThat(hub(() -> agreements.outbound(buyer, supplier, DocumentType.ORDER))).isEmpty();
    }

    @Test
    void oneThatIsScheduledIsTakenBackAndWhatHoldsGoesOn() {
        edit(() -> versions.save(agreement, terms("D01B"), "", null));
        edit(() -> versions.activate(agreement, 2, Instant.now().plus(WEEK), null, ""));
        assertThat(edit(() -> versions.withdraw(agreement, 2))).isEqualTo(new Done(2));
        letTimePass(WEEK.plusDays(1));
        assertThat(current()).isEqualTo("D96A");
        assertThat(states()).containsExactly(State.WITHDRAWN, State.IN_FORCE);
        assertThat(edit(() -> versions.withdraw(agreement, 1))).isEqualTo(new AgreementChange.Illegal(State.IN_FORCE));
    }

    @Test
    void whatALaterVersionWasPlannedForIsNotWhenAnotherTakesItsTime() {
        edit(() -> versions.save(agreement, terms("D01B"), "", null));
        edit(() -> versions.activate(agreement, 2, Instant.now().plus(WEEK), null, ""));
        edit(() -> versions.save(agreement, terms("D21B"), "", null));
        edit(() -> versions.activate(agreement, 3, null, null, ""));
        assertThat(current()).isEqualTo("D21B");
        assertThat(states()).containsExactly(State.IN_FORCE, State.WITHDRAWN, State.ENDED);
    }

    @Test
    void anOldVersionComesBackAsADraftAndTwoAreCompared() {
        edit(() -> versions.save(agreement, terms("D01B"), "", null));
        edit(() -> versions.activate(agreement, 2, null, null, ""));
        assertThat(hub(() -> versions.compare(agreement, 1, 2)).orElseThrow()).containsExactly(new TermDifference("version", "D96A", "D01B"));
        assertThat(edit(() -> versions.rollBack(agreement, 1, "their reader cannot do it"))).isEqualTo(new Done(3));
        assertThat(hub(() -> versions.compare(agreement, 1, 3)).orElseThrow()).isEmpty();
        assertThat(hub(() -> versions.find(agreement, 3)).orElseThrow().basedOn()).isEqualTo(1);
        assertThat(current()).isEqualTo("D01B");
    }

    @Test
    void aDraftThatSomebodyElseHasChangedIsNotOverwritten() {
        edit(() -> versions.save(agreement, terms("D01B"), "", 0));
        edit(() -> versions.save(agreement, terms("D21B"), "", 1));
        assertThat(edit(() -> versions.save(agreement, terms("D99A"), "", 1))).isEqualTo(new AgreementChange.Stale(2));
        assertThat(edit(() -> versions.discard(agreement))).isEqualTo(new Done(2));
        assertThat(edit(() -> versions.discard(agreement))).isEqualTo(new AgreementChange.NotFound());
        assertThat(states()).containsExactly(State.WITHDRAWN, State.IN_FORCE);
    }

    @Test
    void whereTwoPeopleAreWantedWhoChangedItDoesNotPutItIntoForce() {
        edit(() -> {
            versions.fourEyes(supplier, true);
            return versions.save(agreement, terms("D01B"), "", null);
        });
        assertThat(edit(() -> versions.activate(agreement, 2, null, null, ""))).isEqualTo(new AgreementChange.SameHands());
        assertThat(current()).isEqualTo("D96A");
        assertThat(in(operator(), () -> versions.activate(agreement, 2, null, null, "looked at"))).isEqualTo(new Done(2));
        assertThat(current()).isEqualTo("D01B");
    }

    @Test
    void whereTwoPeopleAreWantedNoOtherWayLeadsPastTheSecond() {
        edit(() -> {
            versions.fourEyes(supplier, true);
            return versions.save(agreement, terms("D01B"), "", null);
        });
        edit(() -> acknowledgements.change(agreement, AgreementVersionsTest::within, true));
        assertThat(hub(() -> acknowledgements.of(agreement))).isEqualTo(AcknowledgementPolicy.STANDARD);
        Sending draft = (Sending) hub(() -> versions.find(agreement, 2)).orElseThrow().terms();
        assertThat(draft.version()).as("what the draft says already stays").isEqualTo("D01B");
        assertThat(draft.acknowledgements().deadlineMinutes()).isEqualTo(90);
        in(editor, () -> agreements.agree(hub(() -> agreements.find(agreement)).orElseThrow()));
        assertThat(states()).containsExactly(State.DRAFT, State.IN_FORCE);
        assertThat(edit(() -> agreements.end(agreement))).isEqualTo(new AgreementChange.EndWanted());
        assertThat(edit(() -> agreements.end(agreement))).isEqualTo(new AgreementChange.SameHands());
        assertThat(edit(() -> versions.keep(agreement))).isInstanceOf(Done.class);
        assertThat(edit(() -> agreements.end(agreement))).isEqualTo(new AgreementChange.EndWanted());
        assertThat(current()).isEqualTo("D96A");
        assertThat(in(operator(), () -> agreements.end(agreement))).isInstanceOf(Done.class);
        assertThat(hub(() -> agreements.outbound(buyer, supplier, DocumentType.ORDER))).isEmpty();
        assertThat(hub(() -> journal.timeline(PartnerRecord.PARTNER, supplier))).extracting(TimelineEntry::event).contains("FOUR_EYES_ON");
    }

    @Test
    void whoMayOnlyDraftPutsNothingIntoForce() {
        edit(() -> acknowledgements.change(agreement, AgreementVersionsTest::within, false));
        assertThat(states()).containsExactly(State.DRAFT, State.IN_FORCE);
    }

    private static AcknowledgementPolicy within(AcknowledgementPolicy before) {
        return new AcknowledgementPolicy(before.answer(), before.interchange(), before.expected(), 90, before.rejected(), before.acknowledged(),
                before.received(), before.withErrors());
    }

    @Test
    void whatChangesOnlyAcknowledgementsOrTheChannelIsAVersionToo() {
        AcknowledgementPolicy policy = new AcknowledgementPolicy(AcknowledgementPolicy.When.ALWAYS, AcknowledgementPolicy.When.USUAL,
                AcknowledgementPolicy.Expected.SYNTAX, 90, AcknowledgementPolicy.Meaning.REJECTED, AcknowledgementPolicy.Meaning.ACCEPTED,
                AcknowledgementPolicy.Meaning.RECEIVED, AcknowledgementPolicy.Meaning.ACCEPTED);
        asHub(() -> acknowledgements.change(agreement, before -> policy, true));
        UUID again = hub(() -> agreements.agree(hub(() -> agreements.find(agreement)).orElseThrow()));
        assertThat(again).isEqualTo(agreement);
        assertThat(states()).containsExactly(State.IN_FORCE, State.ENDED);
        assertThat(hub(() -> acknowledgements.of(agreement))).isEqualTo(policy);
        assertThat(hub(() -> versions.compare(agreement, 1, 2)).orElseThrow()).extracting(TermDifference::term)
                .containsExactly("acknowledgements.answer", "acknowledgements.deadlineMinutes", "acknowledgements.expected");
    }

    private Sending terms(String directory) {
        Sending now = (Sending) hub(() -> versions.find(agreement, 1)).orElseThrow().terms();
        return new Sending(now.format(), directory, now.association(), now.channel(), now.acknowledgementRequested(), now.senderId(),
                now.senderQualifier(), now.receiverId(), now.receiverQualifier(), now.charset(), now.test(), now.acknowledgements(), now.batching());
    }

    private AgreementChange edit(Supplier<AgreementChange> change) {
        return in(editor, change);
    }

    private String current() {
        return hub(() -> agreements.outbound(buyer, supplier, DocumentType.ORDER)).orElseThrow().version();
    }

    private List<State> states() {
        return hub(() -> versions.list(agreement)).stream().map(AgreementVersion::state).toList();
    }

    /** All of this agreement was so much earlier. */
    private void letTimePass(Duration time) {
        superuser().sql("""
                        update agreement_version set valid_from = valid_from - make_interval(secs => :seconds), valid_to = valid_to - make_interval(secs => :seconds)
                         where agreement_id = :id
                        """).param("seconds", time.toSeconds()).param("id", agreement).update();
    }
}
