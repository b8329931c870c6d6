package io.tradelane.portal.onboarding;

import io.tradelane.portal.access.PasswordRules;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever has the link says her name and chooses a password. The link holds once, and for some days. */
@Page
class InvitationPages {
    private static final int LONGEST_NAME = 100;
    /** Where Spring Security looks for where to go. */
    private static final String AFTER_SIGN_IN = "SPRING_SECURITY_SAVED_REQUEST";
    private final Onboardings onboardings;
    private final Organisations organisations;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final Words words;

    InvitationPages(Onboardings onboardings, Organisations organisations, PasswordEncoder passwords, PasswordRules rules, Words words) {
        this.rules = rules;
        this.onboardings = onboardings;
        this.organisations = organisations;
        this.passwords = passwords;
        this.words = words;
    }

    @GetMapping("/invitations/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, "", Map.of(), model, response);
    }

    @PostMapping("/invitations/{token}")
    String accept(@PathVariable String token, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String password,
            Model model, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> problems = new TreeMap<>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.put("name", words.text(name.isBlank() ? "problem.required" : "problem.tooLong"));
        }
        Optional<Onboarding> invited = onboardings.invitation(token);
        invited.flatMap(found -> rules.problem(password, found.email())).ifPresent(problem -> problems.put("password", words.text(problem)));
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, name, problems, model, response);
        }
        if (invited.isEmpty() || onboardings.accept(token, name.strip(), String.valueOf(passwords.encode(password))).isEmpty()) {
            return page(token, name, problems, model, response);
        }
        request.getSession().setAttribute(AFTER_SIGN_IN, new SimpleSavedRequest(request.getContextPath() + "/onboarding"));
        return "redirect:/sign-in?invited";
    }

    private String page(String token, String name, Map<String, String> problems, Model model, HttpServletResponse response) {
        Optional<Onboarding> invited = onboardings.invitation(token);
        if (invited.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("invited", invited.orElse(null));
        invited.ifPresent(found -> Tenancy.run(Actor.hub(), () -> {
            model.addAttribute("company", organisations.find(found.company()).orElseThrow());
            model.addAttribute("counterparty", organisations.find(found.counterparty()).orElseThrow());
        }));
        model.addAttribute("token", token);
        model.addAttribute("name", name);
        model.addAttribute("problems", problems);
        return "onboarding/invitation";
    }
}
