package io.tradelane.portal.onboarding;

import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The deals of a partner with its counterparty in the sandbox. */
@Component
class Deals {
    private static final int MOST = 50;
    private final Organisations organisations;
    private final Sandboxes sandboxes;
    private final Exchangeable exchangeable;
    private final PurchaseOrders orders;

    Deals(Organisations organisations, Sandboxes sandboxes, Exchangeable exchangeable, PurchaseOrders orders) {
        this.organisations = organisations;
        this.sandboxes = sandboxes;
        this.exchangeable = exchangeable;
        this.orders = orders;
    }

    /** The partner sells; empty: it does not. */
    Optional<Deal> selling(Onboarding onboarding) {
        return Tenancy.call(Actor.hub(), () -> exchangeable.sells(onboarding) ? Optional.of(new Deal(side(onboarding.counterparty()), side(onboarding.company())))
                : Optional.empty());
    }

    /** The partner buys; empty: it does not. */
    Optional<Deal> buying(Onboarding onboarding) {
        return Tenancy.call(Actor.hub(), () -> exchangeable.buys(onboarding) ? Optional.of(new Deal(side(onboarding.company()), side(onboarding.counterparty())))
                : Optional.empty());
    }

    private Deal.Side side(UUID company) {
        return new Deal.Side(organisations.find(company).orElseThrow(), sandboxes.open(company), organisations.identifiers(company));
    }

    /** The newest first. */
    List<OrderView> orders(Deal deal) {
        OrderFilter between = new OrderFilter(OrderFilter.Tab.ALL, null, deal.buyer().twin(), deal.supplier().twin(), null, null, MOST);
        return orders.list(between).orders().stream().flatMap(order -> orders.find(order.id()).stream()).toList();
    }
}
