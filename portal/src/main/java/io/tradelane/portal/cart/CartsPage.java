package io.tradelane.portal.cart;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.cart.Added;
import io.tradelane.trading.cart.CartState;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.cart.Wanted;
import io.tradelane.trading.order.CommandResult.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** A buyer's carts, and the ways to put something into them: by number, pasted from a spreadsheet, from an article's page, from an old order. */
@Page
class CartsPage {
    private static final int SUGGESTIONS = 8;
    private static final int SHOWN = 50;
    private final Carts carts;
    private final Words words;

    CartsPage(Carts carts, Words words) {
        this.carts = carts;
        this.words = words;
    }

    @GetMapping("/carts")
    String list(Model model) {
        return show(Map.of(), new Problems(), List.of(), model);
    }

    /** Options for the field in which a number is typed. */
    @GetMapping("/carts/suggestions")
    String suggest(@RequestParam(defaultValue = "") String article, @RequestParam(required = false) @Nullable UUID supplier, Model model) {
        model.addAttribute("suggestions", carts.suggest(article, supplier, SUGGESTIONS));
        return "cart/suggestions";
    }

    @PostMapping("/carts/lines")
    String add(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable UUID articleId, @RequestParam(required = false) @Nullable UUID supplier, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        String number = form.text("article", 70);
        BigDecimal quantity = form.number("quantity");
        LocalDate delivery = form.date("delivery");
        Added added = form.right() ? carts.add(List.of(new Wanted(number, articleId, supplier, quantity, delivery))) : new Added.Invalid(List.of(), List.of());
        return added instanceof Added.Done done ? told(done, next) : refused((Added.Invalid) added, typed, problems, model, response);
    }

    private String refused(Added.Invalid invalid, Map<String, String> typed, Problems problems, Model model, HttpServletResponse response) {
        invalid.problems().forEach(problem -> problems.add(problem.field().replace("rows[0].", ""), words.textOr("problem." + problem.code(), problem.code())));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(typed, problems, invalid.choices(), model);
    }

    @PostMapping("/carts/rows")
    String paste(@RequestParam(defaultValue = "") String rows, @RequestParam(required = false) @Nullable UUID supplier, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        Problems problems = new Problems();
        if (rows.isBlank() || rows.length() > PastedRows.LONGEST) {
            problems.add("rows", words.text(rows.isBlank() ? "problem.required" : "problem.tooLong"));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(Map.of("rows", rows.substring(0, Math.min(rows.length(), PastedRows.LONGEST))), problems, List.of(), model);
        }
        PastedRows pasted = PastedRows.of(rows, supplier);
        Added added = carts.add(pasted.checked());
        if (added instanceof Added.Done done) {
            return told(done, next);
        }
        List<Problem> all = new ArrayList<>(pasted.problems());
        all.addAll(((Added.Invalid) added).problems());
        Map<String, String> texts = new LinkedHashMap<>();
        all.forEach(problem -> texts.putIfAbsent(problem.field(), words.textOr("problem." + problem.code(), problem.code())));
        problems.add("rows", words.text("cart.paste.wrong", all.stream().map(problem -> problem.field().replaceAll("\\..*", "")).distinct().count()));
        model.addAttribute("pasted", pasted);
        model.addAttribute("rowProblems", texts);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(Map.of("rows", rows), problems, List.of(), model);
    }

    @PostMapping("/orders/{id}/repeat")
    String repeat(@PathVariable UUID id, RedirectAttributes next) {
        Added added = NotFound.orElse404(carts.repeat(id));
        if (added instanceof Added.Done done) {
            return told(done, next);
        }
        Toast.bad(next, words.text("cart.repeat.nothing"));
        return "redirect:/orders/" + id;
    }

    private String told(Added.Done done, RedirectAttributes next) {
        Toast.ok(next, done.raised().isEmpty() ? words.text("cart.added", done.lines()) : words.text("cart.added.raised", done.lines(), done.raised().size()));
        return done.carts().size() == 1 ? "redirect:/carts/" + done.carts().iterator().next() : "redirect:/carts";
    }

    private String show(Map<String, String> typed, Problems problems, List<Added.Choice> choices, Model model) {
        model.addAttribute("carts", carts.list(List.of(CartState.OPEN, CartState.RETURNED, CartState.WAITING), false, null, SHOWN));
        model.addAttribute("form", typed);
        model.addAttribute("choices", choices);
        model.addAttribute("problems", problems.texts());
        return "cart/list";
    }
}
