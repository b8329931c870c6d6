package io.tradelane.portal.exchange;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Retention;
import io.tradelane.trading.exchange.RetentionRule;
import io.tradelane.trading.exchange.RetentionRun;
import io.tradelane.trading.exchange.RetentionRuns;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long what was exchanged is kept, what must not be deleted, and the jobs that see to it. */
@Page
class RetentionPages {
    static final int LONGEST_REASON = 500;
    static final int LONGEST_YEARS = 100;
    private final Retention retention;
    private final RetentionRuns runs;
    private final Interchanges interchanges;
    private final Organisations organisations;
    private final Words words;

    RetentionPages(Retention retention, RetentionRuns runs, Interchanges interchanges, Organisations organisations, Words words) {
        this.retention = retention;
        this.runs = runs;
        this.interchanges = interchanges;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/retention")
    String show(Model model) {
        return page(new Problems(), model);
    }

    @PostMapping("/retention/rules")
    String rule(
            @RequestParam(required = false) @Nullable UUID partner, @RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "0") int years,
            Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        if (years < 1 || years > LONGEST_YEARS) {
            problems.add("years", words.text("retention.yearsNeeded"));
        }
        if (partner != null && organisations.find(partner).isEmpty()) {
            problems.add("partner", words.text("problem.required"));
        }
        if (!problems.isEmpty()) {
            return refused(problems, model, response);
        }
        retention.put(new RetentionRule(Ids.next(), partner, Constants.of(DocumentType.class, type).orElse(null), years));
        Toast.ok(next, words.text("retention.saved"));
        return "redirect:/retention";
    }

    @PostMapping("/retention/rules/{id}/removal")
    String removeRule(@PathVariable UUID id, RedirectAttributes next) {
        if (retention.remove(id)) {
            Toast.ok(next, words.text("retention.removed"));
        }
        return "redirect:/retention";
    }

    @PostMapping("/retention/holds")
    String hold(
            @RequestParam(required = false) @Nullable UUID holdPartner, @RequestParam(required = false) @Nullable UUID interchange,
            @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String holdReason, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        Problems problems = new Problems();
        if (holdPartner == null && interchange == null && number.isBlank() || number.length() > 140) {
            problems.add("number", words.text("hold.somethingNeeded"));
        }
        if (interchange != null && interchanges.find(interchange).isEmpty()) {
            throw new NotFound();
        }
        reason(holdReason, "holdReason", problems);
        if (!problems.isEmpty()) {
            return refused(problems, model, response);
        }
        retention.hold(holdPartner, interchange, number.isBlank() ? null : number.strip(), holdReason.strip());
        Toast.ok(next, words.text("hold.set"));
        return interchange == null ? "redirect:/retention" : "redirect:/documents/interchanges/" + interchange;
    }

    @PostMapping("/retention/holds/{id}/lifting")
    String lift(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        reason(reason, "lift-" + id, problems);
        if (!problems.isEmpty()) {
            return refused(problems, model, response);
        }
        if (retention.lift(id, reason.strip())) {
            Toast.ok(next, words.text("hold.lifted"));
        }
        return "redirect:/retention";
    }

    @PostMapping("/retention/runs")
    String run(
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String runReason, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        Problems problems = new Problems();
        RetentionRun.Kind chosen = Constants.of(RetentionRun.Kind.class, kind).orElse(null);
        if (chosen == null) {
            problems.add("run-kind", words.text("problem.required"));
        }
        reason(runReason, "runReason", problems);
        if (chosen == null || !problems.isEmpty()) {
            return refused(problems, model, response);
        }
        runs.start(chosen, runReason.strip());
        Toast.ok(next, words.text("retentionRun.started"));
        return "redirect:/retention";
    }

    @PostMapping("/retention/runs/{id}/stop")
    String stop(@PathVariable UUID id, RedirectAttributes next) {
        NotFound.orElse404(runs.find(id));
        if (runs.stop(id)) {
            Toast.ok(next, words.text("retentionRun.stopped"));
        }
        return "redirect:/retention";
    }

    @PostMapping("/retention/runs/{id}/start")
    String goOn(@PathVariable UUID id, RedirectAttributes next) {
        NotFound.orElse404(runs.find(id));
        if (runs.goOn(id)) {
            Toast.ok(next, words.text("retentionRun.started"));
        }
        return "redirect:/retention";
    }

    private void reason(String reason, String field, Problems problems) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            problems.add(field, words.text("invoice.reasonNeeded"));
        }
    }

    private String refused(Problems problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(problems, model);
    }

    private String page(Problems problems, Model model) {
        var latest = runs.latest();
        model.addAttribute("rules", retention.rules());
        model.addAttribute("usual", RetentionRule.USUAL_YEARS);
        model.addAttribute("holds", retention.holds());
        model.addAttribute("runs", latest);
        model.addAttribute("running", latest.stream().anyMatch(run -> run.status() == RetentionRun.Status.RUNNING));
        model.addAttribute("figures", retention.figures());
        model.addAttribute("organisations", organisations.list());
        model.addAttribute("types", DocumentType.values());
        model.addAttribute("kinds", RetentionRun.Kind.values());
        model.addAttribute("mayManage", Caller.current().may(Permission.RETENTION_MANAGE));
        model.addAttribute("problems", problems.texts());
        return "exchange/retention";
    }
}
