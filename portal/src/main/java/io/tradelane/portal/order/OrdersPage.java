package io.tradelane.portal.order;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderPage;
import io.tradelane.trading.order.PurchaseOrders;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of orders. Everything that narrows it is in its address. */
@Page
class OrdersPage {
    static final int SIZE = 25;
    private static final List<Agreement> CHOICES = List.of(
            Agreement.ISSUED, Agreement.CONFIRMED, Agreement.CHANGE_PENDING_BUYER, Agreement.REJECTED_BY_SUPPLIER, Agreement.CANCELLED, Agreement.COMPLETED);
    private final PurchaseOrders orders;
    private final ConfirmOrders confirmations;
    private final Words words;

    OrdersPage(PurchaseOrders orders, ConfirmOrders confirmations, Words words) {
        this.orders = orders;
        this.confirmations = confirmations;
        this.words = words;
    }

    /** @param ids as {@code id:version} */
    @PostMapping("/orders/confirmations")
    String confirm(@RequestParam(name = "id", defaultValue = "") List<String> ids, Model model, RedirectAttributes next) {
        List<ConfirmOrders.One> wanted = ids.stream().filter(one -> one.matches("[0-9a-f-]{36}:\\d{1,9}"))
                .map(one -> new ConfirmOrders.One(UUID.fromString(one.substring(0, 36)), Integer.parseInt(one.substring(37)))).toList();
        if (wanted.isEmpty() || wanted.size() > ConfirmOrders.MOST) {
            Toast.bad(next, words.text("bulk.none"));
            return "redirect:/orders?tab=awaiting_confirmation";
        }
        model.addAttribute("results", confirmations.confirm(wanted));
        return list("awaiting_confirmation", "", "", null, model);
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
        model.addAttribute("selectable", chosen == OrderFilter.Tab.AWAITING_CONFIRMATION && Caller.current().may(Permission.ORDER_RESPOND));
        return "order/list";
    }
}
