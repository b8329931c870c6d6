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
import io.tradelane.trading.despatch.DockBookings;
import io.tradelane.trading.despatch.DockWindows;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.CommandResult;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is booked at docks, for both sides; a buyer opens and closes its own. */
@Page
class DockPages {
    private final DockWindows windows;
    private final DockBookings bookings;
    private final Warehouses warehouses;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    DockPages(DockWindows windows, DockBookings bookings, Warehouses warehouses, Outcomes outcomes, Words words, Formats formats) {
        this.windows = windows;
        this.bookings = bookings;
        this.warehouses = warehouses;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/docks")
    String list(Model model) {
        return show(Map.of("slotMinutes", "60"), new Problems(), model);
    }

    @PostMapping("/docks/windows")
    String open(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        BigDecimal minutes = form.number("slotMinutes");
        String dock = form.text("dock", 20);
        DockWindows.Opening opening = new DockWindows.Opening(uuid(typed.get("warehouse")), dock == null ? "" : dock, instant(form.moment("from", formats.zone())),
                instant(form.moment("until", formats.zone())), minutes == null || minutes.compareTo(BigDecimal.valueOf(10_000)) > 0 ? 0 : minutes.intValue());
        if (problems.isEmpty()) {
            CommandResult result = windows.open(own(), opening);
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("docks.opened"));
                return "redirect:/docks";
            }
            outcomes.explain(result, "dock", problems);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(typed, problems, model);
    }

    @PostMapping("/docks/windows/{id}/closure")
    String close(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(windows.close(own(), id), "docks.closed", next);
        return "redirect:/docks";
    }

    @PostMapping("/docks/bookings/{id}/cancellation")
    String cancel(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        outcomes.tell(bookings.cancel(id, reason.isBlank() ? null : reason.strip()), "docks.cancelled", next);
        return "redirect:/docks";
    }

    private String show(Map<String, String> typed, Problems problems, Model model) {
        UUID own = own();
        model.addAttribute("bookings", bookings.list());
        model.addAttribute("windows", windows.of(own));
        model.addAttribute("warehouses", warehouses.of(own).stream().filter(one -> one.closedAt() == null).toList());
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "despatch/docks";
    }

    private static UUID own() {
        return Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
