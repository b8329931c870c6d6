package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.IncidentGroups;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.IdentifierCheck;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for the same reason is released together; so is what came from an address that nobody knew. */
@Page
class IncidentGroupPages {
    private final IncidentGroups groups;
    private final Incidents incidents;
    private final Organisations organisations;
    private final Words words;

    IncidentGroupPages(IncidentGroups groups, Incidents incidents, Organisations organisations, Words words) {
        this.groups = groups;
        this.incidents = incidents;
        this.organisations = organisations;
        this.words = words;
    }

    @PostMapping("/incidents/retry")
    String retry(@RequestParam String cause, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String detail, RedirectAttributes next) {
        int tried = groups.retry(cause, reason.isEmpty() ? null : reason, detail.isEmpty() ? null : detail);
        if (tried == 0) {
            Toast.bad(next, words.text("incident.nothingToRetry"));
        } else {
            Toast.ok(next, words.text("incident.group.retried", tried));
        }
        return "redirect:/incidents";
    }

    @GetMapping("/incidents/senders")
    String senders(Model model) {
        model.addAttribute("senders", groups.unknownSenders());
        model.addAttribute("parties", groups.unknownParties());
        model.addAttribute("organisations", organisations.list());
        model.addAttribute("mayHandle", Caller.current().may(Permission.INCIDENT_HANDLE));
        model.addAttribute("mayIdentify", Caller.current().may(Permission.PARTNER_MANAGE));
        return "incident/senders";
    }

    @PostMapping("/incidents/senders")
    String assign(@RequestParam UUID incident, @RequestParam UUID organisation, RedirectAttributes next) {
        NotFound.orElse404(incidents.find(incident));
        NotFound.orElse404(organisations.find(organisation));
        incidents.assignSender(incident, organisation, true);
        Toast.ok(next, words.text("incident.assigned"));
        return "redirect:/incidents/senders";
    }

    /** The number is that company's from now on; what waited for it goes on by itself. */
    @PostMapping("/incidents/parties")
    String identify(@RequestParam String scheme, @RequestParam String value, @RequestParam UUID organisation, RedirectAttributes next) {
        Organisation company = NotFound.orElse404(organisations.find(organisation));
        PartyIdentifier identifier = new PartyIdentifier(scheme, value);
        if (IdentifierCheck.problem(identifier).isPresent()) {
            throw new NotFound();
        }
        if (organisations.byIdentifier(scheme, value).filter(owner -> !owner.id().equals(organisation)).isPresent()) {
            Toast.bad(next, words.text("partner.problem.taken"));
        } else {
            organisations.addIdentifier(company.id(), identifier);
            Toast.ok(next, words.text("senders.parties.assigned"));
        }
        return "redirect:/incidents/senders";
    }
}
