package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisations;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator adds a company to the directory. */
@Page
class NewPartners {
    private final Organisations organisations;
    private final NewPartnerFields fields;
    private final Words words;

    NewPartners(Organisations organisations, NewPartnerFields fields, Words words) {
        this.organisations = organisations;
        this.fields = fields;
        this.words = words;
    }

    @GetMapping("/partners/new")
    String form(Model model) {
        return form(Map.of("currency", "CNY"), new Problems(), model);
    }

    @PostMapping("/partners")
    String create(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        NewOrganisation company = fields.read(typed, (field, problem) -> problems.add(field, words.text(problem)));
        if (company == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(typed, problems, model);
        }
        UUID id = organisations.create(company);
        Toast.ok(next, words.text("partner.created"));
        return "redirect:/partners/" + id;
    }

    private String form(Map<String, String> values, Problems problems, Model model) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("name", words.text("partner.name"));
        labels.put("nameLocal", words.text("partner.nameLocal"));
        labels.put("kind", words.text("partner.kind"));
        labels.put("gln", words.text("partner.gln"));
        labels.put("currency", words.text("partner.currency"));
        labels.put("street", words.text("partner.street"));
        labels.put("postalCode", words.text("partner.postalCode"));
        labels.put("city", words.text("partner.city"));
        labels.put("country", words.text("partner.country"));
        model.addAttribute("labels", labels);
        model.addAttribute("helps", Map.of("gln", words.text("partner.gln.help"), "currency", words.text("partner.currency.help"),
                "country", words.text("partner.country.help"), "kind", words.text("partner.kind.help")));
        model.addAttribute("kinds", NewPartnerFields.KINDS);
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        return "partner/new";
    }
}
