package io.tradelane.portal.home;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.KeptSearches;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.WaitingWork;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderPage;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Onboardings;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home: what waits for me, and what moved last. Every number leads to the list it counts. */
@Page
class Overview {
    private static final int RECENT = 8;
    private static final List<OrderFilter.Tab> TABS = List.of(
            OrderFilter.Tab.NEEDS_ACTION, OrderFilter.Tab.AWAITING_CONFIRMATION, OrderFilter.Tab.IN_TRANSIT, OrderFilter.Tab.LATE);
    private final WaitingWork work;
    private final PurchaseOrders orders;
    private final Tracker tracker;
    private final KeptSearches kept;
    private final Onboardings onboardings;

    Overview(WaitingWork work, PurchaseOrders orders, Tracker tracker, KeptSearches kept, Onboardings onboardings) {
        this.onboardings = onboardings;
        this.kept = kept;
        this.work = work;
        this.orders = orders;
        this.tracker = tracker;
    }

    @GetMapping("/")
    String show(Model model) {
        Caller caller = Caller.current();
        model.addAttribute("waiting", work.counts(caller));
        Optional.ofNullable(caller.organisation()).filter(own -> caller.may(Permission.ONBOARDING_WORK)).flatMap(onboardings::of)
                .filter(found -> found.twin().equals(caller.organisation())).ifPresent(found -> model.addAttribute("onboarding", found));
        if (caller.may(Permission.ORDER_VIEW)) {
            OrderPage page = orders.list(new OrderFilter(OrderFilter.Tab.ALL, null, null, null, null, null, RECENT));
            model.addAttribute("orders", page.orders());
            model.addAttribute("counts", page.counts());
            model.addAttribute("tabs", TABS);
        }
        if (caller.may(Permission.DOCUMENT_VIEW)) {
            List<DocumentHit> recent = tracker.search("", Tracker.Filters.none(), null, RECENT).items();
            model.addAttribute("documents", recent);
            model.addAttribute("kept", kept.list(RECENT));
        }
        return "home/overview";
    }
}
