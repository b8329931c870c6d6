package io.tradelane.portal.admission;

import io.tradelane.portal.access.PublicAddress;
import io.tradelane.portal.access.SignInThrottle;
import io.tradelane.portal.frame.Language;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.admission.AdmissionOutcome;
import io.tradelane.trading.admission.Application;
import io.tradelane.trading.admission.Applications;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public form by which a company registers itself. Whoever sends it learns nothing about who else did. */
@Page
class RegisterPages {
    private static final int PER_ADDRESS = 10;
    private static final int PER_EMAIL = 3;
    private final Applications applications;
    private final SignInThrottle throttle;
    private final PublicAddress address;
    private final Words words;

    RegisterPages(Applications applications, SignInThrottle throttle, PublicAddress address, Words words) {
        this.applications = applications;
        this.throttle = throttle;
        this.address = address;
        this.words = words;
    }

    @GetMapping("/register")
    String form(Model model, Locale locale) {
        boolean chinese = Language.isChinese(locale);
        return form(chinese ? Map.of("country", "CN", "currency", "CNY") : Map.of(), new Problems(), model);
    }

    @PostMapping("/register")
    String register(@RequestParam Map<String, String> typed, Model model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        Problems problems = new Problems();
        String email = typed.getOrDefault("email", "").strip();
        Optional<Application> application = ApplicationForm.read(typed);
        if (application.isEmpty()) {
            problems.add("kind", words.text("problem.choice"));
        } else if (throttle.tooMany("register", request.getRemoteAddr(), PER_ADDRESS) || throttle.tooMany("register-mail", email.toLowerCase(Locale.ROOT), PER_EMAIL)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            problems.add("email", words.text("register.tooMany"));
            return form(typed, problems, model);
        } else if (applications.register(application.get(), email, Language.isChinese(locale) ? Language.CHINESE : Language.ENGLISH, this::link)
                instanceof AdmissionOutcome.Invalid invalid) {
            ApplicationForm.explain(invalid, problems, words);
        }
        if (problems.isEmpty()) {
            model.addAttribute("email", email);
            return "admission/registered";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(typed, problems, model);
    }

    private String link(String token) {
        return address.of("/applications/" + token);
    }

    private String form(Map<String, String> form, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", ApplicationForm.KINDS);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("wide", true);
        return "admission/register";
    }
}
