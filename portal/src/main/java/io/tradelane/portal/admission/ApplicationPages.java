package io.tradelane.portal.admission;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.admission.Admission;
import io.tradelane.trading.admission.AdmissionOutcome;
import io.tradelane.trading.admission.Application;
import io.tradelane.trading.admission.Applications;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An application, for whoever holds its link: confirm, fill in, add documents, submit, and see what became of it. */
@Page
class ApplicationPages {
    private final Applications applications;
    private final Words words;

    ApplicationPages(Applications applications, Words words) {
        this.applications = applications;
        this.words = words;
    }

    @GetMapping("/applications/{token}")
    String show(@PathVariable String token, Model model) {
        Admission admission = NotFound.orElse404(applications.find(token));
        return page(token, admission, ApplicationForm.write(admission.application()), new Problems(), model);
    }

    @PostMapping("/applications/{token}/confirmation")
    String confirm(@PathVariable String token) {
        if (applications.confirm(token) instanceof AdmissionOutcome.NotFound) {
            throw new NotFound();
        }
        return "redirect:/applications/" + token;
    }

    @PostMapping("/applications/{token}")
    String save(@PathVariable String token, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Admission admission = NotFound.orElse404(applications.find(token));
        Problems problems = new Problems();
        Optional<Application> application = ApplicationForm.read(typed);
        if (application.isEmpty()) {
            problems.add("kind", words.text("problem.choice"));
        } else {
            told(applications.save(token, application.get()), "application.saved", problems, next);
        }
        return problems.isEmpty() ? "redirect:/applications/" + token : wrong(token, admission, typed, problems, model, response);
    }

    @PostMapping("/applications/{token}/documents")
    String upload(@PathVariable String token, @RequestParam(defaultValue = "") String kind, @RequestParam MultipartFile file, Model model, HttpServletResponse response,
            RedirectAttributes next) throws IOException {
        Admission admission = NotFound.orElse404(applications.find(token));
        Problems problems = new Problems();
        Optional<Admission.Kind> known = Constants.of(Admission.Kind.class, kind);
        if (known.isEmpty()) {
            problems.add("document-kind", words.text("problem.choice"));
        } else {
            told(applications.upload(token, known.get(), String.valueOf(file.getOriginalFilename()), file.getBytes()), "application.uploaded", problems, next);
        }
        return problems.isEmpty() ? "redirect:/applications/" + token
                : wrong(token, admission, ApplicationForm.write(admission.application()), problems, model, response);
    }

    @PostMapping("/applications/{token}/documents/{document}/removal")
    String remove(@PathVariable String token, @PathVariable UUID document, RedirectAttributes next) {
        NotFound.orElse404(applications.find(token));
        told(applications.remove(token, document), "application.removed", new Problems(), next);
        return "redirect:/applications/" + token;
    }

    @PostMapping("/applications/{token}/submission")
    String submit(@PathVariable String token, Model model, HttpServletResponse response, RedirectAttributes next) {
        Admission admission = NotFound.orElse404(applications.find(token));
        Problems problems = new Problems();
        told(applications.submit(token), "application.submitted", problems, next);
        return problems.isEmpty() ? "redirect:/applications/" + token
                : wrong(token, admission, ApplicationForm.write(admission.application()), problems, model, response);
    }

    private void told(AdmissionOutcome outcome, String done, Problems problems, RedirectAttributes next) {
        switch (outcome) {
            case AdmissionOutcome.Done ok -> Toast.ok(next, words.text(done));
            case AdmissionOutcome.Invalid invalid -> ApplicationForm.explain(invalid, problems, words);
            case AdmissionOutcome.IllegalTransition illegal -> Toast.bad(next, words.text("outcome.illegal"));
            case AdmissionOutcome.SeparationOfDuties duties -> Toast.bad(next, words.text("admission.duties"));
            case AdmissionOutcome.NotFound gone -> throw new NotFound();
        }
    }

    private String wrong(String token, Admission admission, Map<String, String> form, Problems problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(token, admission, form, problems, model);
    }

    private static String page(String token, Admission admission, Map<String, String> form, Problems problems, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("admission", admission);
        model.addAttribute("form", form);
        model.addAttribute("kinds", ApplicationForm.KINDS);
        model.addAttribute("documentKinds", Admission.Kind.values());
        model.addAttribute("problems", problems.texts());
        model.addAttribute("wide", true);
        return "admission/application";
    }
}
