package io.tradelane.trading.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RequestForQuotationTest extends SourcingFixture {
    @Autowired Journal journal;

    @Test
    void aDraftIsTheBuyersAloneAndOnceOpenEachSupplierSeesItWithoutTheOthers() {
        UUID id = done(asPerson(buyer, () -> requests.create(form(null, false, 100))));
        assertThat(asPerson(supplier, () -> requests.find(id))).isEmpty();

        done(asPerson(buyer, () -> requests.publish(id, 1)));
        RfqView mine = seen(supplier, id);
        assertThat(mine.lines()).extracting(line -> line.quantity().toString()).containsExactly("100", "50");
        assertThat(mine.invitees()).extracting(invitee -> invitee.supplier().id()).containsExactly(supplier);
        assertThat(mine.deadline().getOffset().getId()).isEqualTo("+08:00");
        assertThat(seen(buyer, id).invitees()).hasSize(2);
        UUID stranger = organisation("Stranger", Kind.SUPPLIER);
        assertThat(asPerson(stranger, () -> requests.find(id))).isEmpty();
        assertThat(asPerson(stranger, () -> quotations.submit(id, offer("1.00", "0.10"), 0))).isInstanceOf(CommandResult.NotFound.class);
        assertThat(asPerson(supplier, () -> requests.publish(id, 2))).isInstanceOf(CommandResult.NotFound.class);
    }

    @Test
    void theSameNumberWithTheSameContentIsCreatedOnce() {
        RfqForm form = form(unique("R"), false, 100);
        UUID id = done(asPerson(buyer, () -> requests.create(form)));
        assertThat(asPerson(buyer, () -> requests.create(form))).isEqualTo(new CommandResult.AlreadyDone(id, 1));
        invalid(asPerson(buyer, () -> requests.create(form(form.number(), false, 200))), "number", "taken");
    }

    @Test
    void whatCannotBeAskedIsSaidFieldByField() {
        RfqForm form = form(null, false, 0);
        RfqForm wrong = new RfqForm(null, null, "EUX", form.deadline(), "Mars/Olympus", null, null, null, false, 0, List.of(buyer), form.lines());
        assertThat(asPerson(buyer, () -> requests.create(wrong))).isInstanceOfSatisfying(CommandResult.Invalid.class, invalid ->
                assertThat(invalid.problems()).extracting(CommandResult.Problem::field)
                        .contains("currency", "zone", "roundsMax", "lines[0].quantity", "suppliers[0]"));
    }

    @Test
    void afterTheDeadlineNoQuotationIsTakenEvenBeforeTheSweepHasCome() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.35"));
        deadline(rfq.id());
        invalid(quote(rival, rfq, offer("1.00", "0.10")), "deadline", "bidding-ended");
        asHub(() -> sourcingClock.tick());
        assertThat(seen(buyer, rfq.id()).state()).isEqualTo(RfqState.EVALUATION);
        invalid(quote(rival, rfq, offer("1.00", "0.10")), "deadline", "bidding-ended");
    }

    @Test
    void withoutAQuotationTheBiddingEndsAsNoBidsAndCanBeTakenForANewDraft() {
        RfqView rfq = open();
        deadlineAndSweep(rfq.id());
        assertThat(seen(buyer, rfq.id()).state()).isEqualTo(RfqState.NO_BIDS);
        UUID copy = done(asPerson(buyer, () -> requests.duplicate(rfq.id())));
        assertThat(seen(buyer, copy)).satisfies(again -> {
            assertThat(again.state()).isEqualTo(RfqState.DRAFT);
            assertThat(again.lines()).hasSize(2);
            assertThat(again.invitees()).hasSize(2);
        });
    }

    @Test
    void theBiddingEndsEarlyOnlyOnceEverybodyHasAnswered() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.35"));
        assertThat(asPerson(buyer, () -> requests.close(rfq.id(), 2))).isInstanceOf(CommandResult.IllegalTransition.class);
        invalid(asPerson(rival, () -> requests.decline(rfq.id(), " ")), "reason", "required");
        done(asPerson(rival, () -> requests.decline(rfq.id(), "No capacity")));
        done(asPerson(buyer, () -> requests.close(rfq.id(), 2)));
        assertThat(seen(buyer, rfq.id()).state()).isEqualTo(RfqState.EVALUATION);
    }

    @Test
    void anAnswerIsReadByAllAndTheQuestionBySomebodyUnnamed() {
        RfqView rfq = open();
        UUID question = done(asPerson(supplier, () -> requests.ask(rfq.id(), "1", "Zinc plated?")));
        assertThat(seen(buyer, rfq.id()).lines().getFirst().needsInfo()).isTrue();
        assertThat(seen(rival, rfq.id()).questions()).isEmpty();
        done(asPerson(buyer, () -> requests.answer(rfq.id(), question, "Yes, 8 µm", 2)));
        assertThat(seen(rival, rfq.id()).addenda()).singleElement().satisfies(addendum -> {
            assertThat(addendum.question()).isEqualTo("Zinc plated?");
            assertThat(addendum.answer()).isEqualTo("Yes, 8 µm");
        });
        assertThat(seen(rival, rfq.id()).questions()).isEmpty();
        assertThat(seen(buyer, rfq.id()).lines().getFirst().needsInfo()).isFalse();
    }

    @Test
    void anAmendmentOutdatesWhatWasQuotedAndGivesNoLessTime() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.35"));
        RfqForm shorter = new RfqForm(null, null, "EUR", OffsetDateTime.now().plusDays(1), "Asia/Shanghai", null, null, null, false, 2, List.of(),
                form(null, false, 200).lines());
        invalid(asPerson(buyer, () -> requests.write(rfq.id(), shorter, 2)), "deadline", "earlier");
        done(asPerson(buyer, () -> requests.write(rfq.id(), form(null, false, 200), 2)));
        assertThat(seen(supplier, rfq.id())).satisfies(amended -> {
            assertThat(amended.rfqVersion()).isEqualTo(2);
            assertThat(amended.lines().getFirst().quantity()).isEqualByComparingTo("200");
            assertThat(amended.quotes().getFirst().current().outdated()).isTrue();
        });
        assertThat(asPerson(buyer, () -> requests.cancel(rfq.id(), "Not needed", 2))).isEqualTo(new CommandResult.StaleVersion(3));
    }

    @Test
    void anAwardIsSplitByLineAndMakesAnOrderForEachSupplierAtItsPrices() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.30"));
        quoted(rival, rfq, offer("1.15", "0.38"));
        deadlineAndSweep(rfq.id());
        RfqView closed = seen(buyer, rfq.id());
        done(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("1", supplier, "40"), award("1", rival, "60"), award("2", supplier, null)), closed.version())));

        RfqView awarded = seen(buyer, rfq.id());
        assertThat(awarded.state()).isEqualTo(RfqState.COMPLETED);
        assertThat(awarded.awards()).extracting(one -> one.lineNumber() + " " + one.quantity()).containsExactlyInAnyOrder("1 40", "1 60", "2 50");
        OrderView order = order(awarded.awards().stream().filter(one -> one.supplier().id().equals(supplier)).findFirst().orElseThrow().order());
        assertThat(order.lines()).extracting(line -> line.ordered() + " at " + line.price().amount().amount()).containsExactly("40 at 1.20", "50 at 0.30");
        assertThat(order.lines()).allSatisfy(line -> assertThat(line.issues()).isEmpty());
        assertThat(order.references()).extracting(reference -> reference.number()).contains(rfq.number());
        assertThat(seen(rival, rfq.id()).awards()).extracting(RfqView.Awarded::lineNumber).containsExactly("1");
        assertThat(order(seen(rival, rfq.id()).awards().getFirst().order()).lines()).as("of no article that the catalogue knows").hasSize(1);
        assertThat(seen(rival, rfq.id()).invitees().getFirst().state()).isEqualTo(InviteeState.AWARDED);
    }

    @Test
    void whoGetsNothingIsToldSo() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.30"));
        quoted(rival, rfq, offer("1.15", "0.38"));
        deadlineAndSweep(rfq.id());
        done(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("1", rival, null)), seen(buyer, rfq.id()).version())));
        RfqView mine = seen(supplier, rfq.id());
        assertThat(mine.invitees().getFirst().state()).isEqualTo(InviteeState.NOT_AWARDED);
        assertThat(mine.quotes().getFirst().state()).isEqualTo(QuoteState.REJECTED);
        assertThat(mine.awards()).isEmpty();
    }

    @Test
    void anAwardBeyondWhatWasAskedOfferedOrSoldIsRefused() {
        RfqView rfq = open();
        QuoteForm.Line bolts = new QuoteForm.Line("1", null, price("1.00"), new BigDecimal("80"), 7, null, null);
        quoted(supplier, rfq, new QuoteForm(null, inTenDays(), "EUR", null, null, List.of(bolts)));
        quoted(rival, rfq, offer("1.15", "0.38"));
        deadlineAndSweep(rfq.id());
        int version = seen(buyer, rfq.id()).version();
        invalid(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("1", supplier, "50")), version)), "awards[0].quantity", "below-minimum");
        invalid(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("1", supplier, "80"), award("1", rival, "30")), version)), "awards[1].quantity",
                "more-than-asked");
        invalid(asPerson(buyer, () -> requests.award(rfq.id(), List.of(award("2", supplier, null)), version)), "awards[0].supplier", "not-offered");
        invalid(asPerson(buyer, () -> requests.award(rfq.id(), List.of(), version)), "awards", "required");
        assertThat(seen(buyer, rfq.id()).state()).isEqualTo(RfqState.EVALUATION);
    }

    @Test
    void aRoundIsForThoseOnTheShortList() {
        RfqView rfq = open();
        quoted(supplier, rfq, offer("1.20", "0.30"));
        quoted(rival, rfq, offer("1.15", "0.38"));
        deadlineAndSweep(rfq.id());
        int version = seen(buyer, rfq.id()).version();
        done(asPerson(buyer, () -> requests.startRound(rfq.id(), OffsetDateTime.now().plusDays(1), Set.of(supplier), version)));
        invalid(quote(rival, rfq, offer("1.00", "0.30")), "deadline", "not-shortlisted");
        QuoteView standing = seen(rival, rfq.id()).quoteOf(rival);
        QuoteForm lower = new QuoteForm(null, null, "EUR", null, null, List.of(line("1", "1.00")));
        invalid(asPerson(rival, () -> quotations.counter(standing.id(), lower, standing.version())), "deadline", "not-shortlisted");
        quoted(supplier, rfq, offer("1.05", "0.28"));
        deadlineAndSweep(rfq.id());
        assertThat(seen(buyer, rfq.id()).state()).isEqualTo(RfqState.EVALUATION);
        int again = seen(buyer, rfq.id()).version();
        assertThat(asPerson(buyer, () -> requests.startRound(rfq.id(), OffsetDateTime.now().plusDays(1), Set.of(supplier), again)))
                .as("two rounds at most").isInstanceOf(CommandResult.IllegalTransition.class);
    }

    @Test
    void suppliersWithAnAgreementGetTheRequestAndEveryChangeOfIt() {
        agree(buyer, supplier, DocumentType.REQUEST_FOR_QUOTATION);
        RfqView rfq = open();
        assertThat(outbox(buyer, supplier)).containsExactly("REQUEST_FOR_QUOTATION");
        assertThat(outbox(buyer, rival)).isEmpty();
        assertThat(seen(buyer, rfq.id()).invitee(supplier).transmission()).isEqualTo(OutboxStatus.QUEUED);
        done(asPerson(buyer, () -> requests.extend(rfq.id(), rfq.deadline().plusDays(1), 2)));
        assertThat(outbox(buyer, supplier)).hasSize(2);
    }

    @Test
    void theTimelineOfASupplierNamesNoOther() {
        RfqView rfq = open();
        done(asPerson(supplier, () -> requests.view(rfq.id())));
        QuoteView quote = quoted(supplier, rfq, offer("1.20", "0.30"));
        List<TimelineEntry> common = asPerson(rival, () -> journal.timeline(RequestsForQuotation.ENTITY, rfq.id()));
        assertThat(common).extracting(TimelineEntry::event).containsExactly("PUBLISH");
        assertThat(asPerson(rival, () -> journal.timeline(Quotations.ENTITY, quote.id()))).isEmpty();
        assertThat(asPerson(buyer, () -> journal.timeline(Quotations.ENTITY, quote.id()))).extracting(TimelineEntry::event).containsExactly("QUOTED");
        UUID invitation = seen(supplier, rfq.id()).invitees().getFirst().id();
        assertThat(asPerson(buyer, () -> journal.timeline(RequestsForQuotation.INVITATION, invitation))).extracting(TimelineEntry::event)
                .containsExactly("VIEW", "QUOTE");
    }
}
