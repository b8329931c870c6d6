package io.tradelane.portal.admission;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.access.PublicAddress;
import io.tradelane.portal.access.SignedInUser;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.admission.Admission;
import io.tradelane.trading.admission.AdmissionOutcome;
import io.tradelane.trading.admission.AdmissionState;
import io.tradelane.trading.admission.Admissions;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.partner.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review of companies that registered themselves. */
@Page
class AdmissionPages {
    private static final List<AdmissionState> TABS = List.of(AdmissionState.SUBMITTED, AdmissionState.UNDER_REVIEW, AdmissionState.INFO_REQUESTED,
            AdmissionState.QUALIFIED, AdmissionState.ACTIVE, AdmissionState.REJECTED);
    private final Admissions admissions;
    private final Payloads payloads;
    private final Timeline timeline;
    private final PublicAddress address;
    private final Words words;

    AdmissionPages(Admissions admissions, Payloads payloads, Timeline timeline, PublicAddress address, Words words) {
        this.admissions = admissions;
        this.payloads = payloads;
        this.timeline = timeline;
        this.address = address;
        this.words = words;
    }

    @GetMapping("/admissions")
    String list(@RequestParam(defaultValue = "") String state, Model model) {
        model.addAttribute("tabs", TABS);
        model.addAttribute("state", state);
        model.addAttribute("admissions", admissions.list(Constants.of(AdmissionState.class, state).orElse(null)));
        return "admission/list";
    }

    @GetMapping("/admissions/{id}")
    String show(@PathVariable UUID id, Model model) {
        Admission admission = NotFound.orElse404(admissions.find(id));
        Caller caller = Caller.current();
        SignedInUser user = caller.user();
        boolean decides = caller.may(Permission.ADMISSION_DECIDE);
        model.addAttribute("admission", admission);
        model.addAttribute("mayStart", decides && admission.state().after(AdmissionState.Event.START_REVIEW).isPresent());
        model.addAttribute("mayAsk", decides && admission.state().after(AdmissionState.Event.REQUEST_INFO).isPresent());
        model.addAttribute("mayApprove", decides && admission.state().after(AdmissionState.Event.APPROVE).isPresent());
        model.addAttribute("mayReject", decides && admission.state().after(AdmissionState.Event.REJECT).isPresent());
        model.addAttribute("ownReview", user != null && user.id().equals(admission.reviewerId()));
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject("ADMISSION", id))));
        return "admission/admission";
    }

    @GetMapping("/admissions/{id}/documents/{document}")
    ResponseEntity<InputStreamResource> document(@PathVariable UUID id, @PathVariable UUID document) {
        Admission.Document found = NotFound.orElse404(NotFound.orElse404(admissions.find(id)).documents().stream().filter(one -> one.id().equals(document)).findFirst());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(found.fileName(), StandardCharsets.UTF_8).build().toString())
                .body(new InputStreamResource(Tenancy.call(Caller.current().actor().asHub(), () -> payloads.open(found.payload()))));
    }

    @PostMapping("/admissions/{id}/review")
    String review(@PathVariable UUID id, RedirectAttributes next) {
        return told(id, admissions.review(id), "admission.started", next);
    }

    @PostMapping("/admissions/{id}/question")
    String ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String question, RedirectAttributes next) {
        return told(id, admissions.ask(id, question, this::application), "admission.asked", next);
    }

    @PostMapping("/admissions/{id}/approval")
    String approve(@PathVariable UUID id, RedirectAttributes next) {
        return told(id, admissions.approve(id, token -> address.of("/join/" + token)), "admission.approved", next);
    }

    @PostMapping("/admissions/{id}/rejection")
    String reject(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(id, admissions.reject(id, reason, this::application), "admission.rejected", next);
    }

    private String application(String token) {
        return address.of("/applications/" + token);
    }

    private String told(UUID id, AdmissionOutcome outcome, String done, RedirectAttributes next) {
        switch (outcome) {
            case AdmissionOutcome.Done ok -> Toast.ok(next, words.text(done));
            case AdmissionOutcome.SeparationOfDuties duties -> Toast.bad(next, words.text("admission.duties"));
            case AdmissionOutcome.IllegalTransition illegal -> Toast.bad(next, words.text("outcome.illegal"));
            case AdmissionOutcome.Invalid invalid -> Toast.bad(next, words.text("admission.problem." + invalid.wrong().getFirst().code()));
            case AdmissionOutcome.NotFound gone -> throw new NotFound();
        }
        return "redirect:/admissions/" + id;
    }
}
