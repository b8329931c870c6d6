package io.tradelane.portal.exchange;

import io.tradelane.portal.frame.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The life of a deal on one page. */
@Page
class LifePage {
    private static final int LONGEST = 100;
    private final LifeLine lives;

    LifePage(LifeLine lives) {
        this.lives = lives;
    }

    @GetMapping("/documents/life")
    String show(@RequestParam(defaultValue = "") String key, Model model) {
        String number = key.strip().substring(0, Math.min(LONGEST, key.strip().length()));
        LifeLine.Life life = lives.of(number);
        model.addAttribute("life", life);
        model.addAttribute("key", number);
        return "exchange/life";
    }
}
