package io.tradelane.portal.people;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Language;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.people.AccessOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting colleagues: the link goes by mail, and is shown to nobody else. */
@Page
class InvitingPages {
    private static final int LONGEST = 320;
    private final PeopleCommands commands;
    private final Organisations organisations;
    private final AccessOutcomes outcomes;
    private final Words words;

    InvitingPages(PeopleCommands commands, Organisations organisations, AccessOutcomes outcomes, Words words) {
        this.commands = commands;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/people/invitations/new")
    String form(Model model, Locale locale) {
        return form(Map.of("language", Language.isChinese(locale) ? "zh-CN" : "en"), Set.of(), new Problems(), model);
    }

    @PostMapping("/people/invitations")
    String invite(@RequestParam Map<String, String> typed, @RequestParam(name = "role", defaultValue = "") List<String> asked, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        FormValues values = new FormValues(typed, problems, words);
        String email = values.text("email", LONGEST);
        Set<Role> roles = new TreeSet<>();
        asked.forEach(word -> Constants.of(Role.class, word).ifPresent(roles::add));
        if (email == null) {
            values.wrong("email", "problem.required");
        }
        if (email != null && problems.isEmpty()) {
            AccessOutcome outcome = commands.invite(email, Language.of(typed.getOrDefault("language", "en")), roles);
            if (outcome instanceof AccessOutcome.Done) {
                Toast.ok(next, words.text("people.invited", email));
                return "redirect:/people";
            }
            problems.add(outcome instanceof AccessOutcome.Invalid wrong ? wrong.field() : "roles", outcomes.reason(outcome));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(typed, roles, problems, model);
    }

    @PostMapping("/people/invitations/{id}/resend")
    String resend(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(commands.resend(id), "people.resent", next);
        return "redirect:/people";
    }

    @PostMapping("/people/invitations/{id}/removal")
    String withdraw(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(commands.withdraw(id), "people.withdrawn", next);
        return "redirect:/people";
    }

    private String form(Map<String, String> form, Set<Role> chosen, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("chosen", chosen);
        model.addAttribute("roles", Role.of(organisations.find(commands.company()).orElseThrow().kind()));
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", Map.of("email", words.text("signIn.email"), "roles", words.text("people.roles")));
        return "people/invite";
    }
}
