package io.tradelane.portal.relation;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.relation.Factor;
import io.tradelane.trading.relation.Recommendations;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Suggested suppliers of a buyer, and why another is not among them. */
@Page
class RecommendationsPage {
    private final Recommendations recommendations;

    RecommendationsPage(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** @param factor what they go by; none: all @param why a supplier that is asked about */
    @GetMapping("/buyer/recommendations")
    String show(@RequestParam(required = false) @Nullable List<String> factor, @RequestParam(defaultValue = "") String why, Model model) {
        Set<Factor> chosen = EnumSet.noneOf(Factor.class);
        if (factor != null) {
            factor.forEach(word -> Constants.of(Factor.class, word).ifPresent(chosen::add));
        }
        Set<Factor> factors = chosen.isEmpty() ? EnumSet.allOf(Factor.class) : chosen;
        UUID asked = why.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(why) : null;
        model.addAttribute("recommended", recommendations.suppliers(factors));
        model.addAttribute("sellers", recommendations.sellers());
        model.addAttribute("factors", Factor.values());
        model.addAttribute("chosen", factors);
        model.addAttribute("asked", asked);
        model.addAttribute("why", asked == null ? null : NotFound.orElse404(recommendations.why(asked, factors)));
        return "relation/recommendations";
    }
}
