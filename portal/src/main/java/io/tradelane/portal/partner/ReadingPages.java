package io.tradelane.portal.partner;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.ReadingSetting;
import io.tradelane.trading.partner.ReadingSettings;
import jakarta.servlet.http.HttpServletResponse;
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

/** How what a company sends is read otherwise than everybody's. */
@Page
class ReadingPages {
    private final ReadingSettings settings;
    private final Organisations organisations;
    private final Words words;

    ReadingPages(ReadingSettings settings, Organisations organisations, Words words) {
        this.settings = settings;
        this.organisations = organisations;
        this.words = words;
    }

    /** @param columns how many columns of its tables are known; absent: as usual */
    record Row(ReadingSetting setting, @Nullable Integer columns) {

        static Row of(ReadingSetting setting) {
            String table = setting.table();
            return new Row(setting, table == null ? null : TableMapping.ofJson(table).columns().size());
        }
    }

    @GetMapping("/partners/{id}/reading")
    String list(@PathVariable UUID id, Model model) {
        return page(partner(id), Map.of(), new Problems(), model);
    }

    @PostMapping("/partners/{id}/reading")
    String set(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Organisation partner = partner(id);
        Problems problems = new Problems();
        Optional<Format> format = Constants.of(Format.class, typed.getOrDefault("format", "")).filter(ReadingFormats.SETTABLE::contains);
        DocumentType type = Constants.of(DocumentType.class, typed.getOrDefault("type", "")).orElse(null);
        ReadingSetting.CodeLists codeLists = Constants.of(ReadingSetting.CodeLists.class, typed.getOrDefault("codeLists", "")).orElse(null);
        Boolean rules = switch (typed.getOrDefault("rules", "")) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
        if (format.isEmpty()) {
            problems.add("format", words.text("problem.required"));
        } else {
            String meaningless = ReadingFormats.meaningless(format.get(), codeLists, rules, null);
            if (meaningless != null) {
                problems.add(meaningless, words.text("reading.problem." + meaningless));
            }
        }
        if (codeLists == null && rules == null) {
            problems.add("codeLists", words.text("reading.problem.nothing"));
        }
        if (format.isEmpty() || !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(partner, typed, problems, model);
        }
        settings.put(new ReadingSetting(id, format.get().name(), type, codeLists, rules, null));
        Toast.ok(next, words.text("reading.saved"));
        return "redirect:/partners/" + id + "/reading";
    }

    @PostMapping("/partners/{id}/reading/removal")
    String remove(@PathVariable UUID id, @RequestParam String format, @RequestParam(defaultValue = "") String type, RedirectAttributes next) {
        partner(id);
        if (settings.remove(id, format, Constants.of(DocumentType.class, type).orElse(null))) {
            Toast.ok(next, words.text("reading.removed"));
        }
        return "redirect:/partners/" + id + "/reading";
    }

    private Organisation partner(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(organisations.find(id).filter(organisation -> caller.isOperator() || caller.isSelf(id)));
    }

    private String page(Organisation partner, Map<String, String> form, Problems problems, Model model) {
        List<ReadingSetting> all = settings.list(partner.id());
        model.addAttribute("partner", partner);
        model.addAttribute("rows", all.stream().map(Row::of).toList());
        model.addAttribute("mayManage", Caller.current().may(Permission.CHANNEL_MANAGE));
        model.addAttribute("formats", ReadingFormats.SETTABLE);
        model.addAttribute("types", DocumentType.values());
        model.addAttribute("strictness", ReadingSetting.CodeLists.values());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", Map.of("format", words.text("reading.format"), "codeLists", words.text("reading.codeLists"),
                "rules", words.text("reading.rules")));
        return "partner/reading";
    }
}
