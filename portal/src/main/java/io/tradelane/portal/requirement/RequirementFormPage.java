package io.tradelane.portal.requirement;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.requirement.PastedLines;
import io.tradelane.trading.requirement.RequirementForm;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.requirement.Requirements;
import io.tradelane.trading.shared.Quantity;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody writes what is needed: by hand, pasted out of a spreadsheet, or begun with articles of the catalogue. */
@Page
class RequirementFormPage {
    private static final int BLANK_ROWS = 3;
    private static final int MOST_ARTICLES = 50;
    private final Requirements requirements;
    private final VisibleRequirements visible;
    private final ArticleListing listing;
    private final Organisations organisations;
    private final RequirementWords said;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    RequirementFormPage(Requirements requirements, VisibleRequirements visible, ArticleListing listing, Organisations organisations, RequirementWords said, Outcomes outcomes,
            Words words, Formats formats) {
        this.requirements = requirements;
        this.visible = visible;
        this.listing = listing;
        this.organisations = organisations;
        this.said = said;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    /** @param article of the catalogue, a line each */
    @GetMapping("/requirements/new")
    String blank(@RequestParam(required = false) @Nullable List<UUID> article, Model model) {
        Map<String, String> form = new LinkedHashMap<>();
        UUID own = Caller.current().organisation();
        form.put("currency", own == null ? "CNY" : organisations.find(own).map(Organisation::currency).orElse("CNY"));
        if (article != null) {
            article.stream().distinct().limit(MOST_ARTICLES).flatMap(id -> listing.find(id).stream()).forEach(found -> {
                BigDecimal least = found.form().minQuantity() == null ? BigDecimal.ONE : found.form().minQuantity();
                RequirementFields.put(form, RequirementFields.rows(form), new RequirementForm.Line(null, found.form().number(), found.id(), found.name(words.chinese()),
                        new Quantity(least, found.form().unit()), null, null, null), formats);
            });
        }
        return show(form, null, new Problems(), model);
    }

    @PostMapping("/requirements/new")
    String create(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return submit(typed, null, model, response, next);
    }

    @GetMapping("/requirements/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        RequirementView requirement = visible.require(id);
        return show(RequirementFields.initial(requirement, formats), requirement, new Problems(), model);
    }

    @PostMapping("/requirements/{id}/edit")
    String write(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return submit(typed, visible.require(id), model, response, next);
    }

    private String submit(Map<String, String> typed, @Nullable RequirementView before, Model model, HttpServletResponse response, RedirectAttributes next) {
        Map<String, String> form = RequirementFields.compact(typed);
        Problems problems = new Problems();
        if ("add".equals(typed.get("action"))) {
            return show(pasted(form, problems, model), before, problems, model);
        }
        if (!form.getOrDefault("paste", "").isBlank()) {
            problems.add("paste", words.text("requirement.paste.first"));
        }
        Optional<RequirementForm> read = new RequirementFields(words).read(form, problems);
        if (read.isEmpty() || !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, before, problems, model);
        }
        int version = version(typed);
        CommandResult result = before == null ? requirements.create(read.get()) : requirements.write(before.id(), read.get(), version);
        if (result instanceof CommandResult.Done done) {
            if ("submit".equals(typed.get("action"))) {
                outcomes.tell(requirements.submit(done.id(), done.version()), "requirement.submitted", next);
            } else {
                Toast.ok(next, words.text("requirement.saved"));
            }
            return "redirect:/requirements/" + done.id();
        }
        if (result instanceof CommandResult.StaleVersion && before != null) {
            model.addAttribute("changes", said.changes(requirements.changesSince(before.id(), version)));
        }
        outcomes.explain(named(result), "number", problems);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(form, before, problems, model);
    }

    /** Right rows become lines, wrong ones stay in the field with what is wrong with each cell. */
    private Map<String, String> pasted(Map<String, String> compacted, Problems problems, Model model) {
        Map<String, String> form = new LinkedHashMap<>(compacted);
        PastedLines read = PastedLines.read(form.getOrDefault("paste", ""), form.getOrDefault("currency", "").strip());
        read.lines().forEach(line -> RequirementFields.put(form, RequirementFields.rows(form), line, formats));
        form.put("paste", read.left());
        if (!read.faults().isEmpty()) {
            problems.add("paste", words.text("requirement.paste.wrong", read.faults().stream().map(PastedLines.Fault::row).distinct().count()));
        }
        model.addAttribute("faults", said.faults(read.faults()));
        return form;
    }

    /** Problems by the names of the form's fields: {@code lines[2].quantity} is {@code quantity-2}. */
    private static CommandResult named(CommandResult result) {
        return result instanceof CommandResult.Invalid invalid
                ? new CommandResult.Invalid(invalid.problems().stream().map(problem -> new CommandResult.Problem(problem.field()
                        .replaceAll("lines\\[(\\d+)]\\.(?:articleId|lineNumber)", "article-$1").replaceAll("lines\\[(\\d+)]\\.(\\w+)", "$2-$1").replaceAll("^lines$", "article-0"),
                        problem.code())).toList())
                : result;
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private static String show(Map<String, String> form, @Nullable RequirementView before, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("requirement", before);
        model.addAttribute("rows", RequirementFields.rows(form) + BLANK_ROWS);
        model.addAttribute("problems", problems.texts());
        return "requirement/form";
    }
}
