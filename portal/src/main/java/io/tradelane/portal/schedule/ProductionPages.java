package io.tradelane.portal.schedule;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.schedule.Production;
import io.tradelane.trading.schedule.ProductionLine;
import io.tradelane.trading.schedule.ProductionStep;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
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

/** How far an order is in production: the supplier says it, the buyer sees it. Fields {@code planned-2-STARTED}: the day, the number of the line, the step. */
@Page
class ProductionPages {
    private static final int LONGEST_REASON = 500;
    private final PurchaseOrders orders;
    private final Production production;
    private final Timeline timeline;
    private final Outcomes outcomes;
    private final Words words;

    ProductionPages(PurchaseOrders orders, Production production, Timeline timeline, Outcomes outcomes, Words words) {
        this.orders = orders;
        this.production = production;
        this.timeline = timeline;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/orders/{id}/production")
    String show(@PathVariable UUID id, Model model) {
        OrderView order = NotFound.orElse404(orders.find(id));
        List<ProductionLine> lines = NotFound.orElse404(production.of(id));
        Map<String, String> values = new HashMap<>();
        lines.forEach(line -> line.milestones().forEach(milestone -> {
            String at = "-" + line.lineNumber() + "-" + milestone.step();
            values.put("planned" + at, milestone.planned() == null ? "" : milestone.planned().toString());
            values.put("actual" + at, milestone.actual() == null ? "" : milestone.actual().toString());
        }));
        return show(order, lines, values, new Problems(), model);
    }

    @PostMapping("/orders/{id}/production")
    String report(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        OrderView order = NotFound.orElse404(orders.find(id).filter(found -> Caller.current().isSelf(found.supplier().id())));
        List<ProductionLine> lines = NotFound.orElse404(production.of(id));
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        List<Production.Said> said = new ArrayList<>();
        for (ProductionLine line : lines) {
            for (ProductionStep step : ProductionStep.values()) {
                String at = "-" + line.lineNumber() + "-" + step;
                if (typed.containsKey("planned" + at)) {
                    said.add(new Production.Said(line.orderLine(), step, form.date("planned" + at), form.date("actual" + at), form.text("reason" + at, LONGEST_REASON)));
                }
            }
        }
        if (problems.isEmpty()) {
            CommandResult result = production.report(id, said);
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("production.saved"));
                return "redirect:/orders/" + id + "/production";
            }
            outcomes.explain(result, "production", problems);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(order, lines, typed, problems, model);
    }

    private String show(OrderView order, List<ProductionLine> lines, Map<String, String> values, Problems problems, Model model) {
        Caller caller = Caller.current();
        model.addAttribute("order", order);
        model.addAttribute("lines", lines);
        model.addAttribute("writes", caller.isSelf(order.supplier().id()) && caller.may(Permission.ORDER_RESPOND) && !order.status().agreement().ended());
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(Production.ENTITY, order.id()))));
        return "schedule/production";
    }
}
