package io.tradelane.portal.people;

import io.tradelane.portal.access.SecondStep;
import io.tradelane.portal.access.SignedInUser;
import io.tradelane.portal.access.SignedInUser.Missing;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.people.SecondFactors;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in: a code; or, where a company asks for one and there is none yet, setting it up. */
@Page
class SecondStepPages {
    private static final int LONGEST = 30;
    private final SecondStep step;
    private final SecondFactors factors;

    SecondStepPages(SecondStep step, SecondFactors factors) {
        this.step = step;
        this.factors = factors;
    }

    @GetMapping("/sign-in/code")
    String code(Model model) {
        model.addAttribute("wrong", false);
        model.addAttribute("wait", 0L);
        return SecondStep.waiting(Missing.CODE).isEmpty() ? "redirect:/sign-in" : "people/code";
    }

    @PostMapping("/sign-in/code")
    @Nullable String code(@RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<SignedInUser> user = SecondStep.waiting(Missing.CODE);
        if (user.isEmpty()) {
            return "redirect:/sign-in";
        }
        long wait = step.wait(user.get(), request);
        if (wait == 0 && code.length() <= LONGEST && step.verify(user.get(), code, request)) {
            step.complete(user.get(), request, response);
            step.goOn(request, response);
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", wait == 0);
        model.addAttribute("wait", wait);
        return "people/code";
    }

    @GetMapping("/sign-in/second-factor")
    String setUp(Model model) {
        Optional<SignedInUser> user = SecondStep.waiting(Missing.ENROLMENT);
        return user.isEmpty() ? "redirect:/sign-in" : form(user.get(), false, model);
    }

    @PostMapping("/sign-in/second-factor")
    String setUp(@RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedInUser> user = SecondStep.waiting(Missing.ENROLMENT);
        if (user.isEmpty()) {
            return "redirect:/sign-in";
        }
        Optional<List<String>> codes = code.length() > LONGEST ? Optional.empty() : factors.confirm(user.get().id(), code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(user.get(), true, model);
        }
        step.complete(user.get(), request, response);
        model.addAttribute("codes", codes.get());
        model.addAttribute("back", "/");
        return "people/codes";
    }

    private String form(SignedInUser user, boolean wrong, Model model) {
        String secret = factors.begin(user.id()).orElse("");
        model.addAttribute("qr", QrCode.ofTotp(user.email(), secret));
        model.addAttribute("secret", QrCode.inGroups(secret));
        model.addAttribute("wrong", wrong);
        model.addAttribute("action", "/sign-in/second-factor");
        model.addAttribute("needed", true);
        return "people/second-factor";
    }
}
