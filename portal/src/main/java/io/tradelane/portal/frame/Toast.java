package io.tradelane.portal.frame;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says about the last click. */
public record Toast(String text, String tone) implements Serializable {

    public static void ok(RedirectAttributes next, String text) {
        next.addFlashAttribute("toast", new Toast(text, "ok"));
    }

    public static void bad(RedirectAttributes next, String text) {
        next.addFlashAttribute("toast", new Toast(text, "bad"));
    }
}
