package io.tradelane.portal.despatch;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.despatch.DockBookings;
import io.tradelane.trading.despatch.DockWindow;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supplier books a slot at the buyer's dock for what it is to deliver on an order. */
@Page
class DockBookingPage {
    private final PurchaseOrders orders;
    private final DockBookings bookings;
    private final Outcomes outcomes;
    private final Words words;

    DockBookingPage(PurchaseOrders orders, DockBookings bookings, Outcomes outcomes, Words words) {
        this.orders = orders;
        this.bookings = bookings;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/orders/{id}/dock")
    String form(@PathVariable UUID id, Model model) {
        return show(own(id), Map.of("requestId", Ids.next().toString()), new Problems(), model);
    }

    /** {@code slot} is the id of a window, a comma and the beginning of the slot in ISO 8601. */
    @PostMapping("/orders/{id}/dock")
    String book(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        OrderView order = own(id);
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        String[] slot = typed.getOrDefault("slot", "").split(",", 2);
        UUID window = DockPages.uuid(slot[0]);
        Instant from = slot.length < 2 ? null : instant(slot[1]);
        UUID request = DockPages.uuid(typed.get("requestId"));
        BigDecimal packages = form.number("packages");
        if (packages != null && (packages.stripTrailingZeros().scale() > 0 || packages.compareTo(BigDecimal.valueOf(9999)) > 0)) {
            form.wrong("packages", "problem.out-of-range");
        }
        if (window == null || from == null) {
            form.wrong("slot", "problem.required");
        } else if (problems.isEmpty()) {
            CommandResult result = bookings.book(new DockBookings.Booking(request == null ? Ids.next() : request, id, window, from, form.text("carrier", 70),
                    form.text("vehicle", 20), packages == null ? null : packages.intValueExact()));
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("docks.booked"));
                return "redirect:/docks";
            }
            outcomes.explain(result, "slot", problems);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(order, typed, problems, model);
    }

    private OrderView own(UUID id) {
        OrderView order = NotFound.orElse404(orders.find(id));
        if (!Caller.current().isSelf(order.supplier().id())) {
            throw new NotFound();
        }
        return order;
    }

    private String show(OrderView order, Map<String, String> typed, Problems problems, Model model) {
        Map<UUID, List<DockWindow.Slot>> free = bookings.free(order.id()).stream().collect(Collectors.groupingBy(DockWindow.Slot::window, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("order", order);
        model.addAttribute("free", order.status().agreement().deliverable() ? free.values() : List.of());
        model.addAttribute("booked", bookings.ofOrder(order.id()));
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "despatch/dock";
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
