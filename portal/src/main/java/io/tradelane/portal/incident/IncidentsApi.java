package io.tradelane.portal.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Incidents in JSON. */
@ApiController
@Tag(name = "Incidents")
class IncidentsApi {
    private static final int LONGEST_REASON = 500;
    private final Incidents incidents;

    IncidentsApi(Incidents incidents) {
        this.incidents = incidents;
    }

    /** @param summary what happened, in the language of {@code Accept-Language} */
    record IncidentResource(
            UUID id, String cause, String status, String summary, @Nullable String detail, Map<String, String> args, @Nullable UUID organisation,
            @Nullable UUID interchange, @Nullable UUID message, int occurrences, @Nullable UUID resubmission, @Nullable String resolution,
            Instant raisedAt, Instant lastAt, @Nullable Instant closedAt, int version) {

        static IncidentResource of(Incident i, Locale locale) {
            return new IncidentResource(i.id(), i.cause(), i.status().name(), i.summary(locale), i.detail(), i.args(), i.organisation(), i.interchange(),
                    i.message(), i.occurrences(), i.resubmission(), i.resolution(), i.raisedAt(), i.lastAt(), i.closedAt(), i.version());
        }
    }

    @Operation(summary = "Incidents, newest first")
    @GetMapping("/api/v1/incidents")
    Listing<IncidentResource> list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        var filter = new Incidents.Filter(Listing.filter(Incident.Status.class, "status", status), cause, null, null);
        var page = incidents.list(filter, cursor, Listing.size(limit));
        return new Listing<>(page.items().stream().map(each -> IncidentResource.of(each, locale)).toList(), page.next());
    }

    @Operation(summary = "One incident")
    @GetMapping("/api/v1/incidents/{id}")
    ResponseEntity<IncidentResource> incident(@PathVariable UUID id, Locale locale) {
        Incident incident = NotFound.orElse404(incidents.find(id));
        return Versions.tagged(incident.version(), IncidentResource.of(incident, locale));
    }

    @Operation(summary = "Those that wait for the same reason; put right what they wait for, then replay their messages and interchanges")
    @GetMapping("/api/v1/incidents/{id}/alike")
    Listing<IncidentResource> alike(@PathVariable UUID id, Locale locale) {
        Incident incident = NotFound.orElse404(incidents.find(id));
        return new Listing<>(incidents.alike(incident).stream().map(each -> IncidentResource.of(each, locale)).toList(), null);
    }

    @Operation(summary = "Try again what the incident is about")
    @PostMapping("/api/v1/incidents/{id}/retry")
    ResponseEntity<IncidentResource> retry(@PathVariable UUID id, Locale locale) {
        NotFound.orElse404(incidents.find(id));
        if (!incidents.retry(id)) {
            throw new Problem(HttpStatus.CONFLICT, "nothing-to-retry", "There is nothing to try again.");
        }
        return incident(id, locale);
    }

    record Closure(@Nullable String reason) {}

    @Operation(summary = "Close an incident by hand, with the reason")
    @PostMapping("/api/v1/incidents/{id}/closure")
    ResponseEntity<IncidentResource> close(@PathVariable UUID id, @RequestBody Closure closure, Locale locale) {
        NotFound.orElse404(incidents.find(id));
        String reason = closure.reason == null ? "" : closure.reason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    List.of(Map.of("pointer", "/reason", "code", reason.isEmpty() ? "required" : "tooLong")));
        }
        incidents.close(id, reason);
        return incident(id, locale);
    }
}
