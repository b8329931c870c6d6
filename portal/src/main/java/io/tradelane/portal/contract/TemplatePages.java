package io.tradelane.portal.contract;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.contract.ClauseKind;
import io.tradelane.trading.contract.ContractTemplate;
import io.tradelane.trading.contract.ContractTemplates;
import io.tradelane.trading.contract.ContractType;
import io.tradelane.trading.order.CommandResult;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Templates: the company's own, and a copy of the operator's to make one's own of. */
@Page
class TemplatePages {
    private static final int PARAMS = 10;
    private final ContractTemplates templates;
    private final Outcomes outcomes;
    private final Words words;

    TemplatePages(ContractTemplates templates, Outcomes outcomes, Words words) {
        this.templates = templates;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/contracts/templates")
    String list(Model model) {
        model.addAttribute("templates", templates.list());
        return "contract/templates";
    }

    @GetMapping("/contracts/templates/{id}")
    String show(@PathVariable UUID id, Model model) {
        ContractTemplate template = NotFound.orElse404(templates.find(id));
        Map<String, String> form = new LinkedHashMap<>(Map.of("nameEn", template.nameEn(), "nameZh", template.nameZh(), "type", template.type().name()));
        ContractFields.clauses(template.clauses(), form);
        template.params().forEach((name, value) -> {
            int row = ContractFields.rows(form, "name");
            form.put("name-" + row, name);
            form.put("value-" + row, value);
        });
        return page(template, form, new Problems(), model);
    }

    /** One's own is changed; of another's a copy becomes one's own. */
    @PostMapping("/contracts/templates/{id}")
    String write(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        ContractTemplate template = NotFound.orElse404(templates.find(id));
        Problems problems = new Problems();
        FormValues values = new FormValues(typed, problems, words);
        String nameEn = values.text("nameEn", 100);
        String nameZh = values.text("nameZh", 100);
        Map<String, String> params = new LinkedHashMap<>();
        for (int i = 0; i < ContractFields.rows(typed, "name"); i++) {
            String name = values.text("name-" + i, 40);
            String value = values.text("value-" + i, 200);
            if (name != null && !name.matches("[A-Za-z][A-Za-z0-9]*")) {
                values.wrong("name-" + i, "contract.template.name.wrong");
            } else if (name != null) {
                params.put(name, value == null ? "" : value);
            }
        }
        ContractTemplates.Form form = new ContractTemplates.Form(Constants.of(ContractType.class, typed.getOrDefault("type", "")).orElse(template.type()),
                nameEn == null ? "" : nameEn, nameZh == null ? "" : nameZh, ContractFields.clauses(typed, values), params);
        if (values.right()) {
            CommandResult result = templates.mine(template) ? templates.write(id, form, version) : templates.create(form);
            if (result instanceof CommandResult.Done done) {
                Toast.ok(next, words.text("contract.template.saved"));
                return "redirect:/contracts/templates/" + done.id();
            }
            outcomes.explain(result, "nameEn", problems);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(template, typed, problems, model);
    }

    @PostMapping("/contracts/templates/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(templates.remove(id), "contract.template.removed", next);
        return "redirect:/contracts/templates";
    }

    private String page(ContractTemplate template, Map<String, String> form, Problems problems, Model model) {
        model.addAttribute("template", template);
        model.addAttribute("mine", templates.mine(template));
        model.addAttribute("mayWrite", Caller.current().may(Permission.CONTRACT_TEMPLATE));
        model.addAttribute("form", form);
        model.addAttribute("clauses", ContractFields.rows(form, "titleEn") + 2);
        model.addAttribute("params", Math.min(PARAMS, ContractFields.rows(form, "name") + 2));
        model.addAttribute("kinds", ClauseKind.values());
        model.addAttribute("problems", problems.texts());
        return "contract/template";
    }
}
