package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.IncidentGroups;
import io.tradelane.trading.incident.Incidents;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What needs a person, grouped by cause. */
@Page
class IncidentList {
    private static final int SIZE = 25;
    private final Incidents incidents;
    private final IncidentGroups groups;

    IncidentList(Incidents incidents, IncidentGroups groups) {
        this.groups = groups;
        this.incidents = incidents;
    }

    @GetMapping("/incidents")
    String list(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Incident.Status chosen = Constants.of(Incident.Status.class, status).orElse(Incident.Status.OPEN);
        var causes = new TreeMap<>(incidents.openByCause());
        String only = cause.matches("[A-Z_]{1,60}") ? cause : "";
        var found = incidents.list(new Incidents.Filter(chosen, only.isEmpty() ? null : only, null, null), cursor, SIZE);
        Address here = Address.of("/incidents").with("status", Constants.word(chosen)).with("cause", only);
        model.addAttribute("incidents", found.items());
        model.addAttribute("status", chosen);
        model.addAttribute("tabs", Incident.Status.values());
        model.addAttribute("open", causes.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("causes", causes);
        model.addAttribute("cause", only);
        model.addAttribute("groups", chosen == Incident.Status.OPEN && cursor == null ? groups.open() : List.of());
        model.addAttribute("mayHandle", Caller.current().may(Permission.INCIDENT_HANDLE));
        model.addAttribute("first", cursor == null ? null : here.toString());
        model.addAttribute("next", found.next() == null ? null : here.with("cursor", found.next()).toString());
        return "incident/list";
    }
}
