package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Language;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.AlertRule;
import io.tradelane.trading.incident.AlertRules;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told when, and what was told. */
@Page
class AlertPages {
    private static final int TOLD = 25;
    private static final List<String> CAUSES = Arrays.stream(Cause.class.getDeclaredFields()).map(Field::getName).sorted().toList();
    private final AlertRules rules;
    private final Notices notices;
    private final Words words;
    private final Formats formats;

    AlertPages(AlertRules rules, Notices notices, Words words, Formats formats) {
        this.rules = rules;
        this.notices = notices;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/alerts")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        var told = notices.list(null, cursor, TOLD);
        model.addAttribute("rules", rules.list());
        model.addAttribute("open", rules.open());
        model.addAttribute("notices", told.items());
        model.addAttribute("mayManage", Caller.current().may(Permission.ALERT_MANAGE));
        model.addAttribute("first", cursor == null ? null : "/alerts");
        model.addAttribute("next", told.next() == null ? null : "/alerts?cursor=" + told.next());
        return "incident/alerts";
    }

    @GetMapping("/alerts/new")
    String add(Model model, Locale locale) {
        Map<String, String> form = new HashMap<>(Map.of("threshold", "5", "windowMinutes", "60", "enabled", "true", "zone", formats.zone().getId(),
                "locale", Language.isChinese(locale) ? "zh-CN" : "en"));
        return form(null, form, new Problems(), model);
    }

    @PostMapping("/alerts/new")
    String add(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return save(null, Ids.next(), typed, model, response, next);
    }

    @GetMapping("/alerts/{id}")
    String change(@PathVariable UUID id, Model model) {
        AlertRule rule = NotFound.orElse404(rules.find(id));
        return form(rule, AlertForm.write(rule), new Problems(), model);
    }

    @PostMapping("/alerts/{id}")
    String change(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        return save(NotFound.orElse404(rules.find(id)), id, typed, model, response, next);
    }

    @PostMapping("/alerts/{id}/test")
    String test(@PathVariable UUID id, RedirectAttributes next) {
        if (!rules.test(id)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("alert.tested"));
        return "redirect:/alerts";
    }

    @PostMapping("/alerts/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        if (!rules.remove(id)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("alert.removed"));
        return "redirect:/alerts";
    }

    private String save(
            @Nullable AlertRule before, UUID id, Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        rules.save(AlertForm.read(id, typed, formats.zone())).forEach(problem -> problems.add(problem.field(), words.text("alert.problem." + problem.field())));
        if (problems.isEmpty()) {
            Toast.ok(next, words.text("alert.saved"));
            return "redirect:/alerts";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(before, typed, problems, model);
    }

    private String form(@Nullable AlertRule rule, Map<String, String> form, Problems problems, Model model) {
        model.addAttribute("rule", rule);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("watches", AlertRule.Watch.values());
        model.addAttribute("causes", CAUSES);
        model.addAttribute("ways", rules.ways());
        return "incident/alert";
    }
}
