package io.tradelane.portal.requirement;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.requirement.RequirementFilter;
import io.tradelane.trading.requirement.RequirementPage;
import io.tradelane.trading.requirement.Requirements;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of requirements. Everything that narrows it is in its address. */
@Page
class RequirementListPage {
    private static final int SIZE = 25;
    private final Requirements requirements;

    RequirementListPage(Requirements requirements) {
        this.requirements = requirements;
    }

    @GetMapping("/requirements")
    String list(
            @RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String needBy,
            @RequestParam(required = false) @Nullable String mine, @RequestParam(required = false) @Nullable UUID before, Model model) {
        RequirementFilter.Tab chosen = Constants.of(RequirementFilter.Tab.class, tab).orElse(RequirementFilter.Tab.ALL);
        String text = q.strip();
        Caller caller = Caller.current();
        boolean own = mine != null && caller.user() != null;
        UUID author = own ? caller.user().id() : VisibleRequirements.author();
        LocalDate day = day(needBy);
        RequirementPage page = requirements.list(new RequirementFilter(chosen, text.isEmpty() ? null : text, null, author, day, before, SIZE));
        Address here = Address.of("/requirements").with("tab", Constants.word(chosen)).with("q", text).with("needBy", day == null ? "" : day.toString()).with("mine", own ? "true" : "");
        model.addAttribute("page", page);
        model.addAttribute("tabs", RequirementFilter.Tab.values());
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        model.addAttribute("address", here);
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        model.addAttribute("needBy", day);
        model.addAttribute("mine", own);
        model.addAttribute("mayWrite", caller.may(Permission.REQUIREMENT_WRITE));
        return "requirement/list";
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
