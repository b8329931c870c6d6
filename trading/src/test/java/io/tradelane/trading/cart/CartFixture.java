package io.tradelane.trading.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.approval.ApprovalPolicies;
import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer with somebody who orders and two who approve. */
abstract class CartFixture extends DealFixture {
    @Autowired Carts carts;
    @Autowired Approvals approvals;
    @Autowired ApprovalPolicies policies;
    @Autowired Users users;
    UUID staff;
    UUID chief;
    UUID deputy;

    @BeforeEach
    void people() {
        staff = person("Li Wei", Role.BUYER_STAFF);
        chief = person("Wang Fang", Role.BUYER_APPROVER);
        deputy = person("Zhao Qiang", Role.BUYER_APPROVER);
    }

    UUID person(String name, Role... roles) {
        return hub(() -> users.create(UUID.randomUUID() + "@example.com", name, Locale.ENGLISH, "x", Arrays.stream(roles).map(role -> new User.Membership(buyer, role)).toList()));
    }

    <T> T by(UUID person, Supplier<T> work) {
        return Tenancy.call(Actor.person(buyer, person, "P " + person), work);
    }

    /** Of this deal's supplier: those of other tests have articles of these numbers too. */
    Wanted wanted(String number, String quantity) {
        return new Wanted(number, null, supplier, new BigDecimal(quantity), null);
    }

    /** One cart with these. */
    Cart filled(Wanted... wanted) {
        Added added = by(staff, () -> carts.add(List.of(wanted)));
        assertThat(added).isInstanceOf(Added.Done.class);
        return cart(((Added.Done) added).carts().iterator().next());
    }

    Cart cart(UUID id) {
        return by(staff, () -> carts.find(id)).orElseThrow();
    }

    Carts.Submitted submit(Cart cart) {
        return by(staff, () -> carts.submit(cart.id(), cart.total().amount(), cart.version()));
    }

    UUID waiting(Cart cart) {
        Carts.Submitted submitted = submit(cart);
        assertThat(submitted).isInstanceOf(Carts.Submitted.Waiting.class);
        return ((Carts.Submitted.Waiting) submitted).request();
    }

    ApprovalRequest request(UUID id) {
        return by(chief, () -> approvals.find(id)).orElseThrow();
    }

    CommandResult decide(UUID person, UUID request, boolean approve, @Nullable String comment) {
        return by(person, () -> approvals.decide(request, approve, comment, request(request).version()));
    }
}
