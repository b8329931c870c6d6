package io.tradelane.portal.home;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.KeptSearches;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.WaitingWork;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderPage;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Role.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import io.tradelane.trading.relation.Factor;
import io.tradelane.trading.relation.Recommendations;
import io.tradelane.trading.relation.Recommended;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Home: what waits for me, and what moved last; one for buyers, one for suppliers, one for all others. Every number leads to the list it counts. */
@Page
class Overview {
    private static final int RECENT = 8;
    private static final List<OrderFilter.Tab> TABS = List.of(
            OrderFilter.Tab.NEEDS_ACTION, OrderFilter.Tab.AWAITING_CONFIRMATION, OrderFilter.Tab.IN_TRANSIT, OrderFilter.Tab.LATE);
    private final HomeTasks tasks;
    private final WaitingWork work;
    private final PurchaseOrders orders;
    private final Tracker tracker;
    private final KeptSearches kept;
    private final Onboardings onboardings;
    private final Recommendations recommendations;

    Overview(HomeTasks tasks, WaitingWork work, PurchaseOrders orders, Tracker tracker, KeptSearches kept, Onboardings onboardings, Recommendations recommendations) {
        this.recommendations = recommendations;
        this.onboardings = onboardings;
        this.tasks = tasks;
        this.work = work;
        this.orders = orders;
        this.tracker = tracker;
        this.kept = kept;
    }

    /** Whoever buys or sells has a home of her own. */
    @GetMapping("/")
    String start(Model model) {
        Optional<Side> side = side(Caller.current());
        return side.isPresent() ? "redirect:/" + side.get().name().toLowerCase(Locale.ROOT) : show(null, model);
    }

    /** @param factor what recommendations go by; none: all */
    @GetMapping("/buyer")
    String buyer(@RequestParam(required = false) @Nullable List<String> factor, Model model) {
        String page = home(Side.BUYER, model);
        if (Caller.current().may(Permission.SUPPLIER_VIEW)) {
            Set<Factor> factors = factors(factor);
            recommend(recommendations.suppliers(factors), factors, model);
        }
        return page;
    }

    @GetMapping("/supplier")
    String supplier(@RequestParam(required = false) @Nullable List<String> factor, Model model) {
        String page = home(Side.SUPPLIER, model);
        if (Caller.current().may(Permission.BUYER_VIEW)) {
            Set<Factor> factors = factors(factor);
            recommend(recommendations.buyers(factors), factors, model);
        }
        return page;
    }

    private static void recommend(List<Recommended> recommended, Set<Factor> factors, Model model) {
        model.addAttribute("recommended", recommended);
        model.addAttribute("factors", Factor.values());
        model.addAttribute("chosen", factors);
    }

    private static Set<Factor> factors(@Nullable List<String> words) {
        Set<Factor> factors = EnumSet.noneOf(Factor.class);
        if (words != null) {
            words.forEach(word -> Constants.of(Factor.class, word).ifPresent(factors::add));
        }
        return factors.isEmpty() ? EnumSet.allOf(Factor.class) : factors;
    }

    /** The other side's home is not there. */
    private String home(Side side, Model model) {
        if (side(Caller.current()).filter(own -> own == side).isEmpty()) {
            throw new NotFound();
        }
        return show(side, model);
    }

    /** The side for which she works by her roles; by her company, if it has one only. */
    static Optional<Side> side(Caller caller) {
        if (caller.user() == null || caller.isOperator()) {
            return Optional.empty();
        }
        var place = caller.user().acting();
        if (place.side() != null) {
            return Optional.of(place.side());
        }
        boolean buys = place.worksAs(Side.BUYER) || !place.worksAs(Side.SUPPLIER) && place.kind() == Organisation.Kind.BUYER;
        boolean sells = place.worksAs(Side.SUPPLIER) || !place.worksAs(Side.BUYER) && place.kind() == Organisation.Kind.SUPPLIER;
        return buys == sells ? Optional.empty() : Optional.of(buys ? Side.BUYER : Side.SUPPLIER);
    }

    private String show(@Nullable Side side, Model model) {
        Caller caller = Caller.current();
        model.addAttribute("side", side == null ? "" : side.name().toLowerCase(Locale.ROOT));
        Optional.ofNullable(caller.organisation()).filter(own -> caller.may(Permission.ONBOARDING_WORK)).flatMap(onboardings::of)
                .filter(found -> found.twin().equals(caller.organisation())).ifPresent(found -> model.addAttribute("onboarding", found));
        Map<OrderFilter.Tab, Integer> counts = Map.of();
        if (caller.may(Permission.ORDER_VIEW)) {
            OrderPage page = orders.list(new OrderFilter(OrderFilter.Tab.ALL, null, null, null, null, null, RECENT));
            model.addAttribute("orders", page.orders());
            counts = page.counts();
            model.addAttribute("counts", counts);
            model.addAttribute("tabs", TABS);
        }
        WaitingWork.Counts waiting = work.counts(caller);
        model.addAttribute(WaitingWork.MODEL, waiting);
        model.addAttribute("tasks", tasks.of(caller, side, waiting, counts));
        model.addAttribute("mayPublish", caller.may(Permission.RFQ_PUBLISH));
        if (caller.may(Permission.DOCUMENT_VIEW)) {
            List<DocumentHit> recent = tracker.search("", Tracker.Filters.none(), null, RECENT).items();
            model.addAttribute("documents", recent);
            model.addAttribute("kept", kept.list(RECENT));
        }
        return "home/overview";
    }
}
