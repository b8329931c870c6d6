package io.tradelane.portal.people;

import io.tradelane.portal.access.SecondStep;
import io.tradelane.portal.access.SignedInUser;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.people.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factor: setting it up, new backup codes, doing without. A wrong code counts like a wrong password. */
@Page
class SecondFactorPages {
    private static final int LONGEST = 30;
    private final SecondFactors factors;
    private final SecondStep step;
    private final Words words;

    SecondFactorPages(SecondFactors factors, SecondStep step, Words words) {
        this.factors = factors;
        this.step = step;
        this.words = words;
    }

    @GetMapping("/account/second-factor")
    String setUp(Model model) {
        return factors.confirmed(AccountPages.self().id()) ? "redirect:/account" : form(false, model);
    }

    @PostMapping("/account/second-factor")
    String setUp(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        Optional<List<String>> codes = code.length() > LONGEST ? Optional.empty() : factors.confirm(AccountPages.self().id(), code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return factors.confirmed(AccountPages.self().id()) ? "redirect:/account" : form(true, model);
        }
        return shown(codes.get(), model);
    }

    @PostMapping("/account/second-factor/codes")
    String renew(@RequestParam(defaultValue = "") String code, Model model, HttpServletRequest request, RedirectAttributes next) {
        SignedInUser self = AccountPages.self();
        Optional<List<String>> codes = checked(self, code, request) ? Optional.of(factors.renewCodes(self.id())) : Optional.empty();
        if (codes.isEmpty()) {
            Toast.bad(next, words.text("secondFactor.wrong"));
            return "redirect:/account";
        }
        return shown(codes.get(), model);
    }

    @PostMapping("/account/second-factor/removal")
    String remove(@RequestParam(defaultValue = "") String code, HttpServletRequest request, RedirectAttributes next) {
        SignedInUser self = AccountPages.self();
        if (checked(self, code, request)) {
            factors.remove(self.id());
            Toast.ok(next, words.text("secondFactor.removed"));
        } else {
            Toast.bad(next, words.text("secondFactor.wrong"));
        }
        return "redirect:/account";
    }

    private boolean checked(SignedInUser self, String code, HttpServletRequest request) {
        return code.length() <= LONGEST && step.wait(self, request) == 0 && step.verify(self, code, request);
    }

    private static String shown(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("back", "/account");
        return "people/codes";
    }

    private String form(boolean wrong, Model model) {
        SignedInUser self = AccountPages.self();
        String secret = factors.begin(self.id()).orElse("");
        model.addAttribute("qr", QrCode.ofTotp(self.email(), secret));
        model.addAttribute("secret", QrCode.inGroups(secret));
        model.addAttribute("wrong", wrong);
        model.addAttribute("action", "/account/second-factor");
        model.addAttribute("needed", false);
        return "people/second-factor";
    }
}
