package io.tradelane.portal.frame;

import io.tradelane.portal.access.Acting;
import io.tradelane.portal.access.Caller;
import io.tradelane.trading.partner.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Language, theme and the organisation one works for: one click each, back to where one was. */
@Page
class Preferences {
    private final LocaleResolver languages;
    private final Users users;
    private final Acting acting;

    Preferences(LocaleResolver languages, Users users, Acting acting) {
        this.languages = languages;
        this.users = users;
        this.acting = acting;
    }

    @PostMapping("/preferences/language")
    String language(@RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletRequest request, HttpServletResponse response) {
        Locale chosen = Language.of(to);
        languages.setLocale(request, response, chosen);
        Caller caller = Caller.find();
        if (caller != null && caller.user() != null) {
            users.changeLocale(caller.user().id(), chosen);
        }
        return Back.to(back);
    }

    @PostMapping("/preferences/theme")
    String theme(@RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletRequest request, HttpServletResponse response) {
        Preference.remember(request, response, Theme.COOKIE, Theme.of(to).word());
        return Back.to(back);
    }

    @PostMapping("/preferences/organisation")
    String organisation(@RequestParam String to, HttpServletRequest request, HttpServletResponse response) {
        acting.switchTo(to, request, response);
        return "redirect:/";
    }
}
