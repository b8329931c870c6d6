package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.CrossReference;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a partner calls things, and what we call them. */
@Page
class CrossReferencePages {
    private static final int LONGEST = 100;
    private static final int SHOWN_PROBLEMS = 20;
    private final CrossReferences references;
    private final Organisations organisations;
    private final Words words;
    private final Clock clock;

    CrossReferencePages(CrossReferences references, Organisations organisations, Words words, Clock clock) {
        this.references = references;
        this.organisations = organisations;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/partners/{id}/cross-references")
    String list(@PathVariable UUID id, @RequestParam Map<String, String> suggested, Model model) {
        return page(partner(id), suggested, new Problems(), "", model);
    }

    @PostMapping("/partners/{id}/cross-references")
    String add(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Organisation partner = partner(id);
        Problems problems = new Problems();
        FormValues values = new FormValues(typed, problems, words);
        var kind = Constants.of(CrossReference.Kind.class, typed.getOrDefault("kind", ""));
        String theirs = values.text("theirs", LONGEST);
        String ours = values.text("ours", LONGEST);
        LocalDate from = values.date("from");
        LocalDate until = values.date("until");
        if (kind.isEmpty()) {
            problems.add("kind", words.text("problem.required"));
        }
        if (theirs == null) {
            problems.add("theirs", words.text("problem.required"));
        }
        if (ours == null) {
            problems.add("ours", words.text("problem.required"));
        }
        if (kind.isPresent() && kind.get() == CrossReference.Kind.CURRENCY && ours != null && !CurrencyCode.isKnown(ours)) {
            problems.add("ours", words.text("crossReference.problem.currency"));
        }
        LocalDate first = from == null ? LocalDate.now(clock) : from;
        if (until != null && until.isBefore(first)) {
            problems.add("until", words.text("crossReference.problem.until"));
        }
        if (!problems.isEmpty() || kind.isEmpty() || theirs == null || ours == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(partner, typed, problems, "", model);
        }
        references.put(new CrossReference(Ids.next(), id, kind.get(), theirs, ours, first, until));
        Toast.ok(next, words.text("crossReference.added"));
        return "redirect:/partners/" + id + "/cross-references";
    }

    /** What was removed stands in the form afterwards, so that it can be put back. */
    @PostMapping("/partners/{id}/cross-references/{line}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID line, RedirectAttributes next) {
        partner(id);
        references.list(id).stream().filter(entry -> entry.id().equals(line)).findFirst().ifPresent(entry -> {
            references.remove(id, line);
            next.addAttribute("kind", Constants.word(entry.kind()));
            next.addAttribute("theirs", entry.theirs());
            next.addAttribute("ours", entry.ours());
            next.addAttribute("from", entry.from());
            next.addAttribute("until", entry.until() == null ? "" : entry.until());
            Toast.ok(next, words.text("crossReference.removed"));
        });
        return "redirect:/partners/" + id + "/cross-references";
    }

    @PostMapping("/partners/{id}/cross-references/import")
    String importCsv(@PathVariable UUID id, @RequestParam(defaultValue = "") String csv, Model model, HttpServletResponse response, RedirectAttributes next) {
        Organisation partner = partner(id);
        CrossReferenceCsv.Read read = CrossReferenceCsv.read(csv, id, LocalDate.now(clock));
        if (!read.problems().isEmpty() || read.references().isEmpty()) {
            Problems problems = new Problems();
            problems.add("csv", read.problems().isEmpty() ? words.text("problem.required") : described(read.problems()));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(partner, Map.of(), problems, csv, model);
        }
        references.putAll(read.references());
        Toast.ok(next, words.text("crossReference.imported", read.references().size()));
        return "redirect:/partners/" + id + "/cross-references";
    }

    private String described(List<CrossReferenceCsv.Problem> problems) {
        List<String> places = problems.stream()
                .limit(SHOWN_PROBLEMS)
                .map(problem -> problem.column() == null ? words.text("crossReference.problem.row", problem.row())
                        : words.text("crossReference.problem.cell", problem.row(), problem.column()))
                .toList();
        return String.join(" ", places);
    }

    @GetMapping("/partners/{id}/cross-references.csv")
    ResponseEntity<String> export(@PathVariable UUID id) {
        Organisation partner = partner(id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(partner.name() + " cross-references.csv", StandardCharsets.UTF_8).build().toString())
                .body(CrossReferenceCsv.write(references.list(id)));
    }

    private Organisation partner(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(organisations.find(id).filter(organisation -> caller.isOperator() || caller.isSelf(id)));
    }

    private String page(Organisation partner, Map<String, String> form, Problems problems, String csv, Model model) {
        model.addAttribute("partner", partner);
        model.addAttribute("references", references.list(partner.id()));
        model.addAttribute("kinds", CrossReference.Kind.values());
        model.addAttribute("form", form);
        model.addAttribute("csv", csv);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", Map.of("kind", words.text("crossReference.kind"), "theirs", words.text("crossReference.theirs"),
                "ours", words.text("crossReference.ours"), "from", words.text("crossReference.from"), "until", words.text("crossReference.until"),
                "csv", words.text("crossReference.import")));
        return "partner/cross-references";
    }
}
