package io.tradelane.trading.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.cart.Cart;
import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.cart.Carts.LineChange;
import io.tradelane.trading.cart.Wanted;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.ChangeDraft;
import io.tradelane.trading.order.ChangeForm;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.requirement.Requirements.Carted;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is needed is ordered without asking for quotations. */
class OrderRequirementTest extends DealFixture {
    @Autowired private Requirements requirements;
    @Autowired private Carts carts;
    private Actor staff;
    private UUID id;

    @BeforeEach
    void anApprovedRequirement() {
        staff = person(buyer);
        Actor approver = person(buyer);
        RequirementForm.Line bolts = new RequirementForm.Line(null, null, bolt, "Bolt M8", Quantity.of(100, "PCE"), null, null, null);
        RequirementForm.Line nuts = new RequirementForm.Line(null, null, null, "nuts for M8", Quantity.of(50, "PCE"), null, null, null);
        RequirementForm.Line kilos = new RequirementForm.Line(null, null, nut, "nuts by weight", Quantity.of(5, "KGM"), null, null, null);
        id = done(as(() -> requirements.create(new RequirementForm(null, "Line 4", "EUR", inTenDays(), null, null, List.of(bolts, nuts, kilos)))));
        done(as(() -> requirements.submit(id, 1)));
        done(Tenancy.call(approver, () -> requirements.approve(id, 2)));
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return Tenancy.call(staff, work);
    }

    private static UUID done(CommandResult result) {
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return ((CommandResult.Done) result).id();
    }

    private RequirementView seen() {
        return as(() -> requirements.find(id)).orElseThrow();
    }

    private Carted order(String... lines) {
        return as(() -> requirements.order(id, Set.of(lines), seen().version()));
    }

    private Cart carted() {
        Carted carted = order("1");
        done(carted.result());
        return as(() -> carts.find(carted.carts().iterator().next())).orElseThrow();
    }

    private UUID submitted(Cart cart) {
        Carts.Submitted submitted = as(() -> carts.submit(cart.id(), null, cart.version()));
        assertThat(submitted).isInstanceOf(Carts.Submitted.Ordered.class);
        return ((Carts.Submitted.Ordered) submitted).order();
    }

    @Test
    void aLineWithAnArticleGoesIntoACartAndIsOrderedFromThere() {
        Cart cart = carted();
        assertThat(cart.lines()).singleElement().satisfies(line -> {
            assertThat(line.article()).isEqualTo(bolt);
            assertThat(line.quantity()).isEqualByComparingTo("100");
            assertThat(line.delivery()).isEqualTo(inTenDays());
        });
        assertThat(seen()).satisfies(sourcing -> {
            assertThat(sourcing.state()).isEqualTo(RequirementState.SOURCING);
            assertThat(sourcing.lines().getFirst().open()).isFalse();
            assertThat(sourcing.carts()).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(CartState.OPEN));
        });
        assertThat(as(() -> requirements.ofCart(cart.id()))).extracting(RequirementView::id).containsExactly(id);
        UUID order = submitted(cart);
        assertThat(seen()).satisfies(ordered -> {
            assertThat(ordered.state()).isEqualTo(RequirementState.ORDERED);
            assertThat(ordered.lines()).extracting(RequirementView.Line::percent).containsExactly(100, 0, 0);
            assertThat(ordered.orders()).extracting(RequirementView.Order::id).containsExactly(order);
            assertThat(ordered.carts()).isEmpty();
        });
        assertThat(as(() -> requirements.ofOrder(order))).extracting(RequirementView::id).containsExactly(id);
        assertThat(Tenancy.call(person(supplier), () -> requirements.ofOrder(order))).as("the supplier hears nothing of it").isEmpty();
    }

    @Test
    void whatIsInACartIsNotPutIntoASecondOne() {
        carted();
        assertThat(order("1").result()).isEqualTo(CommandResult.invalid("lines[1]", "asked-already"));
    }

    @Test
    void ofManyWhoClickAtOnceOneOrders() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            int version = seen().version();
            List<CommandResult> results = pool.invokeAll(java.util.Collections.nCopies(4,
                    (Callable<CommandResult>) () -> as(() -> requirements.order(id, Set.of("1"), version)).result())).stream().map(future -> {
                        try {
                            return future.get();
                        } catch (Exception failure) {
                            throw new IllegalStateException(failure);
                        }
                    }).toList();
            assertThat(results).filteredOn(CommandResult.Done.class::isInstance).hasSize(1);
            assertThat(results).as("the others are too late, or see it in the cart").allMatch(result -> result instanceof CommandResult.Done || result instanceof CommandResult.StaleVersion
                    || result.equals(CommandResult.invalid("lines[1]", "asked-already")));
        }
        assertThat(as(() -> carts.list(List.of(CartState.OPEN), false, null, 10)).getFirst().lines()).hasSize(1);
    }

    @Test
    void eachLineThatCannotBeOrderedSaysWhy() {
        assertThat(order("2").result()).isEqualTo(CommandResult.invalid("lines[2]", "no-article"));
        assertThat(order("3").result()).isEqualTo(CommandResult.invalid("lines[3]", "unit-differs"));
        assertThat(order("9").result()).isEqualTo(CommandResult.invalid("lines[9]", "unknown"));
        assertThat(order().result()).isEqualTo(CommandResult.invalid("lines", "required"));
        assertThat(Tenancy.call(person(supplier), () -> requirements.order(id, Set.of("1"), 3)).result()).isInstanceOf(CommandResult.NotFound.class);
        assertThat(as(() -> requirements.order(id, Set.of("1"), 2)).result()).isEqualTo(new CommandResult.StaleVersion(3));
    }

    @Test
    void itsLineIsMergedWithNoOther() {
        as(() -> carts.add(List.of(new Wanted(null, bolt, null, new BigDecimal("7"), inTenDays()))));
        assertThat(carted().lines()).extracting(line -> line.quantity().intValue()).containsExactly(7, 100);
        as(() -> carts.add(List.of(new Wanted(null, bolt, null, new BigDecimal("3"), inTenDays()))));
        assertThat(as(() -> carts.list(List.of(CartState.OPEN), false, null, 10)).getFirst().lines()).extracting(line -> line.quantity().intValue()).containsExactly(10, 100);
    }

    @Test
    void whatIsTakenOutOfTheCartOrCancelledIsOpenAgainAndALesserQuantityLeavesTheRest() {
        Cart cart = carted();
        done(as(() -> carts.discard(cart.id(), cart.version())));
        assertThat(seen().state()).isEqualTo(RequirementState.APPROVED);
        Cart second = carted();
        UUID line = second.lines().getFirst().id();
        done(as(() -> carts.change(second.id(), null, List.of(new LineChange(line, BigDecimal.ZERO, null)), second.version())));
        assertThat(seen().lines().getFirst().open()).isTrue();
        Cart third = carted();
        done(as(() -> carts.change(third.id(), null, List.of(new LineChange(third.lines().getFirst().id(), new BigDecimal("40"), null)), third.version())));
        UUID order = submitted(as(() -> carts.find(third.id())).orElseThrow());
        assertThat(seen().lines().getFirst()).satisfies(part -> {
            assertThat(part.percent()).isEqualTo(40);
            assertThat(part.rest().value()).isEqualByComparingTo("60");
        });
        OrderView placed = order(order);
        ChangeDraft draft = as(() -> orders.draftChange(order, new ChangeForm(true, CancelReason.OTHER, null, List.of()), placed.version()));
        as(() -> orders.change((ChangeDraft.Drafted) draft));
        assertThat(seen().lines().getFirst().percent()).as("a cancelled order orders nothing").isZero();
        assertThat(seen().lines().getFirst().open()).isTrue();
    }
}
