package io.tradelane.portal.incident;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.incident.CorrectionOutcome;
import io.tradelane.trading.incident.CorrectionRules;
import io.tradelane.trading.incident.Corrections;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Direction;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
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

/** Edits a copy of what came, shows what is otherwise in it and whether it reads, and hands it in; the original stays. */
@Page
class Resubmission {
    static final int LARGEST = 200_000;
    static final int LONGEST_REASON = 500;
    private final Incidents incidents;
    private final Interchanges interchanges;
    private final Corrections corrections;
    private final CorrectionRules rules;
    private final Reading reading;
    private final Words words;

    Resubmission(
            Incidents incidents, Interchanges interchanges, Corrections corrections, CorrectionRules rules, Reading reading, Words words) {
        this.incidents = incidents;
        this.interchanges = interchanges;
        this.corrections = corrections;
        this.rules = rules;
        this.reading = reading;
        this.words = words;
    }

    /** @param submit false: only to be looked at @param despite hand it in although it has errors */
    record Form(
            @Nullable String bytes, @Nullable Boolean oneLine, @Nullable String charset, @Nullable String reason, @Nullable Integer version,
            @Nullable Boolean submit, @Nullable Boolean despite) {

        int seen() {
            return version == null ? 0 : version;
        }
    }

    /** What the page is about. */
    private record Case(Incident incident, Interchange interchange, byte[] original) {}

    /** Small enough to edit in a browser, and something that came in. */
    static boolean possible(@Nullable Interchange interchange) {
        return interchange != null && interchange.direction() == Direction.INBOUND && interchange.size() <= LARGEST;
    }

    @GetMapping("/incidents/{id}/resubmission")
    String form(@PathVariable UUID id, Model model) throws IOException {
        Case about = about(id);
        model.addAttribute("version", about.incident.version());
        return show(about, EditedText.of(about.original, about.interchange.format()), "", new Problems(), model);
    }

    @PostMapping("/incidents/{id}/resubmission")
    String resubmit(@PathVariable UUID id, Form form, Model model, Locale locale, HttpServletResponse response, RedirectAttributes next) throws IOException {
        Case about = about(id);
        EditedText text = EditedText.typed(form.bytes == null ? "" : form.bytes, Boolean.TRUE.equals(form.oneLine), form.charset == null ? "" : form.charset);
        String reason = form.reason == null ? "" : form.reason.strip();
        Problems problems = new Problems();
        byte[] edited = bytes(text, problems);
        model.addAttribute("version", form.seen());
        Reading.Read read = null;
        if (edited != null) {
            read = reading.read(edited, about.interchange);
            model.addAttribute("checked", true);
            model.addAttribute("findings", read.found(locale));
            model.addAttribute("errors", read.errors());
            model.addAttribute("differences", Differences.between(reading.read(about.original, about.interchange), read));
            model.addAttribute("secondPerson", rules.secondPerson(about.interchange, read.types()));
        }
        if (Boolean.TRUE.equals(form.submit) && read != null && edited != null) {
            check(form, reason, read, problems);
            if (problems.isEmpty()) {
                var proposal = new Corrections.Proposal(edited, reason, read.findings(), read.errors(), read.types());
                return answer(about, corrections.propose(id, form.seen(), proposal), text, reason, model, response, next);
            }
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(about, text, reason, problems, model);
    }

    private String answer(
            Case about, CorrectionOutcome outcome, EditedText text, String reason, Model model, HttpServletResponse response, RedirectAttributes next) {
        switch (outcome) {
            case CorrectionOutcome.Submitted done -> {
                Toast.ok(next, words.text("resubmission.sent"));
                return "redirect:/documents/interchanges/" + done.interchange();
            }
            case CorrectionOutcome.Waiting waiting -> {
                Toast.ok(next, words.text("resubmission.waits"));
                return "redirect:/corrections/" + waiting.correction();
            }
            default -> {
                Problems problems = new Problems();
                problems.add("bytes", CorrectionWords.of(words, outcome));
                response.setStatus(HttpStatus.CONFLICT.value());
                if (outcome instanceof CorrectionOutcome.Stale stale) {
                    model.addAttribute("version", stale.actual());
                }
                return show(about, text, reason, problems, model);
            }
        }
    }

    private void check(Form form, String reason, Reading.Read read, Problems problems) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            problems.add("reason", words.text("invoice.reasonNeeded"));
        }
        if (read.errors() > 0 && !Boolean.TRUE.equals(form.despite)) {
            problems.add("despite", words.text("resubmission.stillWrong", read.errors()));
        }
    }

    private byte @Nullable [] bytes(EditedText text, Problems problems) {
        try {
            byte[] edited = text.bytes();
            if (edited.length > 0 && edited.length <= LARGEST) {
                return edited;
            }
            problems.add("bytes", words.text("resubmission.size"));
        } catch (CharacterCodingException foreign) {
            problems.add("bytes", words.text("resubmission.charset", text.charset().name()));
        }
        return null;
    }

    private Case about(UUID id) throws IOException {
        Incident incident = NotFound.orElse404(incidents.find(id));
        Interchange interchange = incident.interchange() == null ? null : interchanges.find(incident.interchange()).orElse(null);
        if (interchange == null || !possible(interchange) || incident.status() == Incident.Status.CLOSED) {
            throw new NotFound();
        }
        try (InputStream bytes = interchanges.bytes(interchange.id())) {
            return new Case(incident, interchange, bytes.readNBytes(LARGEST));
        }
    }

    private static String show(Case about, EditedText text, String reason, Problems problems, Model model) {
        model.asMap().putIfAbsent("checked", false);
        model.addAttribute("incident", about.incident);
        model.addAttribute("interchange", about.interchange);
        model.addAttribute("text", text.text());
        model.addAttribute("oneLine", text.oneLine());
        model.addAttribute("charset", text.charset().name());
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems.texts());
        return "incident/resubmission";
    }
}
