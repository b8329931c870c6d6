package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.portal.exchange.Finding;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.incident.Correction;
import io.tradelane.trading.incident.CorrectionOutcome;
import io.tradelane.trading.incident.Corrections;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrections that wait for another person, and those that are decided: from the original over the copy to what became of it. */
@Page
class CorrectionPages {
    private static final int SIZE = 25;
    private static final int MESSAGES = 50;
    private final Corrections corrections;
    private final Interchanges interchanges;
    private final Reading reading;
    private final Timeline timeline;
    private final Words words;

    CorrectionPages(Corrections corrections, Interchanges interchanges, Reading reading, Timeline timeline, Words words) {
        this.corrections = corrections;
        this.interchanges = interchanges;
        this.reading = reading;
        this.timeline = timeline;
        this.words = words;
    }

    @GetMapping("/corrections")
    String list(@RequestParam(defaultValue = "waiting") String status, @RequestParam(required = false) @Nullable String cursor, Model model) {
        Correction.Status chosen = Constants.of(Correction.Status.class, status).orElse(Correction.Status.WAITING);
        var found = corrections.list(chosen, cursor, SIZE);
        Address here = Address.of("/corrections").with("status", Constants.word(chosen));
        model.addAttribute("corrections", found.items());
        model.addAttribute("status", chosen);
        model.addAttribute("tabs", Correction.Status.values());
        model.addAttribute("first", cursor == null ? null : here.toString());
        model.addAttribute("next", found.next() == null ? null : here.with("cursor", found.next()).toString());
        return "incident/corrections";
    }

    @GetMapping("/corrections/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) throws IOException {
        return page(NotFound.orElse404(corrections.find(id)), null, model, locale);
    }

    @PostMapping("/corrections/{id}/approval")
    String approve(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "") String note, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes next)
            throws IOException {
        Correction correction = NotFound.orElse404(corrections.find(id));
        return answer(correction, corrections.approve(id, version, note), model, locale, response, next);
    }

    @PostMapping("/corrections/{id}/refusal")
    String refuse(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "") String reason, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes next)
            throws IOException {
        Correction correction = NotFound.orElse404(corrections.find(id));
        if (reason.isBlank() || reason.length() > Resubmission.LONGEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(correction, words.text("invoice.reasonNeeded"), model, locale);
        }
        return answer(correction, corrections.refuse(id, version, reason.strip()), model, locale, response, next);
    }

    @PostMapping("/corrections/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int version, Model model, Locale locale, HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        Correction correction = NotFound.orElse404(corrections.find(id));
        return answer(correction, corrections.withdraw(id, version), model, locale, response, next);
    }

    private String answer(
            Correction correction, CorrectionOutcome outcome, Model model, Locale locale, HttpServletResponse response, RedirectAttributes next) throws IOException {
        boolean done = outcome instanceof CorrectionOutcome.Submitted || outcome instanceof CorrectionOutcome.Dropped;
        if (done) {
            Toast.ok(next, CorrectionWords.of(words, outcome));
            return "redirect:/corrections/" + correction.id();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(NotFound.orElse404(corrections.find(correction.id())), CorrectionWords.of(words, outcome), model, locale);
    }

    private String page(Correction correction, @Nullable String problem, Model model, Locale locale) throws IOException {
        Interchange original = NotFound.orElse404(interchanges.find(correction.original()));
        boolean waits = correction.status() == Correction.Status.WAITING;
        boolean mine = Corrections.isMine(correction);
        Caller caller = Caller.current();
        model.addAttribute("correction", correction);
        model.addAttribute("original", original);
        model.addAttribute("result", correction.result() == null ? null : interchanges.find(correction.result()).orElse(null));
        model.addAttribute("messages", correction.result() == null ? List.<Message>of() : interchanges.messages(correction.result(), -1, MESSAGES));
        model.addAttribute("findings", Finding.of(correction.findings(), locale));
        model.addAttribute("differences", caller.may(Permission.PAYLOAD_VIEW) ? differences(correction, original) : null);
        model.addAttribute("mayApprove", waits && !mine && caller.may(Permission.CORRECTION_APPROVE));
        model.addAttribute("mayWithdraw", waits && mine && caller.may(Permission.INCIDENT_HANDLE));
        model.addAttribute("mine", waits && mine);
        model.addAttribute("problem", problem);
        model.addAttribute("journey", timeline.of(List.of(new Timeline.Subject("CORRECTION", correction.id()))));
        return "incident/correction";
    }

    private Differences differences(Correction correction, Interchange original) throws IOException {
        try (InputStream before = interchanges.bytes(original.id()); InputStream after = corrections.bytes(correction)) {
            return Differences.between(reading.read(before.readAllBytes(), original), reading.read(after.readAllBytes(), original));
        }
    }
}
