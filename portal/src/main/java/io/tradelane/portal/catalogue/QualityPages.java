package io.tradelane.portal.catalogue;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.catalogue.ArticleQuality;
import io.tradelane.trading.partner.Organisations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The articles of which too little is said: a supplier's own, or for the operator those of all. */
@Page
class QualityPages {
    static final int WORST = 50;
    private final ArticleQuality quality;
    private final Organisations organisations;
    private final Outcomes outcomes;

    QualityPages(ArticleQuality quality, Organisations organisations, Outcomes outcomes) {
        this.quality = quality;
        this.organisations = organisations;
        this.outcomes = outcomes;
    }

    /** @return null: of all */
    static @Nullable UUID whose(Organisations organisations) {
        return Caller.current().may(Permission.ARTICLE_REVIEW) ? null : PricePages.seller(organisations);
    }

    @GetMapping("/articles/quality")
    String list(Model model) {
        UUID supplier = whose(organisations);
        model.addAttribute("worst", quality.worst(supplier, WORST));
        model.addAttribute("all", supplier == null);
        model.addAttribute("hours", supplier == null ? null : quality.promise(supplier));
        return "catalogue/quality";
    }

    @PostMapping("/articles/quality/promise")
    String promise(@RequestParam(defaultValue = "") String hours, RedirectAttributes next) {
        outcomes.tell(ArticleAnswers.of(quality.promise(PricePages.seller(organisations), hours.matches("\\d{1,5}") ? Integer.parseInt(hours) : 0)), "quality.promised", next);
        return "redirect:/articles/quality";
    }
}
