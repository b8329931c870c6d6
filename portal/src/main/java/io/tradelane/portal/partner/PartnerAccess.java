package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.IdentifierCheck;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.PartyIdentifier;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By what a company is recognised: its identifiers and certificates. What is refused is said on the page that follows. */
@Page
class PartnerAccess {
    private final Organisations organisations;
    private final TrustedCertificates trusted;
    private final Words words;

    PartnerAccess(Organisations organisations, TrustedCertificates trusted, Words words) {
        this.organisations = organisations;
        this.trusted = trusted;
        this.words = words;
    }

    @PostMapping("/partners/{id}/identifiers")
    String identify(@PathVariable UUID id, @RequestParam String scheme, @RequestParam String value, RedirectAttributes next) {
        Organisation company = company(id);
        PartyIdentifier identifier = new PartyIdentifier(scheme.strip(), value.strip());
        Optional<String> problem = IdentifierCheck.problem(identifier);
        if (problem.isPresent()) {
            Toast.bad(next, words.text("identifier.problem." + problem.get()));
        } else if (organisations.byIdentifier(identifier.scheme(), identifier.value()).filter(owner -> !owner.id().equals(id)).isPresent()) {
            Toast.bad(next, words.text("partner.problem.taken"));
        } else {
            organisations.addIdentifier(company.id(), identifier);
            Toast.ok(next, words.text("identifier.added"));
        }
        return "redirect:/partners/" + id;
    }

    @PostMapping("/partners/{id}/certificates")
    String trust(@PathVariable UUID id, @RequestParam String alias, @RequestParam String use, @RequestParam String pem, RedirectAttributes next) {
        company(id);
        Optional<String> problem = trusted.add(id, alias, NotFound.orElse404(Constants.of(Use.class, use)), pem).problem();
        if (problem.isPresent()) {
            Toast.bad(next, words.text(problem.get()));
        } else {
            Toast.ok(next, words.text("certificate.added"));
        }
        return "redirect:/partners/" + id;
    }

    @PostMapping("/partners/{id}/certificates/{certificate}/removal")
    String distrust(@PathVariable UUID id, @PathVariable UUID certificate, RedirectAttributes next) {
        trusted.remove(id, certificate);
        Toast.ok(next, words.text("certificate.removed"));
        return "redirect:/partners/" + id;
    }

    private Organisation company(UUID id) {
        return NotFound.orElse404(organisations.find(id));
    }
}
