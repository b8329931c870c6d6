package io.tradelane.portal.inventory;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.inventory.StockCheck;
import io.tradelane.trading.inventory.StockFilter;
import io.tradelane.trading.inventory.StockItemView;
import io.tradelane.trading.inventory.StockItemView.Movement;
import io.tradelane.trading.inventory.StockPage;
import io.tradelane.trading.inventory.Stocks;
import io.tradelane.trading.inventory.Warehouse;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A company's own stock, and how it came about. */
@Page
class StockPages {
    private static final int SIZE = 50;
    private final Stocks stocks;
    private final Warehouses warehouses;
    private final StockCheck check;
    private final Words words;

    StockPages(Stocks stocks, Warehouses warehouses, StockCheck check, Words words) {
        this.stocks = stocks;
        this.warehouses = warehouses;
        this.check = check;
        this.words = words;
    }

    @GetMapping("/stock")
    String list(
            @RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String warehouse,
            @RequestParam(defaultValue = "1") String page, Model model) {
        UUID own = Own.organisation();
        StockFilter.Tab chosen = Constants.of(StockFilter.Tab.class, tab).orElse(StockFilter.Tab.ALL);
        List<Warehouse> open = warehouses.of(own).stream().filter(one -> one.closedAt() == null).toList();
        Warehouse place = open.stream().filter(one -> one.code().equals(warehouse)).findFirst().orElse(null);
        int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        String text = q.strip();
        StockPage found = stocks.list(own, new StockFilter(chosen, text.isEmpty() ? null : text, place == null ? null : place.id(), number, SIZE));
        Address here = Address.of("/stock").with("tab", Constants.word(chosen)).with("q", text).with("warehouse", place == null ? "" : place.code());
        model.addAttribute("page", found);
        model.addAttribute("tabs", StockFilter.Tab.values());
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        model.addAttribute("warehouses", open);
        model.addAttribute("warehouse", place);
        model.addAttribute("first", number == 1 ? null : here.toString());
        model.addAttribute("next", number * SIZE < found.counts().getOrDefault(chosen, 0) ? here.with("page", String.valueOf(number + 1)).toString() : null);
        return "inventory/stock";
    }

    @GetMapping("/stock/items/{id}")
    String item(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before, Model model) {
        UUID own = Own.organisation();
        StockItemView item = NotFound.orElse404(stocks.find(own, id));
        List<Movement> movements = stocks.movements(own, id, before, SIZE);
        model.addAttribute("item", item);
        model.addAttribute("movements", movements);
        model.addAttribute("warehouses", warehouses.of(own).stream().filter(one -> one.closedAt() == null).toList());
        model.addAttribute("requestId", Ids.next());
        model.addAttribute("first", before == null ? null : "/stock/items/" + id);
        model.addAttribute("next", movements.size() < SIZE ? null : "/stock/items/" + id + "?before=" + movements.getLast().id());
        return "inventory/item";
    }

    /** Adds up the company's own movements now, instead of in an hour. */
    @PostMapping("/stock/check")
    String check(RedirectAttributes next) {
        UUID own = Own.organisation();
        Tenancy.run(Tenancy.current().asHub(), () -> check.run(own));
        Toast.ok(next, words.text("stock.checked"));
        return "redirect:/stock";
    }
}
