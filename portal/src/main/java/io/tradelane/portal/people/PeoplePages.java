package io.tradelane.portal.people;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Grants;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.access.SignedInUser;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.people.AccessPolicies;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.Person;
import io.tradelane.trading.people.PersonInvitations;
import io.tradelane.trading.people.SeparationOfDuties;
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
    private final PersonInvitations invitations;
    private final Organisations organisations;
    private final AccessOutcomes outcomes;
    private final Timeline timeline;
    private final AccessPolicies policies;
    private final Words words;
    private final Clock clock;

    PeoplePages(PeopleCommands commands, People people, PersonInvitations invitations, Organisations organisations, AccessOutcomes outcomes, Timeline timeline,
            AccessPolicies policies, Words words, Clock clock) {
        this.policies = policies;
        this.words = words;
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
        model.addAttribute("roles", possible());
        model.addAttribute("needed", policies.secondFactorRoles(company));
        return "people/list";
    }

    @PostMapping("/people/policy")
    String policy(@RequestParam(name = "role", defaultValue = "") List<String> asked, RedirectAttributes next) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        asked.forEach(word -> Constants.of(Role.class, word).filter(possible()::contains).ifPresent(roles::add));
        policies.set(commands.company(), roles);
        Toast.ok(next, words.text("people.policy.saved"));
        return "redirect:/people";
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
        SignedInUser user = Caller.current().user();
        boolean self = user != null && user.id().equals(id);
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
