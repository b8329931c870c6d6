package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The directory of companies, and what is agreed with each. */
@Page
class PartnerPages {
    private final Organisations organisations;
    private final Agreements agreements;
    private final Certificates certificates;

    PartnerPages(Organisations organisations, Agreements agreements, Certificates certificates) {
        this.organisations = organisations;
        this.agreements = agreements;
        this.certificates = certificates;
    }

    @GetMapping("/partners")
    String list(Model model) {
        Caller caller = Caller.current();
        model.addAttribute("partners", organisations.list().stream()
                .filter(organisation -> caller.isOperator() || !caller.isSelf(organisation.id()))
                .toList());
        return "partner/list";
    }

    @GetMapping("/partners/{id}")
    String show(@PathVariable UUID id, Model model) {
        Organisation partner = NotFound.orElse404(organisations.find(id));
        Caller caller = Caller.current();
        List<Agreement> agreed = agreements.list(id).stream()
                .filter(agreement -> caller.isOperator() || caller.isSelf(agreement.sender()) || caller.isSelf(agreement.receiver()))
                .toList();
        model.addAttribute("partner", partner);
        model.addAttribute("identifiers", organisations.identifiers(id));
        model.addAttribute("agreements", agreed);
        model.addAttribute("certificates", certificates.list(id));
        return "partner/partner";
    }
}
