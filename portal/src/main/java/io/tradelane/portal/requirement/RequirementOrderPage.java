package io.tradelane.portal.requirement;

import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.requirement.Requirements;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders what is needed without asking for quotations: lines with a chosen article go into carts. */
@Page
class RequirementOrderPage {
    private final Requirements requirements;
    private final VisibleRequirements visible;
    private final Outcomes outcomes;

    RequirementOrderPage(Requirements requirements, VisibleRequirements visible, Outcomes outcomes) {
        this.requirements = requirements;
        this.visible = visible;
        this.outcomes = outcomes;
    }

    /** Whether a line can go into a cart as it is. */
    static boolean orderable(RequirementView.Line line) {
        return line.chosen() != null && line.chosen().unit().equals(line.quantity().unit());
    }

    @GetMapping("/requirements/{id}/order")
    String prepare(@PathVariable UUID id, Model model) {
        RequirementView requirement = visible.require(id);
        List<RequirementView.Line> open = requirement.openLines();
        model.addAttribute("requirement", requirement);
        model.addAttribute("orderable", open.stream().filter(RequirementOrderPage::orderable).toList());
        model.addAttribute("others", open.stream().filter(line -> !orderable(line)).toList());
        return "requirement/order";
    }

    @PostMapping("/requirements/{id}/order")
    String order(@PathVariable UUID id, @RequestParam int version, @RequestParam(required = false) @Nullable List<String> line, RedirectAttributes next) {
        visible.require(id);
        Requirements.Carted carted = requirements.order(id, line == null ? Set.of() : Set.copyOf(line), version);
        outcomes.tell(carted.result(), "requirement.carted", next);
        return carted.carts().isEmpty() ? "redirect:/requirements/" + id
                : carted.carts().size() == 1 ? "redirect:/carts/" + carted.carts().iterator().next() : "redirect:/carts";
    }
}
