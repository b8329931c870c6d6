package io.tradelane.portal.people;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Grants;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.people.Invitations;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.Person;
import io.tradelane.trading.people.SeparationOfDuties;
import io.tradelane.portal.exchange.Timeline;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works for the caller's company, in which roles, and what a second person has to decide. */
@Page
class PeoplePages {
    private final PeopleCommands commands;
    private final People people;
    private final Invitations invitations;
    private final Organisations organisations;
    private final AccessOutcomes outcomes;
    private final Timeline timeline;
    private final Clock clock;

    PeoplePages(PeopleCommands commands, People people, Invitations invitations, Organisations organisations, AccessOutcomes outcomes, Timeline timeline,
            Clock clock) {
        this.commands = commands;
        this.people = people;
        this.invitations = invitations;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.timeline = timeline;
        this.clock = clock;
    }

    @GetMapping("/people")
    String list(Model model) {
        Caller caller = Caller.current();
        UUID company = commands.company();
        model.addAttribute("people", people.list(company));
        model.addAttribute("invitations", invitations.list(company));
        model.addAttribute("requests", commands.waiting());
        model.addAttribute("company", company);
        model.addAttribute("mayManage", caller.may(Permission.PEOPLE_MANAGE));
        model.addAttribute("mayApprove", caller.may(Permission.ROLE_APPROVE));
        model.addAttribute("now", clock.instant());
        return "people/list";
    }

    /** What each role may do, as the table says that every request is checked against. */
    @GetMapping("/people/roles")
    String roles(Model model) {
        Map<Role, Set<Permission>> granted = new LinkedHashMap<>();
        possible().forEach(role -> granted.put(role, Grants.of(List.of(role))));
        model.addAttribute("granted", granted);
        model.addAttribute("permissions", EnumSet.allOf(Permission.class).stream().filter(one -> granted.values().stream().anyMatch(set -> set.contains(one))).toList());
        model.addAttribute("apart", SeparationOfDuties.all().stream().filter(one -> granted.containsKey(one.one()) && granted.containsKey(one.other())).toList());
        return "people/roles";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable UUID id, Model model) {
        Person person = commands.person(id);
        boolean self = Caller.current().user() != null && Caller.current().user().id().equals(id);
        model.addAttribute("person", person);
        model.addAttribute("self", self);
        model.addAttribute("open", possible().stream().filter(role -> !person.roles().contains(role) && !person.requested().contains(role)).toList());
        model.addAttribute("mayManage", Caller.current().may(Permission.PEOPLE_MANAGE) && !self);
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject("PERSON", id))));
        return "people/person";
    }

    @PostMapping("/people/{id}/roles")
    String grant(@PathVariable UUID id, @RequestParam String role, RedirectAttributes next) {
        outcomes.tell(commands.grant(id, role(role)), "people.granted", next);
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/roles/removal")
    String revoke(@PathVariable UUID id, @RequestParam String role, RedirectAttributes next) {
        outcomes.tell(commands.revoke(id, role(role)), "people.revoked", next);
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/deactivation")
    String deactivate(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(commands.deactivate(id), "people.deactivated", next);
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/activation")
    String activate(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(commands.activate(id), "people.activated", next);
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/requests/{id}/approval")
    String approve(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(commands.decide(id, true), "people.granted", next);
        return "redirect:/people";
    }

    @PostMapping("/people/requests/{id}/refusal")
    String refuse(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(commands.decide(id, false), "people.refused", next);
        return "redirect:/people";
    }

    private Set<Role> possible() {
        return Role.of(organisations.find(commands.company()).orElseThrow().kind());
    }

    private static Role role(String word) {
        return NotFound.orElse404(Constants.of(Role.class, word));
    }
}
