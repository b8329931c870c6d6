package io.tradelane.trading.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.ApprovalRule;
import io.tradelane.trading.approval.Budget;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalTest extends CartFixture {
    @Autowired private ApprovedChanges changes;

    private static ApprovalRule.Form form(String name, int step, String from, @Nullable UUID approver, @Nullable Integer hours) {
        return new ApprovalRule.Form(name, step, new BigDecimal(from), "EUR", null, null, false, approver, hours);
    }

    private UUID rule(ApprovalRule.Form form) {
        CommandResult result = by(person("Admin", Role.ORGANISATION_ADMIN), () -> policies.addRule(buyer, form));
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return ((CommandResult.Done) result).id();
    }

    private void limit(@Nullable UUID user, @Nullable String buy, @Nullable String approve) {
        assertThat(by(person("Admin", Role.ORGANISATION_ADMIN), () -> policies.setLimit(buyer, user, "EUR", buy == null ? null : new BigDecimal(buy),
                approve == null ? null : new BigDecimal(approve)))).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void aCartBeyondTheRulesAmountWaitsLockedAndTheSupplierHearsOfItOnlyWhenItIsApproved() {
        agree(buyer, supplier, DocumentType.ORDER);
        rule(form("From 100", 1, "100", null, null));
        assertThat(submit(filled(wanted("B-8", "10")))).as("below it nobody is asked").isInstanceOf(Carts.Submitted.Ordered.class);
        Cart cart = filled(wanted("B-8", "100"));
        UUID request = waiting(cart);
        assertThat(outbox(buyer, supplier)).hasSize(1);
        Cart locked = cart(cart.id());
        assertThat(by(staff, () -> carts.change(cart.id(), null, List.of(), locked.version()))).isInstanceOf(CommandResult.IllegalTransition.class);
        assertThat(decide(staff, request, true, null)).as("nobody approves her own").isEqualTo(new CommandResult.SeparationOfDuties("create-approve"));
        superuser().sql("update agreed_price set amount = 9 where article_id = :id").param("id", bolt).update();
        assertThat(decide(chief, request, true, null)).isInstanceOf(CommandResult.Done.class);
        OrderView order = order(cart(cart.id()).order());
        assertThat(order.total().toString()).as("the price was locked").isEqualTo("125.00 EUR");
        assertThat(order.status().approval()).isEqualTo(OrderStatus.Approval.APPROVED);
        assertThat(outbox(buyer, supplier)).hasSize(2);
        assertThat(decide(deputy, request, true, null)).isInstanceOf(CommandResult.IllegalTransition.class);
    }

    @Test
    void stepsAreAskedOneAfterTheOther() {
        rule(form("Second look", 2, "0", deputy, null));
        rule(form("First look", 1, "0", chief, null));
        UUID request = waiting(filled(wanted("B-8", "1")));
        assertThat(request(request).open().reason()).isEqualTo("First look");
        assertThat(decide(deputy, request, true, null)).isEqualTo(new CommandResult.SeparationOfDuties("approve-up-to"));
        decide(chief, request, true, "Fine");
        assertThat(request(request).open().reason()).isEqualTo("Second look");
        decide(deputy, request, true, null);
        assertThat(request(request)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(ApprovalRequest.State.APPROVED);
            assertThat(done.steps()).extracting(step -> step.decidedName() + " " + step.comment()).containsExactly("Wang Fang Fine", "Zhao Qiang null");
        });
    }

    @Test
    void rejectedItComesBackWithTheReasonAndCanBeSubmittedAgain() {
        rule(form("All", 1, "0", null, null));
        Cart cart = filled(wanted("B-8", "10"));
        UUID request = waiting(cart);
        assertThat(decide(chief, request, false, " ")).isEqualTo(CommandResult.invalid("comment", "required"));
        decide(chief, request, false, "Too many");
        assertThat(cart(cart.id())).satisfies(back -> {
            assertThat(back.state()).isEqualTo(CartState.RETURNED);
            assertThat(back.rejectedReason()).isEqualTo("Too many");
        });
        decide(chief, waiting(cart(cart.id())), true, null);
        assertThat(cart(cart.id()).state()).isEqualTo(CartState.ORDERED);
    }

    @Test
    void whoAskedTakesItBack() {
        rule(form("All", 1, "0", null, null));
        Cart cart = filled(wanted("B-8", "10"));
        UUID request = waiting(cart);
        Cart locked = cart(cart.id());
        assertThat(by(chief, () -> carts.recall(cart.id(), locked.version()))).isInstanceOf(CommandResult.NotFound.class);
        assertThat(by(staff, () -> carts.recall(cart.id(), locked.version()))).isInstanceOf(CommandResult.Done.class);
        assertThat(decide(chief, request, true, null)).isEqualTo(new CommandResult.IllegalTransition("RECALLED", "APPROVE"));
        assertThat(cart(cart.id()).state()).isEqualTo(CartState.RETURNED);
    }

    @Test
    void beyondWhatSheBuysAloneSomebodyIsAskedWhoApprovesAsMuch() {
        limit(null, "100", "500");
        limit(deputy, "0", "10000");
        assertThat(submit(filled(wanted("B-8", "80")))).isInstanceOf(Carts.Submitted.Ordered.class);
        UUID small = waiting(filled(wanted("B-8", "81")));
        assertThat(request(small).open().approvers()).containsExactlyInAnyOrder("Wang Fang", "Zhao Qiang");
        UUID large = waiting(filled(wanted("B-8", "1000")));
        assertThat(request(large).open().approvers()).containsExactly("Zhao Qiang");
        assertThat(decide(chief, large, true, null)).isEqualTo(new CommandResult.SeparationOfDuties("approve-up-to"));
        assertThat(by(chief, () -> approvals.waiting())).isEqualTo(1);
        assertThat(by(deputy, () -> approvals.waiting())).isEqualTo(2);
    }

    @Test
    void thatNobodyCouldApproveIsToldWhenItIsSubmitted() {
        rule(form("Board", 1, "1000", null, null));
        limit(null, null, "500");
        Cart cart = filled(wanted("B-8", "1000"));
        assertThat(submit(cart)).isEqualTo(new Carts.Submitted.NobodyCan(List.of("Board")));
        assertThat(cart(cart.id()).state()).isEqualTo(CartState.OPEN);
    }

    @Test
    void aDelegateDecidesInThePlaceOfWhoNamedHerWithinTheLimitAndTheDays() {
        rule(form("Chief", 1, "0", chief, null));
        assertThat(by(chief, () -> policies.delegate(buyer, deputy, LocalDate.now().plusDays(1), LocalDate.now().plusDays(2)))).isInstanceOf(CommandResult.Done.class);
        UUID request = waiting(filled(wanted("B-8", "1")));
        assertThat(decide(deputy, request, true, null)).as("not yet").isEqualTo(new CommandResult.SeparationOfDuties("approve-up-to"));
        by(chief, () -> policies.delegate(buyer, deputy, LocalDate.now(), LocalDate.now()));
        assertThat(decide(deputy, request, true, null)).isInstanceOf(CommandResult.Done.class);
        assertThat(request(request).steps().getFirst().decidedFor()).isEqualTo("Wang Fang");
        assertThat(by(staff, () -> policies.delegate(buyer, chief, LocalDate.now(), LocalDate.now()))).isEqualTo(new CommandResult.SeparationOfDuties("approver-person"));
    }

    @Test
    void whatWaitsTooLongIsOpenToOthers() {
        rule(form("Chief", 1, "0", chief, 4));
        UUID request = waiting(filled(wanted("B-8", "1")));
        asHub(() -> approvals.escalate());
        assertThat(request(request).open().escalatedAt()).isNull();
        superuser().sql("update approval_step set escalate_at = now() - interval '1 minute' where request_id = :id").param("id", request).update();
        asHub(() -> approvals.escalate());
        assertThat(request(request).open().escalatedAt()).isNotNull();
        assertThat(decide(deputy, request, true, null)).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void aRuleForOverspendingAsksWhenWhatIsCommittedLeavesTooLittle() {
        UUID admin = person("Admin", Role.ORGANISATION_ADMIN);
        by(admin, () -> policies.addBudget(buyer, new Budget.Form("CC-1", LocalDate.now().minusDays(9), LocalDate.now().plusDays(9), new BigDecimal("200"), "EUR")));
        rule(new ApprovalRule.Form("Over budget", 1, BigDecimal.ZERO, "EUR", null, null, true, null, null));
        assertThat(submit(ofCostCentre("100"))).isInstanceOf(Carts.Submitted.Ordered.class);
        UUID request = waiting(ofCostCentre("61"));
        Budget budget = by(admin, () -> policies.budgets(buyer)).getFirst();
        assertThat(budget.ordered().toString() + " " + budget.waiting() + " " + budget.left()).isEqualTo("125.00 EUR 76.25 EUR -1.25 EUR");
        decide(chief, request, false, "No");
        assertThat(by(admin, () -> policies.budgets(buyer)).getFirst().left().toString()).isEqualTo("75.00 EUR");
        assertThat(by(admin, () -> policies.addBudget(buyer, new Budget.Form("CC-1", LocalDate.now(), LocalDate.now(), BigDecimal.ONE, "EUR"))))
                .isEqualTo(CommandResult.invalid("firstDay", "budget-overlaps"));
    }

    private Cart ofCostCentre(String quantity) {
        Cart cart = filled(wanted("B-8", quantity));
        by(staff, () -> carts.change(cart.id(), new CartForm(null, null, ShipTo.UNKNOWN, "CC-1", null), List.of(), cart.version()));
        return cart(cart.id());
    }

    /** What the supplier wants otherwise is asked about only where it costs more than was approved. */
    @Test
    void aChangeIsAskedAboutOnlyWhenTheAmountRisesBeyondWhatWasApproved() {
        rule(form("From 100", 1, "100", null, null));
        Cart cart = filled(wanted("B-8", "100"));
        decide(chief, waiting(cart), true, null);
        UUID order = cart(cart.id()).order();
        propose(order, "99", "1.26");
        assertThat(by(staff, () -> changes.decide(order, true, null, order(order).version()))).as("124.74, less than was approved").isInstanceOf(ApprovedChanges.Decided.Now.class);
        propose(order, "99", "1.50");
        ApprovedChanges.Decided decided = by(staff, () -> changes.decide(order, true, null, order(order).version()));
        assertThat(decided).isInstanceOf(ApprovedChanges.Decided.Waiting.class);
        assertThat(order(order).status().agreement()).isEqualTo(Agreement.CHANGE_PENDING_BUYER);
        assertThat(by(staff, () -> changes.decide(order, true, null, order(order).version()))).as("it is locked")
                .isEqualTo(new ApprovedChanges.Decided.Now(new CommandResult.IllegalTransition("WAITING", "ACCEPT_CHANGE")));
        assertThat(decide(chief, ((ApprovedChanges.Decided.Waiting) decided).request(), true, null)).isInstanceOf(CommandResult.Done.class);
        assertThat(order(order).total().toString()).isEqualTo("148.50 EUR");
        assertThat(order(order).status().agreement()).isEqualTo(Agreement.CONFIRMED);
    }

    private void propose(UUID order, String quantity, String price) {
        assertThat(asPerson(supplier, () -> orders.answer(order, new SupplierAnswer.Change(null, null, List.of(
                new SupplierAnswer.LineChange("10", false, new BigDecimal(quantity), price(price), null, null))), order(order).version()))).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void allOfItIsTheBuyersAlone() {
        rule(form("All", 1, "0", null, null));
        limit(null, "1", null);
        by(chief, () -> policies.delegate(buyer, deputy, LocalDate.now(), LocalDate.now()));
        by(chief, () -> policies.addBudget(buyer, new Budget.Form("CC-2", LocalDate.now(), LocalDate.now(), BigDecimal.ONE, "EUR")));
        waiting(filled(wanted("B-8", "1")));
        for (String table : List.of("approval_rule", "approval_limit", "approval_delegation", "budget", "approval_request", "approval_step", "cart", "cart_line")) {
            for (UUID other : List.of(supplier, organisation("Stranger", Kind.BOTH))) {
                assertThat(rows(other, table)).as(table).isZero();
            }
            assertThat(rows(buyer, table)).as(table).isPositive();
        }
    }

    private int rows(UUID organisation, String table) {
        return in(person(organisation), () -> jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }
}
