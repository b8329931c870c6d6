package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.shared.CheckDigit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator adds a company to the directory. */
@Page
class NewPartners {
    private static final int LONGEST_TEXT = 200;
    static final List<Kind> KINDS = List.of(Kind.BUYER, Kind.SUPPLIER, Kind.BOTH, Kind.BANK, Kind.CARRIER);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private final Organisations organisations;
    private final Words words;

    NewPartners(Organisations organisations, Words words) {
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/partners/new")
    String form(Model model) {
        return form(Map.of("currency", "CNY"), new Problems(), model);
    }

    @PostMapping("/partners")
    String create(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        NewOrganisation company = read(typed, problems);
        if (company == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(typed, problems, model);
        }
        UUID id = organisations.create(company);
        Toast.ok(next, words.text("partner.created"));
        return "redirect:/partners/" + id;
    }

    private @Nullable NewOrganisation read(Map<String, String> typed, Problems problems) {
        FormValues values = new FormValues(typed, problems, words);
        String name = values.text("name", LONGEST_TEXT);
        if (name == null) {
            values.wrong("name", "problem.required");
        }
        String nameLocal = values.text("nameLocal", LONGEST_TEXT);
        Optional<Kind> kind = Constants.of(Kind.class, typed.getOrDefault("kind", "")).filter(KINDS::contains);
        if (kind.isEmpty()) {
            values.wrong("kind", "problem.required");
        }
        String gln = values.text("gln", LONGEST_TEXT);
        if (gln != null && !CheckDigit.isGln(gln)) {
            values.wrong("gln", "partner.problem.gln");
        } else if (gln != null && organisations.byIdentifier(PartyIdentifier.GLN, gln).isPresent()) {
            values.wrong("gln", "partner.problem.taken");
        }
        String currency = typed.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            values.wrong("currency", "partner.problem.currency");
        }
        String country = values.text("country", LONGEST_TEXT);
        if (country != null && !COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) {
            values.wrong("country", "partner.problem.country");
        }
        Address address = new Address(values.text("street", LONGEST_TEXT), values.text("city", LONGEST_TEXT), values.text("postalCode", LONGEST_TEXT),
                country == null ? null : country.toUpperCase(Locale.ROOT));
        return !problems.isEmpty() || name == null || kind.isEmpty()
                ? null
                : new NewOrganisation(name, nameLocal, kind.get(), gln, currency, address, List.of());
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
        model.addAttribute("kinds", KINDS);
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        return "partner/new";
    }
}
