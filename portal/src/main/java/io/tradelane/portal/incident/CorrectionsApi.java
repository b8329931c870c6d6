package io.tradelane.portal.incident;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.incident.Correction;
import io.tradelane.trading.incident.CorrectionOutcome;
import io.tradelane.trading.incident.Corrections;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Corrected copies of what came in, in JSON. */
@ApiController
@Tag(name = "Corrections", description = "Corrected copies of what came in, and who agreed to them")
class CorrectionsApi {
    private final Corrections corrections;
    private final Incidents incidents;
    private final Interchanges interchanges;
    private final Reading reading;

    CorrectionsApi(Corrections corrections, Incidents incidents, Interchanges interchanges, Reading reading) {
        this.corrections = corrections;
        this.incidents = incidents;
        this.interchanges = interchanges;
        this.reading = reading;
    }

    /** @param result the interchange that was made of it @param findings of the check before it was handed in */
    record CorrectionResource(
            UUID id, UUID incident, UUID original, String status, boolean secondPerson, String reason, @JsonRawValue String findings, int errors,
            String author, Instant proposedAt, @Nullable String decider, @Nullable Instant decidedAt, @Nullable String decisionReason,
            @Nullable UUID result, int version) {

        static CorrectionResource of(Correction c) {
            return new CorrectionResource(c.id(), c.incident(), c.original(), c.status().name(), c.secondPerson(), c.reason(), c.findings(), c.errors(),
                    c.authorName(), c.proposedAt(), c.deciderName(), c.decidedAt(), c.decisionReason(), c.result(), c.version());
        }
    }

    /** What is wrong in the bytes and what is otherwise than in the original. */
    record Check(@JsonRawValue String findings, int errors, Differences differences) {}

    /** @param interchange made of it; null while it waits for another person */
    record Proposed(UUID correction, @Nullable UUID interchange) {}

    record Decision(@Nullable String reason) {}

    @Operation(summary = "Read edited bytes, the body, as the hub would, and compare them with the original; nothing is kept")
    @PostMapping("/api/v1/incidents/{id}/check")
    Check check(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        Interchange original = original(NotFound.orElse404(incidents.find(id)));
        Reading.Read read = reading.read(body(request), original);
        return new Check(read.findings(), read.errors(), Differences.between(reading.read(bytes(original), original), read));
    }

    @Operation(summary = "Hand in edited bytes, the body; the original stays. They are sent through the inbox, at once or when another person has approved them")
    @PostMapping("/api/v1/incidents/{id}/resubmit")
    ResponseEntity<Proposed> resubmit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean despite,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        Interchange original = original(NotFound.orElse404(incidents.find(id)));
        int version = Versions.expected(ifMatch);
        reasonNeeded(reason);
        byte[] bytes = body(request);
        Reading.Read read = reading.read(bytes, original);
        if (read.errors() > 0 && !despite) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "still-wrong",
                    "There are " + read.errors() + " errors in it; see check. With despite=true it is handed in all the same.");
        }
        var proposal = new Corrections.Proposal(bytes, reason, read.findings(), read.errors(), read.types());
        return switch (corrections.propose(id, version, proposal)) {
            case CorrectionOutcome.Submitted done -> ResponseEntity.accepted().location(URI.create("/api/v1/interchanges/" + done.interchange()))
                    .body(new Proposed(done.correction(), done.interchange()));
            case CorrectionOutcome.Waiting waiting -> ResponseEntity.accepted().location(URI.create("/api/v1/corrections/" + waiting.correction()))
                    .body(new Proposed(waiting.correction(), null));
            case CorrectionOutcome other -> throw problem(other);
        };
    }

    @Operation(summary = "Corrections, newest first")
    @GetMapping("/api/v1/corrections")
    Listing<CorrectionResource> list(
            @RequestParam(defaultValue = "") String status, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        var page = corrections.list(Listing.filter(Correction.Status.class, "status", status), cursor, Listing.size(limit));
        return new Listing<>(page.items().stream().map(CorrectionResource::of).toList(), page.next());
    }

    @Operation(summary = "One correction")
    @GetMapping("/api/v1/corrections/{id}")
    ResponseEntity<CorrectionResource> correction(@PathVariable UUID id) {
        Correction correction = NotFound.orElse404(corrections.find(id));
        return Versions.tagged(correction.version(), CorrectionResource.of(correction));
    }

    @Operation(summary = "What is otherwise in it than in the original")
    @GetMapping("/api/v1/corrections/{id}/differences")
    Differences differences(@PathVariable UUID id) throws IOException {
        Correction correction = NotFound.orElse404(corrections.find(id));
        Interchange original = NotFound.orElse404(interchanges.find(correction.original()));
        try (InputStream corrected = corrections.bytes(correction)) {
            return Differences.between(reading.read(bytes(original), original), reading.read(corrected.readAllBytes(), original));
        }
    }

    @Operation(summary = "Approve it, as another than its author: it goes through the inbox")
    @PostMapping("/api/v1/corrections/{id}/approval")
    ResponseEntity<CorrectionResource> approve(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Decision decision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
        NotFound.orElse404(corrections.find(id));
        String note = decision == null || decision.reason == null ? "" : decision.reason;
        return decided(id, corrections.approve(id, Versions.expected(ifMatch), note));
    }

    @Operation(summary = "Refuse it, with a reason; the incident stays open")
    @PostMapping("/api/v1/corrections/{id}/refusal")
    ResponseEntity<CorrectionResource> refuse(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Decision decision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        NotFound.orElse404(corrections.find(id));
        int version = Versions.expected(ifMatch);
        String reason = decision == null || decision.reason == null ? "" : decision.reason;
        reasonNeeded(reason);
        return decided(id, corrections.refuse(id, version, reason.strip()));
    }

    @Operation(summary = "Take it back, as its author")
    @PostMapping("/api/v1/corrections/{id}/withdrawal")
    ResponseEntity<CorrectionResource> withdraw(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        NotFound.orElse404(corrections.find(id));
        return decided(id, corrections.withdraw(id, Versions.expected(ifMatch)));
    }

    private ResponseEntity<CorrectionResource> decided(UUID id, CorrectionOutcome outcome) {
        return switch (outcome) {
            case CorrectionOutcome.Submitted done -> correction(id);
            case CorrectionOutcome.Dropped dropped -> correction(id);
            case CorrectionOutcome other -> throw problem(other);
        };
    }

    private static Problem problem(CorrectionOutcome outcome) {
        return switch (outcome) {
            case CorrectionOutcome.Stale stale ->
                    new Problem(HttpStatus.PRECONDITION_FAILED, "stale-version", "It has changed; it is now at version " + stale.actual() + ".");
            case CorrectionOutcome.Refused refused when refused.why() == CorrectionOutcome.Why.SAME_PERSON ->
                    new Problem(HttpStatus.FORBIDDEN, "sod-violation", "The author of a correction may not approve it.");
            case CorrectionOutcome.Refused refused ->
                    new Problem(HttpStatus.CONFLICT, refused.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "It is not possible: " + refused.why() + ".");
            case CorrectionOutcome other -> throw new IllegalStateException(other.toString());
        };
    }

    private static void reasonNeeded(String reason) {
        if (reason.isBlank() || reason.length() > Resubmission.LONGEST_REASON) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "reason-needed", "Give a reason of at most 500 characters.");
        }
    }

    private Interchange original(Incident incident) {
        Interchange interchange = incident.interchange() == null ? null : interchanges.find(incident.interchange()).orElse(null);
        if (interchange == null || !Resubmission.possible(interchange)) {
            throw new Problem(HttpStatus.CONFLICT, "nothing-came-in", "The incident is about nothing that came in and is small enough to be edited.");
        }
        return interchange;
    }

    private byte[] bytes(Interchange interchange) throws IOException {
        try (InputStream bytes = interchanges.bytes(interchange.id())) {
            return bytes.readAllBytes();
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(Resubmission.LARGEST + 1);
        if (body.length == 0 || body.length > Resubmission.LARGEST) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "size", "Send between 1 and " + Resubmission.LARGEST + " bytes.");
        }
        return body;
    }
}
