package io.tradelane.portal.exchange;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.exchange.AuditTrail;
import io.tradelane.trading.partner.Organisations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who set up, changed, allowed or decided what. */
@Page
class AuditPage {
    private static final int SIZE = 50;
    private static final int LONGEST_NAME = 100;
    private final AuditTrail trail;
    private final Organisations organisations;

    AuditPage(AuditTrail trail, Organisations organisations) {
        this.trail = trail;
        this.organisations = organisations;
    }

    @GetMapping("/audit")
    String list(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        AuditTrail.Subject only = Constants.of(AuditTrail.Subject.class, subject).orElse(null);
        UUID of = organisations.list().stream().map(one -> one.id()).filter(id -> id.toString().equals(partner)).findFirst().orElse(null);
        String actor = q.strip().substring(0, Math.min(LONGEST_NAME, q.strip().length()));
        var found = trail.list(new AuditTrail.Filter(only, of, actor.isEmpty() ? null : actor, null, null), cursor, SIZE);
        Address here = Address.of("/audit").with("subject", Constants.word(only)).with("partner", of == null ? "" : of.toString()).with("q", actor);
        model.addAttribute("lines", found.items());
        model.addAttribute("subject", only);
        model.addAttribute("subjects", AuditTrail.Subject.values());
        model.addAttribute("partner", of);
        model.addAttribute("partners", organisations.list());
        model.addAttribute("q", actor);
        model.addAttribute("narrowed", only != null || of != null || !actor.isEmpty());
        model.addAttribute("first", cursor == null ? null : here.toString());
        model.addAttribute("next", found.next() == null ? null : here.with("cursor", found.next()).toString());
        return "exchange/audit";
    }
}
