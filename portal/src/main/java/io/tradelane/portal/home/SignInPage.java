package io.tradelane.portal.home;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form; its answer is taken by Spring Security. */
@Page
class SignInPage {

    @GetMapping("/sign-in")
    String form(@RequestParam Map<String, String> query, @RequestParam(required = false) @Nullable Integer wait, Model model) {
        if (Caller.find() != null) {
            return "redirect:/";
        }
        model.addAttribute("wait", wait);
        model.addAttribute("wrong", query.containsKey("wrong"));
        model.addAttribute("busy", query.containsKey("busy"));
        model.addAttribute("expired", query.containsKey("expired"));
        model.addAttribute("signedOut", query.containsKey("signed-out"));
        return "home/sign-in";
    }
}
