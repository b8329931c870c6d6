package io.tradelane.trading.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.approval.ApprovalRule;
import io.tradelane.trading.cart.ApprovedChanges.Decided;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.BuyerChange;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.ChangeForm;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.LineState;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person of the buyer changes or cancels an order. */
class ChangedOrderTest extends CartFixture {
    @Autowired private ApprovedChanges changes;
    @Autowired private OrderLines orderLines;

    private static ChangeForm form(ChangeForm.Line... lines) {
        return new ChangeForm(false, CancelReason.NO_LONGER_NEEDED, null, List.of(lines));
    }

    private static ChangeForm.Change quantity(String line, String quantity) {
        return new ChangeForm.Change(line, new BigDecimal(quantity), null, null);
    }

    private Decided change(OrderView order, ChangeForm form) {
        return by(staff, () -> changes.change(order.id(), form, order.version()));
    }

    private static CommandResult result(Decided decided) {
        assertThat(decided).isInstanceOf(Decided.Now.class);
        return ((Decided.Now) decided).result();
    }

    private void despatch(OrderView order, int line, long quantity) {
        inTransaction(io.tradelane.trading.partner.Tenancy.Actor.hub(), () -> orderLines.advance(List.of(order.id()),
                List.of(OrderLines.Advance.shipped(order.lines().get(line).id(), BigDecimal.valueOf(quantity))), OrderLines.Happening.DESPATCHED, Map.of(), MessageContext.NONE));
    }

    private void ruleFrom(String amount) {
        by(person("Admin", Role.ORGANISATION_ADMIN), () -> policies.addRule(buyer, new ApprovalRule.Form("From " + amount, 1, new BigDecimal(amount), "EUR", null, null, false, null, null)));
    }

    @Test
    void aConfirmedOrderIsChangedWhenTheSupplierAgrees() {
        agree(buyer, supplier, DocumentType.ORDER_CHANGE);
        OrderView order = confirmed();
        LocalDate later = LocalDate.now().plusDays(30);
        Decided decided = change(order, form(new ChangeForm.Change("1", new BigDecimal("120"), new BigDecimal("1.20"), later), new ChangeForm.Delete("2"),
                new ChangeForm.Add("100-8", new BigDecimal("7"), null, later)));
        assertThat(result(decided)).isInstanceOf(CommandResult.Done.class);
        OrderView waiting = order(order.id());
        assertThat(waiting.status().agreement()).isEqualTo(Agreement.CHANGE_PENDING_SUPPLIER);
        assertThat(waiting.pendingBuyerChange()).satisfies(pending -> {
            assertThat(pending.cancelReason()).isEqualTo(CancelReason.NO_LONGER_NEEDED);
            assertThat(pending.lines()).hasSize(3);
        });
        assertThat(outbox(buyer, supplier)).contains("ORDER_CHANGE");
        asPerson(supplier, () -> orders.answerChange(order.id(), true, null, waiting.version()));
        OrderView after = order(order.id());
        assertThat(after.orderVersion()).isEqualTo(2);
        assertThat(after.lines()).extracting(OrderView.Line::state).containsExactly(LineState.CONFIRMED, LineState.CANCELLED, LineState.CONFIRMED);
        assertThat(after.lines().get(2)).satisfies(added -> {
            assertThat(added.article()).isEqualTo(bolt);
            assertThat(added.lineNumber()).isEqualTo("3");
            assertThat(added.confirmedPrice().perUnit()).as("as agreed").isEqualByComparingTo("1.25");
            assertThat(added.promisedDelivery()).isEqualTo(later);
        });
        assertThat(after.total().toString()).isEqualTo("152.75 EUR");
    }

    @Test
    void whoeverSawAnOlderVersionIsToldWhatChanged() {
        OrderView order = confirmed();
        change(order, form(quantity("1", "90")));
        assertThat(result(change(order, form(quantity("1", "80"))))).as("a double click changes nothing more").isInstanceOf(CommandResult.StaleVersion.class);
        assertThat(by(staff, () -> orders.changesSince(order.id(), order.version()))).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("REQUEST_CHANGE");
            assertThat(entry.details()).containsEntry("line 1", "100 → 90 PCE");
        });
        assertThat(order(order.id()).buyerChanges()).hasSize(1);
        assertThat(result(change(order(order.id()), form(quantity("2", "5"))))).as("one change at a time").isInstanceOf(CommandResult.IllegalTransition.class);
    }

    @Test
    void whatIsDespatchedStays() {
        OrderView order = confirmed();
        despatch(order, 0, 40);
        despatch(order, 1, 50);
        OrderView now = order(order.id());
        assertThat(result(change(now, form(quantity("1", "39"), quantity("2", "60"))))).isEqualTo(new CommandResult.Invalid(List.of(
                new CommandResult.Problem("lines[0].quantity", "below-despatched"), new CommandResult.Problem("lines[1].quantity", "despatched"))));
        assertThat(result(change(now, form(quantity("1", "40"))))).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void wrongInputIsToldFieldByField() {
        OrderView order = placed(document(unique("PO")));
        assertThat(result(change(order, new ChangeForm(false, null, null, List.of(new ChangeForm.Delete("1"), new ChangeForm.Delete("1"), quantity("9", "1"), quantity("2", "-1"),
                new ChangeForm.Add("X-99", null, null, LocalDate.now().minusDays(1))))))).isEqualTo(new CommandResult.Invalid(List.of(
                new CommandResult.Problem("reason", "required"), new CommandResult.Problem("lines[1].lineNumber", "duplicate"),
                new CommandResult.Problem("lines[2].lineNumber", "unknown"), new CommandResult.Problem("lines[3].quantity", "not-positive"),
                new CommandResult.Problem("lines[4].quantity", "required"), new CommandResult.Problem("lines[4].delivery", "past"),
                new CommandResult.Problem("lines[4].article", "unknown-article"))));
        assertThat(result(change(order, form(quantity("1", "100"))))).isEqualTo(CommandResult.invalid("lines", "nothing-changed"));
        assertThat(result(by(staff, () -> changes.change(order.id(), form(), order.version())))).isEqualTo(CommandResult.invalid("lines", "nothing-changed"));
    }

    @Test
    void onlyTheBuyerChangesIt() {
        OrderView order = confirmed();
        for (UUID other : List.of(supplier, organisation("Stranger", Kind.BOTH))) {
            assertThat(asPerson(other, () -> changes.change(order.id(), form(quantity("1", "9")), order.version()))).isEqualTo(new Decided.Now(new CommandResult.NotFound()));
            assertThat(asPerson(other, () -> changes.recall(order.id()))).isEqualTo(new CommandResult.NotFound());
        }
    }

    @Test
    void nobodyButTheBuyersApproverHearsOfADearerChangeBeforeItIsApproved() {
        OrderView order = confirmed();
        ruleFrom("150");
        assertThat(change(order, form(quantity("1", "60")))).as("cheaper").isInstanceOf(Decided.Now.class);
        asPerson(supplier, () -> orders.answerChange(order.id(), false, "No", order(order.id()).version()));
        OrderView stands = order(order.id());
        Decided decided = change(stands, form(quantity("1", "200")));
        assertThat(decided).isInstanceOf(Decided.Waiting.class);
        UUID request = ((Decided.Waiting) decided).request();
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(in(person(supplier), () -> jdbc.sql("select count(*) from po_change_draft").query(Integer.class).single())).isZero();
        assertThat(by(chief, () -> changes.own(order.id()))).hasValueSatisfying(own -> assertThat(own.lines()).singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("200")));
        assertThat(change(order(order.id()), form(quantity("1", "201")))).as("one at a time").isEqualTo(new Decided.Now(new CommandResult.IllegalTransition("WAITING", "REQUEST_CHANGE")));
        assertThat(decide(staff, request, true, null)).isEqualTo(new CommandResult.SeparationOfDuties("create-approve"));
        assertThat(decide(chief, request, true, null)).isInstanceOf(CommandResult.Done.class);
        assertThat(order(order.id()).pendingBuyerChange().lines().getFirst().quantity()).isEqualByComparingTo("200");
        assertThat(by(chief, () -> changes.own(order.id()))).isEmpty();
    }

    @Test
    void aDearerChangeThatWaitsCanBeRejectedOrTakenBack() {
        OrderView order = confirmed();
        ruleFrom("150");
        UUID first = ((Decided.Waiting) change(order, form(quantity("1", "200")))).request();
        assertThat(decide(chief, first, false, "Too many")).isInstanceOf(CommandResult.Done.class);
        UUID second = ((Decided.Waiting) change(order, form(quantity("1", "300")))).request();
        assertThat(by(staff, () -> changes.recall(order.id()))).isInstanceOf(CommandResult.Done.class);
        assertThat(decide(chief, second, true, null)).isEqualTo(new CommandResult.IllegalTransition("RECALLED", "APPROVE"));
        assertThat(order(order.id()).version()).isEqualTo(order.version());
        UUID third = ((Decided.Waiting) change(order, form(quantity("1", "200")))).request();
        asPerson(supplier, () -> orders.answer(order.id(), new io.tradelane.trading.order.SupplierAnswer.Change(null, null, List.of(
                new io.tradelane.trading.order.SupplierAnswer.LineChange("2", false, new BigDecimal("10"), null, null, null))), order.version()));
        assertThat(decide(chief, third, true, null)).as("the supplier's proposal comes first").isInstanceOf(CommandResult.IllegalTransition.class);
    }

    @Test
    void anOrderThatNobodyHasAnsweredIsCancelledAtOnceAndAConfirmedOneWhenTheSupplierAgrees() {
        OrderView fresh = placed(document(unique("PO")));
        assertThat(result(change(fresh, cancellation(null)))).isEqualTo(CommandResult.invalid("reason", "required"));
        assertThat(result(change(fresh, cancellation(CancelReason.ORDERED_TWICE)))).isInstanceOf(CommandResult.Done.class);
        assertThat(order(fresh.id()).status().agreement()).isEqualTo(Agreement.CANCELLED);
        OrderView order = confirmed();
        despatch(order, 0, 40);
        change(order(order.id()), cancellation(CancelReason.TOO_LATE));
        OrderView waiting = order(order.id());
        assertThat(waiting.status().agreement()).isEqualTo(Agreement.CANCEL_PENDING);
        assertThat(waiting.pendingBuyerChange().cancelReason()).isEqualTo(CancelReason.TOO_LATE);
        asPerson(supplier, () -> orders.answerChange(order.id(), true, null, waiting.version()));
        assertThat(order(order.id()).lines()).extracting(line -> line.due().intValue()).as("what is despatched stays").containsExactly(40, 0);
        assertThat(order(order.id()).buyerChanges()).extracting(BuyerChange::cancels).containsExactly(true);
    }

    private static ChangeForm cancellation(@Nullable CancelReason reason) {
        return new ChangeForm(true, reason, null, List.of());
    }
}
