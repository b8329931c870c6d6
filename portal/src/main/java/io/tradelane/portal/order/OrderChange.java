package io.tradelane.portal.order;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.cart.ApprovedChanges;
import io.tradelane.trading.cart.ApprovedChanges.Decided;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.ChangeForm;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's pages: change an order, or cancel it or lines of it. */
@Page
class OrderChange {
    private static final String CHANGE = "order/change";
    private static final String CANCELLATION = "order/cancellation";
    private final PurchaseOrders orders;
    private final ApprovedChanges changes;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    OrderChange(PurchaseOrders orders, ApprovedChanges changes, Outcomes outcomes, Words words, Formats formats) {
        this.orders = orders;
        this.changes = changes;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/orders/{id}/revision")
    String form(@PathVariable UUID id, Model model) {
        OrderView order = own(id);
        return show(CHANGE, order, new ChangeFields(order, words).initial(formats), new Problems(), model);
    }

    @PostMapping("/orders/{id}/revision")
    String change(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        OrderView order = own(id);
        ChangeFields fields = new ChangeFields(order, words);
        Problems problems = new Problems();
        Optional<ChangeForm> form = fields.read(typed, problems);
        return form.isPresent() && sent(order, form.get(), version, fields, problems, model, response, next) ? "redirect:/orders/" + id
                : refused(CHANGE, order, model.containsAttribute("changes") ? fields.rebased(typed, formats) : typed, problems, model, response);
    }

    @GetMapping("/orders/{id}/cancellation")
    String cancellation(@PathVariable UUID id, Model model) {
        OrderView order = own(id);
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < order.lines().size(); i++) {
            all.put("delete-" + i, "true");
        }
        return show(CANCELLATION, order, all, new Problems(), model);
    }

    @PostMapping("/orders/{id}/cancellation")
    String cancel(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        OrderView order = own(id);
        ChangeFields fields = new ChangeFields(order, words);
        Problems problems = new Problems();
        Optional<ChangeForm> form = fields.cancellation(typed, problems);
        return form.isPresent() && sent(order, form.get(), version, fields, problems, model, response, next) ? "redirect:/orders/" + id
                : refused(CANCELLATION, order, typed, problems, model, response);
    }

    private boolean sent(
            OrderView order, ChangeForm form, int version, ChangeFields fields, Problems problems, Model model, HttpServletResponse response, RedirectAttributes next) {
        switch (changes.change(order.id(), form, version)) {
            case Decided.Now now when Outcomes.done(now.result()) -> {
                boolean waits = orders.find(order.id()).map(OrderView::pendingBuyerChange).isPresent();
                Toast.ok(next, words.text(waits ? "order.revision.sent" : form.cancel() ? "order.revision.cancelled" : "order.revision.applied"));
                return true;
            }
            case Decided.Now now -> {
                if (now.result() instanceof CommandResult.StaleVersion) {
                    model.addAttribute("changes", orders.changesSince(order.id(), version).stream()
                            .map(entry -> new Timeline.Entry(PurchaseOrders.ENTITY, order.id(), entry)).toList());
                }
                outcomes.explain(fields.named(now.result()), "lines", problems);
                response.setStatus((now.result() instanceof CommandResult.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
            }
            case Decided.Waiting waiting -> {
                Toast.ok(next, words.text("order.revision.asked"));
                return true;
            }
            case Decided.NobodyCan nobody -> {
                problems.add("lines", words.text("cart.nobody", String.join(", ", nobody.reasons())));
                response.setStatus(HttpStatus.CONFLICT.value());
            }
        }
        return false;
    }

    private static String refused(String page, OrderView order, Map<String, String> typed, Problems problems, Model model, HttpServletResponse response) {
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(page, order, typed, problems, model);
    }

    private OrderView own(UUID id) {
        OrderView order = NotFound.orElse404(orders.find(id));
        if (!Caller.current().isSelf(order.buyer().id())) {
            throw new NotFound();
        }
        return order;
    }

    private static String show(String page, OrderView order, Map<String, String> typed, Problems problems, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("actions", OrderActions.of(order, Caller.current()));
        model.addAttribute("form", typed);
        model.addAttribute("added", ChangeFields.added(typed));
        model.addAttribute("reasons", CancelReason.values());
        model.addAttribute("problems", problems.texts());
        return page;
    }
}
