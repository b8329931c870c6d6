package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.sourcing.Award;
import io.tradelane.trading.sourcing.Comparison;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqView;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer decides in the comparison: fields {@code award-<line>-<bid>} hold how much of a line goes to a supplier. */
@Page
class AwardPage {
    private static final Pattern INDEX = Pattern.compile("awards\\[(\\d+)].*");
    private final RequestsForQuotation requests;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    AwardPage(RequestsForQuotation requests, Outcomes outcomes, Words words, Formats formats) {
        this.requests = requests;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    /** The best offer of each line is proposed. */
    @GetMapping("/rfqs/{id}/award")
    String form(@PathVariable UUID id, Model model) {
        RfqView rfq = own(id);
        Comparison comparison = Comparison.of(rfq);
        Map<String, String> form = new LinkedHashMap<>();
        for (int line = 0; line < comparison.rows().size(); line++) {
            Comparison.Row row = comparison.rows().get(line);
            boolean proposed = false;
            for (int bid = 0; bid < row.cells().size(); bid++) {
                Comparison.Cell cell = row.cells().get(bid);
                boolean propose = !proposed && cell.best() && !cell.belowMinimum() && comparison.bids().get(bid).awardable();
                form.put("award-" + line + "-" + bid, propose ? formats.plain(row.line().quantity().min(cell.offer().quantity())) : "");
                proposed = proposed || propose;
            }
        }
        return show(rfq, comparison, form, new Problems(), model);
    }

    @PostMapping("/rfqs/{id}/award")
    String award(
            @PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        RfqView rfq = own(id);
        Comparison comparison = Comparison.of(rfq);
        Problems problems = new Problems();
        List<String> fields = new ArrayList<>();
        List<Award> awards = read(typed, comparison, problems, fields);
        if (problems.isEmpty()) {
            CommandResult result = requests.award(id, awards, version);
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("rfq.awarded"));
                return "redirect:/rfqs/" + id;
            }
            outcomes.explain(named(result, fields), "awards", problems);
            response.setStatus(HttpStatus.CONFLICT.value());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(rfq, comparison, typed, problems, model);
    }

    private List<Award> read(Map<String, String> typed, Comparison comparison, Problems problems, List<String> fields) {
        FormValues form = new FormValues(typed, problems, words);
        List<Award> awards = new ArrayList<>();
        for (int line = 0; line < comparison.rows().size(); line++) {
            for (int bid = 0; bid < comparison.bids().size(); bid++) {
                String field = "award-" + line + "-" + bid;
                BigDecimal quantity = form.number(field);
                if (quantity != null && quantity.signum() > 0) {
                    awards.add(new Award(comparison.rows().get(line).line().lineNumber(), comparison.bids().get(bid).supplier().id(), quantity));
                    fields.add(field);
                }
            }
        }
        return awards;
    }

    private static CommandResult named(CommandResult result, List<String> fields) {
        return result instanceof CommandResult.Invalid invalid ? new CommandResult.Invalid(invalid.problems().stream().map(problem -> {
            Matcher index = INDEX.matcher(problem.field());
            return index.matches() ? new CommandResult.Problem(fields.get(Integer.parseInt(index.group(1))), problem.code()) : problem;
        }).toList()) : result;
    }

    private RfqView own(UUID id) {
        RfqView rfq = NotFound.orElse404(requests.find(id));
        if (!Caller.current().isSelf(rfq.buyer().id())) {
            throw new NotFound();
        }
        return rfq;
    }

    private String show(RfqView rfq, Comparison comparison, Map<String, String> form, Problems problems, Model model) {
        model.addAttribute("rfq", rfq);
        model.addAttribute("comparison", comparison);
        model.addAttribute("open", RfqActions.of(rfq, Caller.current()).award());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems.texts());
        return "sourcing/award";
    }
}
