package io.tradelane.portal.despatch;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.despatch.GoodsReceipts.Counted;
import io.tradelane.trading.despatch.GoodsReceipts.Difference;
import io.tradelane.trading.despatch.GoodsReceipts.Expected;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's warehouse counts what came. Fields {@code accepted-0}, {@code damaged-0} … by position of what is expected. */
@Page
class ReceiptPage {
    private static final int LONGEST_NOTE = 500;
    private final PurchaseOrders orders;
    private final DespatchAdvices shipments;
    private final GoodsReceipts receipts;
    private final Warehouses warehouses;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    ReceiptPage(
            PurchaseOrders orders, DespatchAdvices shipments, GoodsReceipts receipts, Warehouses warehouses, Outcomes outcomes, Words words, Formats formats) {
        this.orders = orders;
        this.shipments = shipments;
        this.receipts = receipts;
        this.warehouses = warehouses;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/orders/{id}/receipt")
    String form(@PathVariable UUID id, @RequestParam(required = false) @Nullable String shipment, Model model) {
        OrderView order = own(id);
        List<ShipmentView> sent = shipments.ofOrder(id);
        UUID chosen = chosen(shipment, sent);
        List<Expected> expected = receipts.expected(id, chosen);
        Map<String, String> values = new HashMap<>();
        values.put("requestId", Ids.next().toString());
        values.put("receivedOn", formats.today().toString());
        for (int i = 0; i < expected.size(); i++) {
            values.put("accepted-" + i, formats.plain(expected.get(i).expected()));
            values.put("damaged-" + i, "0");
        }
        return show(order, sent, chosen, expected, values, new Problems(), model);
    }

    @PostMapping("/orders/{id}/receipt")
    String post(
            @PathVariable UUID id,
            @RequestParam UUID requestId,
            @RequestParam(required = false) @Nullable String shipment,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        OrderView order = own(id);
        List<ShipmentView> sent = shipments.ofOrder(id);
        UUID chosen = chosen(shipment, sent);
        List<Expected> expected = receipts.expected(id, chosen);
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        List<Counted> counted = counted(expected, form, typed);
        var receivedOn = form.date("receivedOn");
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (problems.isEmpty()) {
            CommandResult result = receipts.post(new GoodsReceipts.Receipt(requestId, id, chosen, receivedOn, form.text("warehouse", 40), counted));
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("receipt.posted"));
                return "redirect:/orders/" + id;
            }
            outcomes.explain(result, "receivedOn", problems);
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return show(order, sent, chosen, expected, typed, problems, model);
    }

    private List<Counted> counted(List<Expected> expected, FormValues form, Map<String, String> typed) {
        List<Counted> lines = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Expected line = expected.get(i);
            if (!typed.getOrDefault("line-" + i, "").equals(line.orderLineId().toString())) {
                form.wrong("receivedOn", "outcome.stale");
                return lines;
            }
            BigDecimal accepted = form.number("accepted-" + i);
            BigDecimal damaged = form.number("damaged-" + i);
            Difference difference = Constants.of(Difference.class, typed.getOrDefault("difference-" + i, "")).orElse(null);
            if (accepted == null) {
                form.wrong("accepted-" + i, "problem.required");
            } else if (accepted.compareTo(line.expected()) != 0 && difference == null) {
                form.wrong("difference-" + i, "problem.difference");
            }
            lines.add(new Counted(line.orderLineId(), accepted == null ? BigDecimal.ZERO : accepted,
                    damaged == null ? BigDecimal.ZERO : damaged, difference, form.text("note-" + i, LONGEST_NOTE)));
        }
        return lines;
    }

    /** The shipment asked for; without a word the first that is not received; {@code none}: without despatch advice. */
    private static @Nullable UUID chosen(@Nullable String asked, List<ShipmentView> sent) {
        return sent.stream()
                .filter(shipment -> asked == null || asked.isBlank()
                        ? shipment.state() != ShipmentView.State.RECEIVED
                        : shipment.id().toString().equals(asked))
                .map(ShipmentView::id)
                .findFirst()
                .orElse(null);
    }

    private OrderView own(UUID id) {
        OrderView order = NotFound.orElse404(orders.find(id));
        if (!Caller.current().isSelf(order.buyer().id())) {
            throw new NotFound();
        }
        return order;
    }

    private String show(OrderView order, List<ShipmentView> sent, @Nullable UUID chosen, List<Expected> expected,
            Map<String, String> typed, Problems problems, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("shipments", sent);
        model.addAttribute("chosen", chosen);
        model.addAttribute("expected", order.status().agreement().deliverable() ? expected : List.of());
        model.addAttribute("warehouses", warehouses.of(order.buyer().id()).stream().filter(one -> one.closedAt() == null).toList());
        model.addAttribute("differences", Difference.values());
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "despatch/receipt";
    }
}
