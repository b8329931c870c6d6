package io.tradelane.portal.cart;

import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.cart.Cart;
import io.tradelane.trading.cart.CartForm;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.cart.Carts.LineChange;
import io.tradelane.trading.cart.Carts.Submitted;
import io.tradelane.trading.cart.ShipTo;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.requirement.Requirements;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

/** One cart: its lines at the prices of today, where the goods go, and ordering it. */
@Page
class CartPage {
    private final Carts carts;
    private final Approvals approvals;
    private final Requirements requirements;
    private final Timeline timeline;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    CartPage(Carts carts, Approvals approvals, Requirements requirements, Timeline timeline, Outcomes outcomes, Words words, Formats formats) {
        this.carts = carts;
        this.approvals = approvals;
        this.requirements = requirements;
        this.timeline = timeline;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/carts/{id}")
    String show(@PathVariable UUID id, Model model) {
        Cart cart = NotFound.orElse404(carts.find(id));
        return show(cart, initial(cart), new Problems(), model);
    }

    /** Keeps what was typed and, with {@code action=submit}, orders it. */
    @PostMapping("/carts/{id}")
    String save(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String action, @RequestParam(required = false) @Nullable BigDecimal total,
            @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Cart cart = NotFound.orElse404(carts.find(id).filter(Cart::mine));
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        CartForm header = header(form);
        List<LineChange> lines = lines(cart, form);
        if (form.right()) {
            CommandResult result = carts.change(id, header, lines, version);
            if (result instanceof CommandResult.Done done) {
                return action.equals("submit") ? submitted(id, carts.submit(id, total, done.version()), response, model, next) : saved(id, next);
            }
            outcomes.explain(fields(result, cart), "lines", problems);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(cart, typed, problems, model);
    }

    private String saved(UUID id, RedirectAttributes next) {
        Toast.ok(next, words.text("cart.saved"));
        return "redirect:/carts/" + id;
    }

    private String submitted(UUID id, Submitted submitted, HttpServletResponse response, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Cart cart = NotFound.orElse404(carts.find(id));
        switch (submitted) {
            case Submitted.Ordered ordered -> {
                Toast.ok(next, words.text("cart.ordered"));
                return "redirect:/orders/" + ordered.order();
            }
            case Submitted.Waiting waiting -> {
                Toast.ok(next, words.text("cart.waits"));
                return "redirect:/carts/" + id;
            }
            case Submitted.NobodyCan nobody -> problems.add("submit", words.text("cart.nobody", nobody.reasons().stream()
                    .map(reason -> reason.isEmpty() ? words.text("approval.limit") : reason).collect(Collectors.joining(", "))));
            case Submitted.Not not -> outcomes.explain(fields(not.result(), cart), "lines", problems);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(cart, initial(cart), problems, model);
    }

    @PostMapping("/carts/{id}/recall")
    String recall(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        outcomes.tell(carts.recall(id, version), "cart.recalled", next);
        return "redirect:/carts/" + id;
    }

    @PostMapping("/carts/{id}/discard")
    String discard(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        outcomes.tell(carts.discard(id, version), "cart.discarded", next);
        return "redirect:/carts";
    }

    private static CartForm header(FormValues form) {
        String country = form.text("shipToCountry", 2);
        return new CartForm(form.text("number", 35), form.date("requestedDelivery"), new ShipTo(form.text("shipToName", 70), form.text("shipToGln", 13), form.text("shipToStreet", 70),
                form.text("shipToCity", 70), form.text("shipToPostcode", 17), country == null ? null : country.toUpperCase(Locale.ROOT)), form.text("costCentre", 70), form.text("note", 500));
    }

    /** A quantity left blank takes the line out, as 0 does. */
    private static List<LineChange> lines(Cart cart, FormValues form) {
        List<LineChange> lines = new ArrayList<>();
        for (int i = 0; i < cart.lines().size(); i++) {
            BigDecimal quantity = form.ticked("remove-" + i) ? BigDecimal.ZERO : form.number("quantity-" + i);
            lines.add(new LineChange(cart.lines().get(i).id(), quantity == null ? BigDecimal.ZERO : quantity, form.date("delivery-" + i)));
        }
        return lines;
    }

    private Map<String, String> initial(Cart cart) {
        Map<String, String> form = new LinkedHashMap<>();
        CartForm said = cart.form();
        form.put("number", text(said.number()));
        form.put("requestedDelivery", said.requestedDelivery() == null ? "" : said.requestedDelivery().toString());
        form.put("shipToName", text(said.shipTo().name()));
        form.put("shipToGln", text(said.shipTo().gln()));
        form.put("shipToStreet", text(said.shipTo().street()));
        form.put("shipToCity", text(said.shipTo().city()));
        form.put("shipToPostcode", text(said.shipTo().postcode()));
        form.put("shipToCountry", text(said.shipTo().country()));
        form.put("costCentre", text(said.costCentre()));
        form.put("note", text(said.note()));
        for (int i = 0; i < cart.lines().size(); i++) {
            Cart.Line line = cart.lines().get(i);
            form.put("quantity-" + i, formats.plain(line.quantity()));
            form.put("delivery-" + i, line.delivery() == null ? "" : line.delivery().toString());
        }
        return form;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Problems of lines stand beside the fields of their rows. */
    private static CommandResult fields(CommandResult result, Cart cart) {
        return result instanceof CommandResult.Invalid invalid ? new CommandResult.Invalid(invalid.problems().stream().map(problem ->
                new CommandResult.Problem(problem.field().replaceAll("lines\\[(\\d+)]\\.(\\w+)", "$2-$1").replace("price-", "quantity-"), problem.code())).toList()) : result;
    }

    private String show(Cart cart, Map<String, String> form, Problems problems, Model model) {
        model.addAttribute("cart", cart);
        model.addAttribute("requirements", requirements.ofCart(cart.id()));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("approvals", approvals.of(cart.id()));
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(Carts.ENTITY, cart.id()))));
        return "cart/cart";
    }
}
