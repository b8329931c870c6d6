package io.tradelane.portal.inventory;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.inventory.StockResult;
import io.tradelane.trading.inventory.Warehouses;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a company keeps its goods. */
@Page
class WarehousePages {
    private final Warehouses warehouses;
    private final Outcomes outcomes;
    private final Words words;

    WarehousePages(Warehouses warehouses, Outcomes outcomes, Words words) {
        this.warehouses = warehouses;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/stock/warehouses")
    String list(Model model) {
        return show(Map.of(), new Problems(), model);
    }

    @PostMapping("/stock/warehouses")
    String add(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        StockResult result = warehouses.add(Own.organisation(), form(typed, problems));
        if (problems.isEmpty() && result instanceof StockResult.Done) {
            Toast.ok(next, words.text("warehouse.saved"));
            return "redirect:/stock/warehouses";
        }
        outcomes.explain(Own.answer(result), "code", problems);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(typed, problems, model);
    }

    @PostMapping("/stock/warehouses/{id}")
    String change(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        String version = typed.getOrDefault("version", "");
        outcomes.tell(Own.answer(warehouses.change(Own.organisation(), id, form(typed, new Problems()), version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0)),
                "warehouse.saved", next);
        return "redirect:/stock/warehouses";
    }

    private Warehouses.Form form(Map<String, String> typed, Problems problems) {
        FormValues form = new FormValues(typed, problems, words);
        String code = form.text("code", 40);
        return new Warehouses.Form(code == null ? "" : code, form.text("name", 100), form.text("gln", 13), typed.containsKey("main"), typed.containsKey("closed"));
    }

    private String show(Map<String, String> typed, Problems problems, Model model) {
        model.addAttribute("warehouses", warehouses.of(Own.organisation()));
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "inventory/warehouses";
    }
}
