package io.tradelane.portal.relation;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.relation.OwnSupplier;
import io.tradelane.trading.relation.OwnSuppliers;
import io.tradelane.trading.relation.Recommendations;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A buyer's suppliers: what was decided about each, what their deals say, and how their messages fare. */
@Page
class OwnSuppliersPage {
    private static final int SIZE = 25;
    private final OwnSuppliers suppliers;
    private final SupplierRelations relations;
    private final Recommendations recommendations;
    private final Outcomes outcomes;
    private final Words words;

    OwnSuppliersPage(OwnSuppliers suppliers, SupplierRelations relations, Recommendations recommendations, Outcomes outcomes, Words words) {
        this.suppliers = suppliers;
        this.relations = relations;
        this.recommendations = recommendations;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/buyer/suppliers")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String standing, @RequestParam(defaultValue = "1") String page, Model model) {
        Optional<Standing> wanted = Constants.of(Standing.class, standing);
        String text = q.strip().toLowerCase(Locale.ROOT);
        List<OwnSupplier> all = suppliers.list().stream().filter(one -> wanted.isEmpty() || one.relation().standing() == wanted.get()).filter(one -> named(one, text)).toList();
        int number = page.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(page)) : 1;
        int from = Math.min(all.size(), (number - 1) * SIZE);
        model.addAttribute("suppliers", all.subList(from, Math.min(all.size(), from + SIZE)));
        model.addAttribute("total", all.size());
        model.addAttribute("first", number == 1 ? null : address(q, standing, 1));
        model.addAttribute("next", from + SIZE < all.size() ? address(q, standing, number + 1) : null);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("standing", wanted.orElse(null));
        model.addAttribute("q", q.strip());
        model.addAttribute("mayDecide", Caller.current().may(Permission.SUPPLIER_QUALIFY));
        model.addAttribute("refused", recommendations.refused());
        return "relation/own";
    }

    private static String address(String q, String standing, int page) {
        return Address.of("/buyer/suppliers").with("q", q.strip()).with("standing", standing).with("page", page == 1 ? "" : String.valueOf(page)).toString();
    }

    private static boolean named(OwnSupplier one, String text) {
        return one.name().toLowerCase(Locale.ROOT).contains(text) || one.nameLocal() != null && one.nameLocal().contains(text);
    }

    @PostMapping("/buyer/suppliers/{id}/standing")
    String decide(@PathVariable UUID id, @RequestParam String standing, @RequestParam int version, @RequestParam(required = false) @Nullable String reason, RedirectAttributes next) {
        Optional<Standing> decided = Constants.of(Standing.class, standing);
        if (decided.isEmpty()) {
            Toast.bad(next, words.text("problem.choice"));
        } else {
            outcomes.tell(relations.decide(id, decided.get(), reason, version), "supplier.decided", next);
        }
        return "redirect:/buyer/suppliers";
    }

    @PostMapping("/buyer/suppliers/recommendation")
    String refuse(@RequestParam boolean refused, RedirectAttributes next) {
        recommendations.refuse(refused);
        Toast.ok(next, words.text(refused ? "recommended.refused" : "recommended.allowed"));
        return "redirect:/buyer/suppliers";
    }
}
