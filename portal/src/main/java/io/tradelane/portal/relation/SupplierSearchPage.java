package io.tradelane.portal.relation;

import io.tradelane.portal.frame.Page;
import io.tradelane.trading.catalogue.Categories;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding suppliers by what they sell and where they are. */
@Page
class SupplierSearchPage {
    private final FoundSuppliers suppliers;
    private final Categories categories;

    SupplierSearchPage(FoundSuppliers suppliers, Categories categories) {
        this.suppliers = suppliers;
        this.categories = categories;
    }

    @GetMapping("/suppliers")
    String find(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID category, @RequestParam(defaultValue = "") String region, Model model) {
        List<String> regions = region.isBlank() ? List.of() : List.of(region.strip());
        model.addAttribute("found", suppliers.find(q, category, regions));
        model.addAttribute("q", q.strip());
        model.addAttribute("category", category);
        model.addAttribute("region", region.strip());
        model.addAttribute("categories", categories.tree().values());
        return "relation/search";
    }
}
