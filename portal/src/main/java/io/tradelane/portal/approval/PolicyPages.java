package io.tradelane.portal.approval;

import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.approval.ApprovalPolicies;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.Person;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the administrator of a buying company settles: who has to agree to what, up to what each may go, and what cost centres may spend. */
@Page
class PolicyPages {
    private static final String PAGE = "redirect:/approvals/rules";
    private final ApprovalPolicies policies;
    private final Categories categories;
    private final People people;
    private final Organisations organisations;
    private final Outcomes outcomes;
    private final Words words;

    PolicyPages(ApprovalPolicies policies, Categories categories, People people, Organisations organisations, Outcomes outcomes, Words words) {
        this.policies = policies;
        this.categories = categories;
        this.people = people;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/approvals/rules")
    String show(Model model) {
        UUID buyer = ApprovalPages.organisation();
        Map<UUID, Person> staff = people.list(buyer).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        model.addAttribute("rules", policies.rules(buyer));
        model.addAttribute("limits", policies.limits(buyer));
        model.addAttribute("budgets", policies.budgets(buyer));
        model.addAttribute("approvers", policies.approvers(buyer));
        model.addAttribute("people", staff);
        model.addAttribute("categories", categories.tree());
        model.addAttribute("currency", organisations.find(buyer).map(Organisation::currency).orElse("CNY"));
        return "approval/rules";
    }

    @PostMapping("/approvals/rules")
    String addRule(@RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(new PolicyForm(typed, words).rule(policies, ApprovalPages.organisation(), null, 0), next);
    }

    @PostMapping("/approvals/rules/{id}")
    String changeRule(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(new PolicyForm(typed, words).rule(policies, ApprovalPages.organisation(), id, version), next);
    }

    @PostMapping("/approvals/rules/{id}/removal")
    String removeRule(@PathVariable UUID id, RedirectAttributes next) {
        return told(policies.removeRule(ApprovalPages.organisation(), id), next);
    }

    @PostMapping("/approvals/limits")
    String setLimit(@RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(new PolicyForm(typed, words).limit(policies, ApprovalPages.organisation()), next);
    }

    @PostMapping("/approvals/limits/{id}/removal")
    String removeLimit(@PathVariable UUID id, RedirectAttributes next) {
        return told(policies.removeLimit(ApprovalPages.organisation(), id), next);
    }

    @PostMapping("/approvals/budgets")
    String addBudget(@RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(new PolicyForm(typed, words).budget(policies, ApprovalPages.organisation()), next);
    }

    @PostMapping("/approvals/budgets/{id}")
    String changeBudget(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return told(policies.changeBudget(ApprovalPages.organisation(), id, new PolicyForm(typed, words).amount()), next);
    }

    @PostMapping("/approvals/budgets/{id}/removal")
    String removeBudget(@PathVariable UUID id, RedirectAttributes next) {
        return told(policies.removeBudget(ApprovalPages.organisation(), id), next);
    }

    private String told(CommandResult result, RedirectAttributes next) {
        outcomes.tell(result, "approval.policy.saved", next);
        return PAGE;
    }
}
