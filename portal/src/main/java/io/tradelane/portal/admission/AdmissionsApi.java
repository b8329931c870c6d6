package io.tradelane.portal.admission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.PublicAddress;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.admission.Admission;
import io.tradelane.trading.admission.AdmissionOutcome;
import io.tradelane.trading.admission.AdmissionState;
import io.tradelane.trading.admission.Admissions;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The review of companies that registered themselves, in JSON. A machine takes a review up, asks and rejects; to admit takes a person. */
@ApiController
@Tag(name = "Admissions")
class AdmissionsApi {
    private final Admissions admissions;
    private final PublicAddress address;

    AdmissionsApi(Admissions admissions, PublicAddress address) {
        this.admissions = admissions;
        this.address = address;
    }

    /** @param text what is asked for, or why it is rejected */
    record Said(@Nullable String text) {}

    @Operation(summary = "Applications that were confirmed, the newest first")
    @GetMapping("/api/v1/admissions")
    Listing<Admission> list(@RequestParam(defaultValue = "") String state) {
        return new Listing<>(admissions.list(Listing.filter(AdmissionState.class, "state", state)), null);
    }

    @Operation(summary = "One application, with its documents")
    @GetMapping("/api/v1/admissions/{id}")
    Admission one(@PathVariable UUID id) {
        return NotFound.orElse404(admissions.find(id));
    }

    @Operation(summary = "Take the review up; whoever does so does not admit")
    @PostMapping("/api/v1/admissions/{id}/review")
    Admission review(@PathVariable UUID id) {
        return told(id, admissions.review(id));
    }

    @Operation(summary = "Ask the applicant for more; she is written to")
    @PostMapping("/api/v1/admissions/{id}/question")
    Admission ask(@PathVariable UUID id, @RequestBody Said said) {
        return told(id, admissions.ask(id, text(said), token -> address.of("/applications/" + token)));
    }

    @Operation(summary = "Admit the company; its first administrator is invited. Refused to machines and to who took the review up")
    @PostMapping("/api/v1/admissions/{id}/approval")
    Admission approve(@PathVariable UUID id) {
        return told(id, admissions.approve(id, token -> address.of("/join/" + token)));
    }

    @Operation(summary = "Reject with a reason; the applicant is written to")
    @PostMapping("/api/v1/admissions/{id}/rejection")
    Admission reject(@PathVariable UUID id, @RequestBody Said said) {
        return told(id, admissions.reject(id, text(said), token -> address.of("/applications/" + token)));
    }

    private static String text(Said said) {
        return said.text == null ? "" : said.text;
    }

    private Admission told(UUID id, AdmissionOutcome outcome) {
        return switch (outcome) {
            case AdmissionOutcome.Done ok -> one(id);
            case AdmissionOutcome.SeparationOfDuties duties -> throw new Problem(HttpStatus.FORBIDDEN, "sod-violation", "The same person may not do both: propose, admit.");
            case AdmissionOutcome.IllegalTransition illegal -> throw new Problem(HttpStatus.CONFLICT, "illegal-transition", "That is not possible in state " + illegal.state() + ".");
            case AdmissionOutcome.Invalid invalid -> throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    invalid.wrong().stream().map(wrong -> Map.of("pointer", "/" + wrong.field(), "code", wrong.code())).toList());
            case AdmissionOutcome.NotFound gone -> throw new NotFound();
        };
    }
}
