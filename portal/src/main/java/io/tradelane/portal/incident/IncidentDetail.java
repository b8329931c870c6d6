package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Corrections;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.Replay;
import io.tradelane.trading.incident.Replays;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One incident: try again, say who sent it, or close it. */
@Page
class IncidentDetail {
    private static final int LONGEST_REASON = 500;
    private final Incidents incidents;
    private final Interchanges interchanges;
    private final Corrections corrections;
    private final Replays replays;
    private final Organisations organisations;
    private final Words words;

    IncidentDetail(Incidents incidents, Interchanges interchanges, Corrections corrections, Replays replays, Organisations organisations, Words words) {
        this.incidents = incidents;
        this.interchanges = interchanges;
        this.corrections = corrections;
        this.replays = replays;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/incidents/{id}")
    String show(@PathVariable UUID id, Model model) {
        Incident incident = NotFound.orElse404(incidents.find(id));
        Interchange interchange = incident.interchange() == null ? null : interchanges.find(incident.interchange()).orElse(null);
        boolean open = incident.status() != Incident.Status.CLOSED;
        boolean mayHandle = open && Caller.current().may(Permission.INCIDENT_HANDLE);
        boolean unassigned = incident.cause().equals(Cause.UNKNOWN_SENDER)
                && interchange != null && interchange.status() == InterchangeStatus.UNASSIGNED;
        model.addAttribute("incident", incident);
        model.addAttribute("interchange", interchange);
        model.addAttribute("mayHandle", mayHandle);
        model.addAttribute("mayAssign", mayHandle && unassigned);
        model.addAttribute("mayRetry", mayHandle && !unassigned && interchange != null);
        model.addAttribute("unknownParty", open && HoldReason.UNKNOWN_PARTY.name().equals(incident.args().get("reason")));
        boolean mayEdit = mayHandle && Resubmission.possible(interchange);
        model.addAttribute("mayEdit", mayEdit);
        // What is wrong in itself stays wrong however often it is tried.
        model.addAttribute("correcting", mayEdit && incident.cause().equals(Cause.INVALID_DOCUMENT));
        model.addAttribute("organisations", mayHandle && unassigned ? organisations.list() : null);
        model.addAttribute("corrections", corrections.ofIncident(id));
        boolean inbound = interchange != null && interchange.direction() == Direction.INBOUND;
        model.addAttribute("alike", mayHandle && inbound && !unassigned ? incidents.alike(incident).size() : 0);
        return "incident/incident";
    }

    @PostMapping("/incidents/{id}/retry")
    String retry(@PathVariable UUID id, RedirectAttributes next) {
        NotFound.orElse404(incidents.find(id));
        if (incidents.retry(id)) {
            Toast.ok(next, words.text("incident.retried"));
        } else {
            Toast.bad(next, words.text("incident.nothingToRetry"));
        }
        return "redirect:/incidents/" + id;
    }

    /** What is put right once helps all that wait for the same reason: they are tried together. */
    @PostMapping("/incidents/{id}/alike")
    String alike(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        Incident incident = NotFound.orElse404(incidents.find(id));
        List<Incident> all = incidents.alike(incident);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            Toast.bad(next, words.text("invoice.reasonNeeded"));
            return "redirect:/incidents/" + id;
        }
        var these = new Replays.Documents.These(
                all.stream().map(Incident::message).filter(Objects::nonNull).distinct().toList(),
                all.stream().filter(each -> each.message() == null).map(Incident::interchange).filter(Objects::nonNull).distinct().toList());
        return replays.ask(new Replays.Ask(Replay.Kind.READ_AGAIN, Replay.Mapping.TODAY, reason.strip(), these,
                        Map.of("chosen", Integer.toString(all.size())), Replays.MOST, ReplayAsked.USUAL_BATCH))
                .map(replay -> "redirect:/replays/" + replay)
                .orElse("redirect:/incidents/" + id);
    }

    @PostMapping("/incidents/{id}/assignment")
    String assign(@PathVariable UUID id, @RequestParam UUID organisation, @RequestParam(defaultValue = "false") boolean remember, RedirectAttributes next) {
        NotFound.orElse404(incidents.find(id));
        NotFound.orElse404(organisations.find(organisation));
        incidents.assignSender(id, organisation, remember);
        Toast.ok(next, words.text("incident.assigned"));
        return "redirect:/incidents/" + id;
    }

    @PostMapping("/incidents/{id}/closure")
    String close(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        NotFound.orElse404(incidents.find(id));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            Toast.bad(next, words.text("invoice.reasonNeeded"));
        } else {
            incidents.close(id, reason.strip());
            Toast.ok(next, words.text("incident.closed"));
        }
        return "redirect:/incidents/" + id;
    }
}
