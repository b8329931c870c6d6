package io.tradelane.portal.requirement;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.portal.sourcing.Deadline;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelation;
import io.tradelane.trading.relation.SupplierRelations;
import io.tradelane.trading.requirement.LineMatches;
import io.tradelane.trading.requirement.RequirementMatching;
import io.tradelane.trading.requirement.RequirementState;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.requirement.Requirements;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What fits the lines of a requirement, one line at a time, and the way into a request for quotation with the suppliers chosen. */
@Page
class RequirementMatchPage {
    private final Requirements requirements;
    private final RequirementMatching matching;
    private final VisibleRequirements visible;
    private final Organisations organisations;
    private final SupplierRelations relations;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    RequirementMatchPage(Requirements requirements, RequirementMatching matching, VisibleRequirements visible, Organisations organisations, SupplierRelations relations,
            Outcomes outcomes, Words words, Formats formats) {
        this.requirements = requirements;
        this.matching = matching;
        this.visible = visible;
        this.organisations = organisations;
        this.relations = relations;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    /** @param line its number; blank: the first */
    @GetMapping("/requirements/{id}/matches")
    String matches(@PathVariable UUID id, @RequestParam(defaultValue = "") String line, @RequestParam(required = false) @Nullable List<String> region,
            @RequestParam(required = false) @Nullable String approved, Model model) {
        RequirementView requirement = visible.require(id);
        RequirementView.Line chosen = requirement.lines().stream().filter(one -> line.isBlank() || one.lineNumber().equals(line)).findFirst().orElseThrow(NotFound::new);
        List<String> regions = region == null ? List.of() : region.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        LineMatches found = matching.of(id, new RequirementMatching.Wishes(Set.of(chosen.lineNumber()), regions, approved != null)).orElseThrow(NotFound::new).getFirst();
        model.addAttribute("requirement", requirement);
        model.addAttribute("line", chosen);
        model.addAttribute("found", found);
        model.addAttribute("regions", regions(regions));
        model.addAttribute("chosenRegions", regions);
        model.addAttribute("approved", approved != null);
        model.addAttribute("mayChoose", Caller.current().may(Permission.REQUIREMENT_WRITE) && (chosen.open() || requirement.state() == RequirementState.DRAFT));
        model.addAttribute("maySource", Caller.current().may(Permission.RFQ_PUBLISH) && !requirement.openLines().isEmpty());
        return "requirement/matches";
    }

    /** Where suppliers are. */
    private List<String> regions(List<String> chosen) {
        Set<String> regions = new LinkedHashSet<>(chosen);
        organisations.list().stream().filter(RequirementMatchPage::sells).map(Organisation::address)
                .map(address -> address.city() != null ? address.city() : address.country()).filter(Objects::nonNull).sorted().forEach(regions::add);
        return List.copyOf(regions);
    }

    private static boolean sells(Organisation one) {
        return one.kind() == Organisation.Kind.SUPPLIER || one.kind() == Organisation.Kind.BOTH;
    }

    @PostMapping("/requirements/{id}/choice")
    String choose(@PathVariable UUID id, @RequestParam int version, @RequestParam String line, @RequestParam(required = false) @Nullable UUID article, RedirectAttributes next) {
        visible.require(id);
        outcomes.tell(requirements.choose(id, line, article, version), article == null ? "requirement.unchosen" : "requirement.chosen", next);
        next.addAttribute("line", line);
        return "redirect:/requirements/" + id + "/matches";
    }

    /** @param supplier those suggested; they are ticked */
    @GetMapping("/requirements/{id}/rfq")
    String prepare(@PathVariable UUID id, @RequestParam(required = false) @Nullable List<UUID> supplier, Model model) {
        RequirementView requirement = visible.require(id);
        Map<UUID, SupplierRelation> standing = relations.all();
        model.addAttribute("requirement", requirement);
        model.addAttribute("suppliers", organisations.list().stream().filter(RequirementMatchPage::sells)
                .filter(one -> !one.id().equals(Caller.current().organisation()))
                .filter(one -> !standing.containsKey(one.id()) || standing.get(one.id()).standing() != Standing.BLOCKED).toList());
        Set<UUID> ticked = supplier == null ? new LinkedHashSet<>() : new LinkedHashSet<>(supplier);
        requirement.openLines().stream().map(RequirementView.Line::chosen).filter(Objects::nonNull).map(RequirementView.Chosen::supplier).forEach(ticked::add);
        model.addAttribute("ticked", ticked);
        model.addAttribute("deadline", formats.today().plusDays(7).atTime(18, 0).toString());
        model.addAttribute("zones", Deadline.ZONES);
        return "requirement/rfq";
    }

    @PostMapping("/requirements/{id}/rfq")
    String source(@PathVariable UUID id, @RequestParam int version, @RequestParam(required = false) @Nullable List<String> line,
            @RequestParam(required = false) @Nullable List<UUID> supplier, @RequestParam String deadline, @RequestParam String zone, RedirectAttributes next) {
        visible.require(id);
        return Deadline.read(deadline, zone).map(until -> {
            Requirements.Sourced sourced = requirements.source(id, new Requirements.Sourcing(line == null ? Set.of() : line.stream().collect(Collectors.toSet()),
                    supplier == null ? List.of() : supplier, until, zone), version);
            outcomes.tell(sourced.result(), "requirement.sourced", next);
            return sourced.rfq() == null ? "redirect:/requirements/" + id + "/rfq" : "redirect:/rfqs/" + sourced.rfq();
        }).orElseGet(() -> {
            Toast.bad(next, words.text("problem.deadline"));
            return "redirect:/requirements/" + id + "/rfq";
        });
    }
}
