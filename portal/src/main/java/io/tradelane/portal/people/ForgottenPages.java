package io.tradelane.portal.people;

import io.tradelane.portal.access.PasswordRules;
import io.tradelane.portal.access.PublicAddress;
import io.tradelane.portal.access.Sessions;
import io.tradelane.portal.access.SignInThrottle;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.people.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever forgot her password gets a link by mail. The answer is the same whether there is such an account or not. */
@Page
class ForgottenPages {
    private static final int LONGEST_EMAIL = 320;
    private static final int PER_ADDRESS = 20;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final PublicAddress address;
    private final Words words;

    ForgottenPages(Accounts accounts, Sessions sessions, SignInThrottle throttle, PasswordEncoder passwords, PasswordRules rules, PublicAddress address,
            Words words) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.passwords = passwords;
        this.rules = rules;
        this.address = address;
        this.words = words;
    }

    @GetMapping("/password")
    String ask(Model model) {
        model.addAttribute("asked", false);
        return "people/forgotten";
    }

    @PostMapping("/password")
    String ask(@RequestParam(defaultValue = "") String email, Model model, HttpServletRequest request, HttpServletResponse response) {
        if (throttle.tooMany("password", request.getRemoteAddr(), PER_ADDRESS)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        } else if (!email.isBlank() && email.length() <= LONGEST_EMAIL) {
            String link = address.of("/password/");
            // Beside the answer, which must not take longer for an account that is there.
            Thread.startVirtualThread(() -> accounts.forgot(email.strip(), token -> link + token));
        }
        model.addAttribute("asked", true);
        return "people/forgotten";
    }

    @GetMapping("/password/{token}")
    String choose(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(accounts.forgetful(token), token, new Problems(), model, response);
    }

    /** All her sessions end. */
    @PostMapping("/password/{token}")
    String choose(@PathVariable String token, @RequestParam(defaultValue = "") String password, Model model, HttpServletResponse response) {
        Optional<User> user = accounts.forgetful(token);
        Problems problems = new Problems();
        FormValues values = new FormValues(Map.of(), problems, words);
        user.flatMap(found -> rules.problem(password, found.email())).ifPresent(problem -> values.wrong("password", problem));
        if (user.isPresent() && !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(user, token, problems, model, response);
        }
        if (user.isEmpty() || accounts.reset(token, String.valueOf(passwords.encode(password)), address.of("/password")).isEmpty()) {
            return page(Optional.empty(), token, problems, model, response);
        }
        sessions.endAll(user.get().email(), null);
        return "redirect:/sign-in?reset";
    }

    private static String page(Optional<User> user, String token, Problems problems, Model model, HttpServletResponse response) {
        if (user.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("email", user.map(User::email).orElse(null));
        model.addAttribute("token", token);
        model.addAttribute("problems", problems.texts());
        return "people/password";
    }
}
