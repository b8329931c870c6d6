package io.tradelane.portal.order;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderPage;
import io.tradelane.trading.order.PurchaseOrders;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders. Everything that narrows it is in its address. */
@Page
class OrdersPage {
    static final int SIZE = 25;
    private static final List<Agreement> CHOICES = List.of(
            Agreement.ISSUED, Agreement.CONFIRMED, Agreement.CHANGE_PENDING_BUYER, Agreement.REJECTED_BY_SUPPLIER, Agreement.CANCELLED, Agreement.COMPLETED);
    private final PurchaseOrders orders;

    OrdersPage(PurchaseOrders orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    String list(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        OrderFilter.Tab chosen = Constants.of(OrderFilter.Tab.class, tab).orElse(OrderFilter.Tab.ALL);
        Agreement agreement = Constants.of(Agreement.class, status).orElse(null);
        String text = q.strip();
        OrderPage page = orders.list(new OrderFilter(chosen, text.isEmpty() ? null : text, null, null, agreement, before, SIZE));
        Address here = Address.of("/orders").with("tab", Constants.word(chosen)).with("q", text).with("status", Constants.word(agreement));
        model.addAttribute("page", page);
        model.addAttribute("tabs", OrderFilter.Tab.values());
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        model.addAttribute("agreement", agreement);
        model.addAttribute("choices", CHOICES);
        return "order/list";
    }
}
