package io.tradelane.portal.despatch;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.SsccNumbers;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
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

/** The supplier's warehouse packs what is open on an order, package by package, and sends it. */
@Page
class DespatchPage {
    /** UN/ECE Recommendation 21. */
    private static final List<String> PACKAGE_TYPES = List.of("CT", "PX", "CR", "BG");

    private final PurchaseOrders orders;
    private final DespatchAdvices advices;
    private final SsccNumbers ssccs;
    private final Warehouses warehouses;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    DespatchPage(PurchaseOrders orders, DespatchAdvices advices, SsccNumbers ssccs, Warehouses warehouses, Outcomes outcomes, Words words, Formats formats) {
        this.orders = orders;
        this.advices = advices;
        this.ssccs = ssccs;
        this.warehouses = warehouses;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    /** Everything that is open in one package, to begin with. */
    @GetMapping("/orders/{id}/despatch")
    String form(@PathVariable UUID id, Model model) {
        OrderView order = own(id);
        PackingForm form = PackingForm.all(open(order), formats);
        form.values().put("requestId", Ids.next().toString());
        return show(order, form, new Problems(), model);
    }

    @PostMapping("/orders/{id}/despatch")
    String despatch(
            @PathVariable UUID id, @RequestParam(required = false) UUID requestId, @RequestParam(defaultValue = "send") String action, @RequestParam Map<String, String> typed,
            Model model, HttpServletResponse response, RedirectAttributes next) {
        OrderView order = own(id);
        PackingForm form = PackingForm.of(typed, open(order));
        if (requestId == null) {
            form.values().put("requestId", Ids.next().toString());
        }
        if (!action.equals("send")) {
            form.rearrange(action);
            return show(order, form, new Problems(), model);
        }
        Problems problems = new Problems();
        var packing = form.packing(UUID.fromString(form.values().get("requestId")), id, new FormValues(typed, problems, words));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (problems.isEmpty()) {
            CommandResult result = advices.pack(packing);
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("despatch.sent"));
                UUID shipment = result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id();
                return "redirect:/shipments/" + shipment;
            }
            form.explain(result, outcomes, problems);
            response.setStatus(result instanceof CommandResult.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT.value() : HttpStatus.CONFLICT.value());
        }
        return show(order, form, problems, model);
    }

    /** The GS1 company prefix that the package numbers begin with. */
    @PostMapping("/shipments/prefix")
    String prefix(@RequestParam(defaultValue = "") String prefix, @RequestParam(required = false) UUID order, RedirectAttributes next) {
        UUID own = Caller.current().organisation();
        if (own == null) {
            throw new NotFound();
        }
        outcomes.tell(ssccs.set(own, prefix.strip()), "sscc.prefix.saved", next);
        return order == null ? "redirect:/orders" : "redirect:/orders/" + order + "/despatch";
    }

    private OrderView own(UUID id) {
        OrderView order = NotFound.orElse404(orders.find(id));
        if (!Caller.current().isSelf(order.supplier().id())) {
            throw new NotFound();
        }
        return order;
    }

    private static List<OrderView.Line> open(OrderView order) {
        return order.status().agreement().deliverable() ? order.lines().stream().filter(line -> line.open().signum() > 0).toList() : List.of();
    }

    private String show(OrderView order, PackingForm form, Problems problems, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("open", form.open());
        model.addAttribute("units", form.units());
        model.addAttribute("left", form.left());
        model.addAttribute("packageTypes", PACKAGE_TYPES);
        model.addAttribute("warehouses", warehouses.of(order.supplier().id()).stream().filter(one -> one.closedAt() == null).toList());
        model.addAttribute("prefix", ssccs.prefix(order.supplier().id()).orElse(""));
        model.addAttribute("form", form.values());
        model.addAttribute("problems", problems.texts());
        return "despatch/despatch";
    }
}
