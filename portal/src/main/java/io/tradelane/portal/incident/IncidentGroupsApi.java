package io.tradelane.portal.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.incident.IncidentGroups;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Incidents by what they have in common, in JSON. */
@ApiController
@Tag(name = "Incidents")
class IncidentGroupsApi {
    private final IncidentGroups groups;
    private final Incidents incidents;
    private final Organisations organisations;

    IncidentGroupsApi(IncidentGroups groups, Incidents incidents, Organisations organisations) {
        this.groups = groups;
        this.incidents = incidents;
        this.organisations = organisations;
    }

    record Tried(int incidents) {}

    /** @param remember whether the address is the organisation's from now on, which releases all that came from it */
    record Assignment(@Nullable UUID organisation, boolean remember) {}

    @Operation(summary = "Open incidents by cause and reason, the most frequent first")
    @GetMapping("/api/v1/incident-causes")
    Listing<IncidentGroups.Group> causes() {
        return new Listing<>(groups.open(), null);
    }

    @Operation(summary = "Try again all of a cause, or of one reason and detail of it; up to a thousand")
    @PostMapping("/api/v1/incident-causes/{cause}/retry")
    Tried retry(@PathVariable String cause, @RequestParam(required = false) @Nullable String reason, @RequestParam(required = false) @Nullable String detail) {
        return new Tried(groups.retry(cause, reason, detail));
    }

    @Operation(summary = "Addresses that nobody has registered, with how much waits from each")
    @GetMapping("/api/v1/unknown-senders")
    Listing<IncidentGroups.UnknownSender> senders() {
        return new Listing<>(groups.unknownSenders(), null);
    }

    @Operation(summary = "Numbers by which documents name a buyer or supplier and that nobody has; they go on once a partner has such an identifier")
    @GetMapping("/api/v1/unknown-parties")
    Listing<IncidentGroups.UnknownParty> parties() {
        return new Listing<>(groups.unknownParties(), null);
    }

    @Operation(summary = "Say who sent the interchange of an unknown sender; it is read then")
    @PostMapping("/api/v1/incidents/{id}/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable UUID id, @RequestBody Assignment assignment) {
        NotFound.orElse404(incidents.find(id));
        UUID organisation = assignment.organisation;
        if (organisation == null || organisations.find(organisation).isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "There is no such organisation.", List.of(Map.of("pointer", "/organisation", "code", "unknown")));
        }
        incidents.assignSender(id, organisation, assignment.remember);
    }
}
