package io.tradelane.portal.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.trading.exchange.AuditTrail;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail in JSON. */
@ApiController
@Tag(name = "Audit")
class AuditApi {
    private final AuditTrail trail;

    AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param subject what it is about @param details names and what was before and after; secrets are not among them */
    record AuditResource(
            UUID id, Instant at, String actor, @Nullable UUID actorOrganisation, String source, String subject, UUID subjectId,
            @Nullable UUID organisation, String event, @Nullable String from, @Nullable String to, Map<String, String> details) {

        static AuditResource of(AuditTrail.Line line) {
            var entry = line.entry();
            return new AuditResource(line.id(), entry.at(), entry.actor(), entry.actorOrganisation(), entry.source().name(), line.subject(), line.subjectId(),
                    line.organisation(), entry.event(), entry.from(), entry.to(), entry.details());
        }
    }

    @Operation(summary = "Who set up, changed, allowed or decided what, newest first; actor is part of a name, until is exclusive")
    @GetMapping("/api/v1/audit-entries")
    Listing<AuditResource> list(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new AuditTrail.Filter(Listing.filter(AuditTrail.Subject.class, "subject", subject), organisation, actor, from, until);
        var page = trail.list(filter, cursor, Listing.size(limit));
        return new Listing<>(page.items().stream().map(AuditResource::of).toList(), page.next());
    }
}
