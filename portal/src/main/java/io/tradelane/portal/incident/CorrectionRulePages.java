package io.tradelane.portal.incident;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.incident.CorrectionRule;
import io.tradelane.trading.incident.CorrectionRules;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose documents may not be corrected by one person alone. */
@Page
class CorrectionRulePages {
    private final CorrectionRules rules;
    private final Organisations organisations;
    private final Words words;

    CorrectionRulePages(CorrectionRules rules, Organisations organisations, Words words) {
        this.rules = rules;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/corrections/rules")
    String list(Model model) {
        return page(new Problems(), model);
    }

    @PostMapping("/corrections/rules")
    String set(
            @RequestParam(required = false) @Nullable UUID sender, @RequestParam(required = false) @Nullable UUID receiver,
            @RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "true") boolean secondPerson, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        if (sender == null || organisations.find(sender).isEmpty()) {
            problems.add("sender", words.text("problem.required"));
        }
        if (receiver != null && organisations.find(receiver).isEmpty()) {
            problems.add("receiver", words.text("problem.required"));
        }
        if (sender == null || !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(problems, model);
        }
        rules.put(new CorrectionRule(Ids.next(), sender, receiver, Constants.of(DocumentType.class, type).orElse(null), secondPerson));
        Toast.ok(next, words.text("correctionRule.saved"));
        return "redirect:/corrections/rules";
    }

    @PostMapping("/corrections/rules/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        if (rules.remove(id)) {
            Toast.ok(next, words.text("correctionRule.removed"));
        }
        return "redirect:/corrections/rules";
    }

    private String page(Problems problems, Model model) {
        model.addAttribute("rules", rules.list());
        model.addAttribute("organisations", organisations.list());
        model.addAttribute("types", DocumentType.values());
        model.addAttribute("problems", problems.texts());
        return "incident/correction-rules";
    }
}
