package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.PriceChange;
import io.tradelane.trading.catalogue.PriceChanges;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Prices of a supplier that wait for a second person, those that are decided, and from how large a move on one is needed. */
@Page
class PricePages {
    private static final String PATH = "/articles/prices";
    private static final int SIZE = 25;
    private static final int MOST_WAITING = 200;
    private final PriceChanges changes;
    private final Organisations organisations;
    private final Outcomes outcomes;
    private final Words words;

    PricePages(PriceChanges changes, Organisations organisations, Outcomes outcomes, Words words) {
        this.changes = changes;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.words = words;
    }

    /** The company of the caller, which sells. */
    static UUID seller(Organisations organisations) {
        UUID own = ArticleActions.supplier();
        return organisations.find(own).filter(one -> one.kind() == Kind.SUPPLIER || one.kind() == Kind.BOTH).map(Organisation::id).orElseThrow(NotFound::new);
    }

    @GetMapping(PATH)
    String list(@RequestParam(required = false) @Nullable UUID before, Model model) {
        UUID supplier = seller(organisations);
        List<PriceChange> decided = changes.list(supplier, false, before, SIZE + 1);
        Map<UUID, Organisation> buyers = new LinkedHashMap<>();
        organisations.list().forEach(one -> buyers.put(one.id(), one));
        model.addAttribute("waiting", changes.list(supplier, true, null, MOST_WAITING));
        model.addAttribute("decided", decided.subList(0, Math.min(SIZE, decided.size())));
        model.addAttribute("buyers", buyers);
        model.addAttribute("threshold", changes.threshold(supplier));
        model.addAttribute("first", before == null ? null : PATH);
        model.addAttribute("next", decided.size() > SIZE ? Address.of(PATH).with("before", decided.get(SIZE - 1).id().toString()).toString() : null);
        return "catalogue/prices";
    }

    @PostMapping(PATH + "/{id}/decision")
    String decide(@PathVariable UUID id, @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        boolean agreed = decision.equals("agree");
        outcomes.tell(ArticleAnswers.of(changes.decide(seller(organisations), id, agreed, reason)), agreed ? "price.agreed" : "price.refused", next);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/threshold")
    String threshold(@RequestParam Map<String, String> typed, RedirectAttributes next) {
        outcomes.tell(ArticleAnswers.of(changes.threshold(seller(organisations), new FormValues(typed, new Problems(), words).number("percent"))), "price.threshold.saved", next);
        return "redirect:" + PATH;
    }
}
