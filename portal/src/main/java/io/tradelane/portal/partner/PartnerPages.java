package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.WaitingWork;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate;
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
    private final ApiClients clients;
    private final WaitingWork work;

    PartnerPages(Organisations organisations, Agreements agreements, Certificates certificates, ApiClients clients, WaitingWork work) {
        this.organisations = organisations;
        this.agreements = agreements;
        this.certificates = certificates;
        this.clients = clients;
        this.work = work;
    }

    @GetMapping("/partners")
    String list(Model model) {
        Caller caller = Caller.current();
        model.addAttribute("partners", organisations.list().stream()
                .filter(organisation -> caller.isOperator() || !caller.isSelf(organisation.id()))
                .toList());
        model.addAttribute("mayManage", caller.may(Permission.PARTNER_MANAGE));
        model.addAttribute("waiting", work.counts(caller).partyChanges());
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
        boolean manages = caller.may(Permission.PARTNER_MANAGE);
        model.addAttribute("mayManage", manages);
        model.addAttribute("mayAgree", caller.may(Permission.CHANNEL_MANAGE));
        model.addAttribute("keys", manages ? clients.list(id) : List.of());
        model.addAttribute("uses", PartnerCertificate.Use.values());
        return "partner/partner";
    }
}
