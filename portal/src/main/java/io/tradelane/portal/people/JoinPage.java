package io.tradelane.portal.people;

import io.tradelane.portal.access.PasswordRules;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.admission.Admissions;
import io.tradelane.trading.people.PersonInvitations;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever has the link of an invitation says her name and chooses a password; who has an account only agrees. */
@Page
class JoinPage {
    private static final int LONGEST_NAME = 100;
    private final PersonInvitations invitations;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final Admissions admissions;
    private final Words words;

    JoinPage(PersonInvitations invitations, PasswordEncoder passwords, PasswordRules rules, Admissions admissions, Words words) {
        this.admissions = admissions;
        this.invitations = invitations;
        this.passwords = passwords;
        this.rules = rules;
        this.words = words;
    }

    @GetMapping("/join/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(invitations.open(token), token, "", new Problems(), model, response);
    }

    @PostMapping("/join/{token}")
    String accept(@PathVariable String token, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        Optional<PersonInvitations.Open> open = invitations.open(token);
        Problems problems = new Problems();
        String name = "";
        String hash = "";
        if (open.isPresent() && !open.get().known()) {
            FormValues values = new FormValues(typed, problems, words);
            name = nonNull(values.text("name", LONGEST_NAME));
            if (name.isEmpty()) {
                values.wrong("name", "problem.required");
            }
            String password = typed.getOrDefault("password", "");
            rules.problem(password, open.get().invitation().email()).ifPresent(problem -> values.wrong("password", problem));
            if (!problems.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page(open, token, name, problems, model, response);
            }
            hash = String.valueOf(passwords.encode(password));
        }
        if (open.isEmpty() || invitations.accept(token, name, hash).isEmpty()) {
            return page(Optional.empty(), token, name, problems, model, response);
        }
        admissions.joined(open.get().company().id());
        return "redirect:/sign-in?invited";
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String page(Optional<PersonInvitations.Open> open, String token, String name, Problems problems, Model model, HttpServletResponse response) {
        if (open.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("open", open.orElse(null));
        model.addAttribute("token", token);
        model.addAttribute("name", name);
        model.addAttribute("problems", problems.texts());
        return "people/join";
    }
}
