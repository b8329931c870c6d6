package io.tradelane.portal.onboarding;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.Invitations;
import io.tradelane.trading.incident.Invitations.Invitation;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who has been invited and how far each is; and inviting. */
@Page
class OnboardingPages {
    static final List<Kind> KINDS = List.of(Kind.SUPPLIER, Kind.BUYER, Kind.BOTH);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int LONGEST = 200;
    private final Onboardings onboardings;
    private final Invitations invitations;
    private final Organisations organisations;
    private final Words words;
    private final Clock clock;

    OnboardingPages(Onboardings onboardings, Invitations invitations, Organisations organisations, Words words, Clock clock) {
        this.onboardings = onboardings;
        this.invitations = invitations;
        this.organisations = organisations;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/onboardings")
    String list(Model model) {
        model.addAttribute("onboardings", onboardings.list());
        model.addAttribute("now", clock.instant());
        model.addAttribute("mayInvite", Caller.current().may(Permission.ONBOARDING_INVITE));
        return "onboarding/list";
    }

    @GetMapping("/onboardings/new")
    String form(Model model) {
        return form(Map.of("currency", "CNY"), new Problems(), model);
    }

    /** The link is in the mail and on the next page, and nowhere else. */
    @PostMapping("/onboardings")
    String invite(@RequestParam Map<String, String> typed, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        FormValues values = new FormValues(typed, problems, words);
        String name = values.text("name", LONGEST);
        String email = values.text("email", LONGEST);
        Optional<Kind> kind = Constants.of(Kind.class, typed.getOrDefault("kind", "")).filter(KINDS::contains);
        String currency = typed.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT);
        Optional<Organisation> counterparty = counterparty(typed.getOrDefault("counterparty", ""));
        require(values, "name", name != null);
        require(values, "kind", kind.isPresent());
        if (email == null || !EMAIL.matcher(email).matches()) {
            values.wrong("email", "onboarding.problem.email");
        }
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            values.wrong("currency", "partner.problem.currency");
        }
        require(values, "counterparty", counterparty.isPresent());
        if (!problems.isEmpty() || name == null || email == null || kind.isEmpty() || counterparty.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(typed, problems, model);
        }
        Caller caller = Caller.current();
        Locale language = typed.getOrDefault("language", "en").equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        var invited = invitations.invite(new NewOrganisation(name, null, kind.get(), null, currency), counterparty.get().id(), email, language,
                caller.isOperator() ? null : caller.organisation(), token -> link(request, token));
        show(invited, next);
        return "redirect:/onboardings/" + invited.onboarding().id();
    }

    @PostMapping("/onboardings/{id}/invitation")
    String again(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        invitations.again(onboarding, token -> link(request, token)).ifPresentOrElse(invited -> show(invited, next),
                () -> Toast.bad(next, words.text("onboarding.accepted")));
        return "redirect:/onboardings/" + id;
    }

    private static void show(Invitation invited, RedirectAttributes next) {
        next.addFlashAttribute("link", invited.link());
        next.addFlashAttribute("mailed", invited.mailed());
    }

    static String link(HttpServletRequest request, String token) {
        return ServletUriComponentsBuilder.fromContextPath(request).path("/invitations/{token}").buildAndExpand(token).toUriString();
    }

    /** A buyer invites for itself; who runs the hub says for whom. */
    private Optional<Organisation> counterparty(String id) {
        Caller caller = Caller.current();
        UUID own = caller.organisation();
        if (!caller.isOperator() && own != null) {
            return organisations.find(own);
        }
        return organisations.list().stream().filter(one -> one.id().toString().equals(id)).findFirst();
    }

    private static void require(FormValues values, String field, boolean there) {
        if (!there) {
            values.wrong(field, "problem.required");
        }
    }

    private String form(Map<String, String> values, Problems problems, Model model) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("name", words.text("partner.name"));
        labels.put("kind", words.text("partner.kind"));
        labels.put("email", words.text("onboarding.email"));
        labels.put("language", words.text("onboarding.language"));
        labels.put("currency", words.text("partner.currency"));
        boolean operator = Caller.current().isOperator();
        if (operator) {
            labels.put("counterparty", words.text("onboarding.counterparty"));
        }
        model.addAttribute("labels", labels);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("counterparties", operator ? organisations.list().stream().filter(one -> KINDS.contains(one.kind())).toList() : List.of());
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        return "onboarding/new";
    }
}
