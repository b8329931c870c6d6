package io.tradelane.portal.despatch;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The supplier's warehouse sends what is open on an order. */
@Page
class DespatchPage {
    /** UN/ECE Recommendation 21. */
    private static final List<String> PACKAGE_TYPES = List.of("CT", "PX", "CR", "BG");

    private static final int MOST_PACKAGES = 999;
    private final PurchaseOrders orders;
    private final DespatchAdvices advices;
    private final Outcomes outcomes;
    private final Words words;

    DespatchPage(PurchaseOrders orders, DespatchAdvices advices, Outcomes outcomes, Words words) {
        this.orders = orders;
        this.advices = advices;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/orders/{id}/despatch")
    String form(@PathVariable UUID id, Model model) {
        return show(own(id), Map.of("requestId", Ids.next().toString(), "packages", "1", "packageType", "CT"), new Problems(), model);
    }

    @PostMapping("/orders/{id}/despatch")
    String despatch(
            @PathVariable UUID id,
            @RequestParam UUID requestId,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        OrderView order = own(id);
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        int packages = packages(form);
        String type = form.text("packageType", 3);
        String carrier = form.text("carrierReference", 35);
        var arrival = form.date("estimatedArrival");
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (problems.isEmpty()) {
            CommandResult result = advices.despatch(new DespatchAdvices.Despatch(requestId, id, packages, type, carrier, arrival));
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("despatch.sent"));
                return "redirect:/orders/" + id;
            }
            outcomes.explain(result, "packages", problems);
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return show(order, typed, problems, model);
    }

    private static int packages(FormValues form) {
        BigDecimal packages = form.number("packages");
        if (packages == null || packages.stripTrailingZeros().scale() > 0 || packages.signum() == 0
                || packages.compareTo(BigDecimal.valueOf(MOST_PACKAGES)) > 0) {
            form.wrong("packages", "problem.packages");
            return 1;
        }
        return packages.intValueExact();
    }

    private OrderView own(UUID id) {
        OrderView order = NotFound.orElse404(orders.find(id));
        if (!Caller.current().isSelf(order.supplier().id())) {
            throw new NotFound();
        }
        return order;
    }

    private static String show(OrderView order, Map<String, String> typed, Problems problems, Model model) {
        List<OrderView.Line> open = order.status().agreement().deliverable()
                ? order.lines().stream().filter(line -> line.open().signum() > 0).toList()
                : List.of();
        model.addAttribute("order", order);
        model.addAttribute("open", open);
        model.addAttribute("packageTypes", PACKAGE_TYPES);
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "despatch/despatch";
    }
}
