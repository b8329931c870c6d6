package io.tradelane.portal.inventory;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.SharedStock.Mode;
import io.tradelane.trading.inventory.StockSharing;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What suppliers let buyers see of their stock: to the buyer what there is, to the supplier who sees what. */
@Page
class SharingPages {
    private final StockSharing sharing;
    private final Organisations organisations;
    private final Outcomes outcomes;
    private final Words words;

    SharingPages(StockSharing sharing, Organisations organisations, Outcomes outcomes, Words words) {
        this.sharing = sharing;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/stock/shared")
    String show(@RequestParam(defaultValue = "") String q, Model model) {
        UUID own = Own.organisation();
        Kind kind = organisations.find(own).map(Organisation::kind).orElse(Kind.OPERATOR);
        String text = q.strip();
        model.addAttribute("sells", kind == Kind.SUPPLIER || kind == Kind.BOTH);
        model.addAttribute("buys", kind == Kind.BUYER || kind == Kind.BOTH);
        model.addAttribute("q", text);
        model.addAttribute("shares", sharing.of(own));
        model.addAttribute("seen", kind == Kind.SUPPLIER ? List.of() : sharing.seenBy(own, text.isEmpty() ? null : text));
        model.addAttribute("modes", Mode.values());
        model.addAttribute("buyers", Caller.current().may(Permission.STOCK_SHARE) ? organisations.list().stream()
                .filter(one -> !one.id().equals(own) && (one.kind() == Kind.BUYER || one.kind() == Kind.BOTH)).toList() : List.of());
        return "inventory/shared";
    }

    @PostMapping("/stock/shares")
    String set(
            @RequestParam(defaultValue = "") String buyer, @RequestParam(defaultValue = "") String article, @RequestParam(defaultValue = "") String mode, RedirectAttributes next) {
        Optional<Mode> chosen = Constants.of(Mode.class, mode);
        if (chosen.isEmpty() || !buyer.isEmpty() && !buyer.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            Toast.bad(next, words.text("problem.unknown"));
        } else {
            outcomes.tell(Own.answer(sharing.set(Own.organisation(), buyer.isEmpty() ? null : UUID.fromString(buyer), article.isBlank() ? null : article.strip(), chosen.get())),
                    "shares.saved", next);
        }
        return "redirect:/stock/shared";
    }

    @PostMapping("/stock/shares/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(Own.answer(sharing.remove(Own.organisation(), id)), "shares.removed", next);
        return "redirect:/stock/shared";
    }
}
