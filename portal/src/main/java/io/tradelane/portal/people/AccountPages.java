package io.tradelane.portal.people;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.OwnPassword;
import io.tradelane.portal.access.PasswordRules;
import io.tradelane.portal.access.PublicAddress;
import io.tradelane.portal.access.Sessions;
import io.tradelane.portal.access.SignedInUser;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.Accounts;
import io.tradelane.trading.people.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, and where one is signed in. */
@Page
class AccountPages {
    private final Accounts accounts;
    private final Users users;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final OwnPassword own;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final PublicAddress address;
    private final Words words;

    AccountPages(Accounts accounts, Users users, SecondFactors factors, Sessions sessions, OwnPassword own, PasswordEncoder passwords, PasswordRules rules,
            PublicAddress address, Words words) {
        this.accounts = accounts;
        this.users = users;
        this.factors = factors;
        this.sessions = sessions;
        this.own = own;
        this.passwords = passwords;
        this.rules = rules;
        this.address = address;
        this.words = words;
    }

    @GetMapping("/account")
    String show(Model model, HttpServletRequest request) {
        return page(new Problems(), model, request);
    }

    /** All other sessions end. */
    @PostMapping("/account/password")
    String password(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password, Model model,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes next) {
        User user = Tenancy.call(Actor.hub(), () -> users.find(self().id())).orElseThrow(NotFound::new);
        Problems problems = new Problems();
        FormValues values = new FormValues(Map.of(), problems, words);
        if (!own.confirmed(user.id(), current, request)) {
            values.wrong("current", "account.problem.current");
        }
        rules.problem(password, user.email()).ifPresent(problem -> values.wrong("password", problem));
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(problems, model, request);
        }
        accounts.changePassword(user, String.valueOf(passwords.encode(password)), address.of("/password"));
        sessions.endAll(user.email(), request.getSession().getId());
        Toast.ok(next, words.text("account.passwordChanged"));
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/removal")
    String end(@RequestParam String session, RedirectAttributes next) {
        if (!sessions.end(self().email(), session)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("account.sessionEnded"));
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/removal-of-others")
    String endOthers(HttpServletRequest request, RedirectAttributes next) {
        sessions.endAll(self().email(), request.getSession().getId());
        Toast.ok(next, words.text("account.sessionsEnded"));
        return "redirect:/account";
    }

    static SignedInUser self() {
        SignedInUser user = Caller.current().user();
        if (user == null) {
            throw new NotFound();
        }
        return user;
    }

    private String page(Problems problems, Model model, HttpServletRequest request) {
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", Map.of("current", words.text("account.current"), "password", words.text("account.new")));
        model.addAttribute("secondFactor", factors.confirmed(self().id()));
        model.addAttribute("codesLeft", factors.codesLeft(self().id()));
        model.addAttribute("sessions", sessions.list(self().email(), request.getSession().getId()));
        return "people/account";
    }
}
