package io.tradelane.portal.partner;

import io.tradelane.mappings.Format;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.WaitingWork;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.AgreementTerms;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.AgreementVersion.State;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.OrganisationContact;
import io.tradelane.trading.partner.OrganisationContacts;
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
    private final Certificates certificates;
    private final ApiClients clients;
    private final AgreementVersions versions;
    private final OrganisationContacts contacts;
    private final WaitingWork work;

    PartnerPages(Organisations organisations, AgreementVersions versions, OrganisationContacts contacts, Certificates certificates, ApiClients clients,
            WaitingWork work) {
        this.organisations = organisations;
        this.versions = versions;
        this.contacts = contacts;
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
        List<AgreementKey> keys = versions.keys(id).stream()
                .filter(key -> caller.isOperator() || caller.isSelf(key.sender()) || caller.isSelf(key.receiver()))
                .toList();
        model.addAttribute("partner", partner);
        model.addAttribute("identifiers", organisations.identifiers(id));
        model.addAttribute("agreements", keys.stream().filter(key -> key.direction() == Direction.OUTBOUND).map(this::row).toList());
        model.addAttribute("receiving", keys.stream().filter(key -> key.direction() == Direction.INBOUND && key.sender().equals(id)).map(this::row).toList());
        model.addAttribute("contacts", caller.isOperator() || caller.isSelf(id) ? contacts.list(id) : List.of());
        model.addAttribute("roles", OrganisationContact.Role.values());
        model.addAttribute("formats", Format.values());
        model.addAttribute("types", DocumentType.values());
        model.addAttribute("fourEyes", versions.fourEyes(id));
        model.addAttribute("mayActivate", caller.may(Permission.AGREEMENT_ACTIVATE));
        model.addAttribute("certificates", certificates.list(id));
        boolean manages = caller.may(Permission.PARTNER_MANAGE);
        model.addAttribute("mayManage", manages);
        model.addAttribute("mayAgree", caller.may(Permission.CHANNEL_MANAGE));
        model.addAttribute("keys", manages ? clients.list(id) : List.of());
        model.addAttribute("uses", PartnerCertificate.Use.values());
        return "partner/partner";
    }

    /** @param terms of the version in force, else of the newest @param state of that version @param draft whether there is one */
    record AgreementRow(AgreementKey key, AgreementTerms terms, int number, State state, boolean draft) {}

    private AgreementRow row(AgreementKey key) {
        List<AgreementVersion> all = versions.list(key.id());
        AgreementVersion shown = all.stream().filter(version -> version.state() == State.IN_FORCE).findFirst().orElse(all.getFirst());
        return new AgreementRow(key, shown.terms(), shown.number(), shown.state(), all.stream().anyMatch(version -> version.state() == State.DRAFT));
    }
}
