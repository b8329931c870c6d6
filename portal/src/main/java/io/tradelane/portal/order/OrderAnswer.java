package io.tradelane.portal.order;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import jakarta.servlet.http.HttpServletResponse;
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

/** The supplier's page: accept all, change lines, or reject. */
@Page
class OrderAnswer {
    private final PurchaseOrders orders;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    OrderAnswer(PurchaseOrders orders, Outcomes outcomes, Words words, Formats formats) {
        this.orders = orders;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/orders/{id}/response")
    String form(@PathVariable UUID id, Model model) {
        OrderView order = own(id);
        boolean changing = order.status().agreement() == Agreement.CONFIRMED;
        return show(order, new AnswerForm(order, words).initial(formats, changing), new Problems(), model);
    }

    @PostMapping("/orders/{id}/response")
    String answer(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        OrderView order = own(id);
        Problems problems = new Problems();
        Optional<SupplierAnswer> answer = new AnswerForm(order, words).read(typed, problems);
        if (answer.isPresent()) {
            CommandResult result = orders.answer(id, answer.get(), version);
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("response.sent"));
                return "redirect:/orders/" + id;
            }
            outcomes.explain(result, "decision", problems);
            response.setStatus(HttpStatus.CONFLICT.value());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(order, typed, problems, model);
    }

    /** A buyer sees the order, but this page of it is the supplier's. */
    private OrderView own(UUID id) {
        OrderView order = NotFound.orElse404(orders.find(id));
        if (!Caller.current().isSelf(order.supplier().id())) {
            throw new NotFound();
        }
        return order;
    }

    private String show(OrderView order, Map<String, String> typed, Problems problems, Model model) {
        OrderActions actions = OrderActions.of(order, Caller.current());
        model.addAttribute("order", order);
        model.addAttribute("actions", actions);
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "order/response";
    }
}
