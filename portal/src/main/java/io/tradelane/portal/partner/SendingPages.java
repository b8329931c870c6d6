package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.traffic.Breakers;
import io.tradelane.trading.partner.Channel;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person holds what goes over a connection, or lets it go. */
@Page
class SendingPages {
    static final int LONGEST_REASON = 200;
    private final Sending sending;
    private final Breakers breakers;
    private final Words words;

    SendingPages(Sending sending, Breakers breakers, Words words) {
        this.sending = sending;
        this.breakers = breakers;
        this.words = words;
    }

    @PostMapping("/connections/{id}/sending")
    String set(@PathVariable UUID id, @RequestParam boolean stopped, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        Channel channel = sending.own(id);
        String why = reason.strip();
        if (stopped) {
            breakers.stop(channel, why.isEmpty() ? null : why.substring(0, Math.min(LONGEST_REASON, why.length())));
        } else {
            breakers.close(channel);
        }
        Toast.ok(next, words.text(stopped ? "sending.stopped" : "sending.resumed"));
        return "redirect:/connections/" + id + "#sending";
    }
}
