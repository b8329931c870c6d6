package io.tradelane.portal.schedule;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.schedule.PlannedWeek;
import io.tradelane.trading.schedule.ProductionPlans;
import io.tradelane.trading.schedule.ProductionPlans.Planned;
import io.tradelane.trading.schedule.ProductionPlans.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Production plans, article by week: written by suppliers, line by line or as a file, and seen by buyers. */
@Page
class PlanPages {
    private static final int SIZE = 50;
    private static final int MOST_BYTES = 5_000_000;
    private final ProductionPlans plans;
    private final Organisations organisations;
    private final Formats formats;
    private final Words words;

    PlanPages(ProductionPlans plans, Organisations organisations, Formats formats, Words words) {
        this.plans = plans;
        this.organisations = organisations;
        this.formats = formats;
        this.words = words;
    }

    @GetMapping("/schedules/plans")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page, Model model) {
        return show(q.strip(), page, null, List.of(), null, model);
    }

    @PostMapping("/schedules/plans/files")
    String take(@RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) throws IOException {
        String problem = file == null || file.isEmpty() ? "upload.none" : file.getSize() > MOST_BYTES ? "upload.tooLarge" : null;
        PlanFile read = problem == null ? PlanFile.read(file.getBytes()) : new PlanFile(List.of(), List.of(), null);
        if (problem == null && read.problem() != null) {
            problem = read.problem().equals("columns") ? "plans.problem.columns" : "counts.problem." + read.problem();
        }
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show("", "1", null, List.of(), words.textOr(problem, problem), model);
        }
        return written(read.lines(), read.wrong(), model);
    }

    @PostMapping("/schedules/plans")
    String write(@RequestParam Map<String, String> typed, Model model) {
        Map<String, String> cells = new HashMap<>();
        List.of("number", "week", "capacity", "planned").forEach(name -> cells.put(name, typed.getOrDefault(name, "").strip()));
        List<ProductionPlans.Line> lines = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        PlanFile.read(1, cells, lines, wrong);
        return written(lines, wrong, model);
    }

    private String written(List<ProductionPlans.Line> lines, List<Wrong> unread, Model model) {
        Planned planned = plans.write(own(), lines);
        List<Wrong> wrong = new ArrayList<>(unread);
        wrong.addAll(planned.wrong());
        wrong.sort(Comparator.comparingInt(Wrong::row));
        return show("", "1", planned, wrong, null, model);
    }

    private String show(String q, String page, @Nullable Planned planned, List<Wrong> wrong, @Nullable String problem, Model model) {
        Kind kind = organisations.find(own()).orElseThrow().kind();
        int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        List<PlannedWeek> weeks = plans.list(q.isEmpty() ? null : q, number, SIZE);
        Address here = Address.of("/schedules/plans").with("q", q);
        model.addAttribute("weeks", weeks);
        model.addAttribute("q", q);
        model.addAttribute("planned", planned);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problem", problem);
        model.addAttribute("writes", kind != Kind.BUYER && Caller.current().may(Permission.ORDER_RESPOND));
        model.addAttribute("today", formats.today());
        model.addAttribute("mostLines", ProductionPlans.MOST_LINES);
        model.addAttribute("first", number == 1 ? null : here.toString());
        model.addAttribute("next", weeks.size() < SIZE ? null : here.with("page", String.valueOf(number + 1)).toString());
        return "schedule/plans";
    }

    private static UUID own() {
        return Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
    }
}
