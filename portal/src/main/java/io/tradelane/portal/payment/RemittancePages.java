package io.tradelane.portal.payment;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.payment.RemittanceCase;
import io.tradelane.trading.payment.RemittanceFilter;
import io.tradelane.trading.payment.RemittancePage;
import io.tradelane.trading.payment.RemittanceView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payments that were announced: which have come, which are overdue, and what the supplier's finance has to decide. */
@Page
class RemittancePages {
    private static final int SIZE = 25;
    private static final int LONGEST_REASON = 500;
    private final RemittanceAdvices remittances;
    private final Timeline timeline;
    private final Outcomes outcomes;
    private final Words words;

    RemittancePages(RemittanceAdvices remittances, Timeline timeline, Outcomes outcomes, Words words) {
        this.remittances = remittances;
        this.timeline = timeline;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/payments/advices")
    String list(
            @RequestParam(defaultValue = "announced") String tab, @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID before, Model model) {
        RemittanceFilter.Tab chosen = Constants.of(RemittanceFilter.Tab.class, tab).orElse(RemittanceFilter.Tab.ANNOUNCED);
        String text = q.strip();
        RemittancePage page = remittances.list(new RemittanceFilter(chosen, text.isEmpty() ? null : text, before, SIZE));
        Address here = Address.of("/payments/advices").with("tab", Constants.word(chosen)).with("q", text);
        model.addAttribute("page", page);
        model.addAttribute("tabs", RemittanceFilter.Tab.values());
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        model.addAttribute("total", page.counts().getOrDefault(chosen, 0));
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        return "payment/advices";
    }

    @GetMapping("/payments/advices/{id}")
    String show(@PathVariable UUID id, Model model) {
        RemittanceView advice = NotFound.orElse404(remittances.find(id));
        Caller caller = Caller.current();
        model.addAttribute("advice", advice);
        model.addAttribute("mayDecide", caller.may(Permission.PAYMENT_ALLOCATE) && caller.isSelf(advice.supplier().id()));
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(RemittanceAdvices.ENTITY, id))));
        return "payment/advice";
    }

    @PostMapping("/payments/advices/cases/{id}")
    String decide(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason,
            @RequestParam int version, RedirectAttributes next) {
        RemittanceCase found = NotFound.orElse404(remittances.findCase(id));
        Optional<RemittanceCase.Status> chosen = Constants.of(RemittanceCase.Status.class, decision);
        if (chosen.isEmpty() || reason.isBlank() || reason.length() > LONGEST_REASON) {
            Toast.bad(next, words.text(chosen.isEmpty() ? "problem.choice" : "invoice.reasonNeeded"));
        } else {
            outcomes.tell(remittances.decide(id, chosen.get(), reason.strip(), version), "remittance.decided", next);
        }
        return "redirect:/payments/advices/" + found.advice();
    }
}
