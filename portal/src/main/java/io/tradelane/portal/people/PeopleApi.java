package io.tradelane.portal.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.people.AccessPolicies;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.Person;
import io.tradelane.trading.people.PersonInvitation;
import io.tradelane.trading.people.PersonInvitations;
import io.tradelane.trading.people.RoleRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The people of a company in JSON. What takes a second person is answered 202; a machine is never the second person. */
@ApiController
@Tag(name = "People")
class PeopleApi {
    private final PeopleCommands commands;
    private final People people;
    private final PersonInvitations invitations;
    private final AccessPolicies policies;

    PeopleApi(PeopleCommands commands, People people, PersonInvitations invitations, AccessPolicies policies) {
        this.policies = policies;
        this.commands = commands;
        this.people = people;
        this.invitations = invitations;
    }

    /** @param language {@code en} or {@code zh-CN} */
    record NewInvitation(@Nullable String email, @Nullable String language, @Nullable Set<Role> roles) {}

    record AccessPolicy(@Nullable Set<Role> secondFactorRoles) {}

    record Decision(@Nullable Boolean grant) {}

    @Operation(summary = "In which roles people need a second factor")
    @GetMapping("/api/v1/access-policy")
    AccessPolicy policy() {
        return new AccessPolicy(policies.secondFactorRoles(commands.company()));
    }

    @Operation(summary = "Say in which roles people need a second factor; who has none sets it up when she signs in next")
    @PutMapping("/api/v1/access-policy")
    AccessPolicy policy(@RequestBody AccessPolicy wanted) {
        if (wanted.secondFactorRoles == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Say in which roles.", List.of(Map.of("pointer", "/secondFactorRoles", "code", "required")));
        }
        policies.set(commands.company(), wanted.secondFactorRoles);
        return policy();
    }

    @Operation(summary = "Who works for the company, in which roles")
    @GetMapping("/api/v1/people")
    Listing<Person> list() {
        return new Listing<>(people.list(commands.company()), null);
    }

    @Operation(summary = "One person")
    @GetMapping("/api/v1/people/{id}")
    Person person(@PathVariable UUID id) {
        return commands.person(id);
    }

    @Operation(summary = "Give a role: 200 when she has it, 202 when a second person has to agree")
    @PutMapping("/api/v1/people/{id}/roles/{role}")
    ResponseEntity<Person> grant(@PathVariable UUID id, @PathVariable String role) {
        boolean now = AccessOutcomes.require(commands.grant(id, role(role)));
        return ResponseEntity.status(now ? HttpStatus.OK : HttpStatus.ACCEPTED).body(commands.person(id));
    }

    @Operation(summary = "Take a role away; her sessions end")
    @DeleteMapping("/api/v1/people/{id}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable String role) {
        AccessOutcomes.require(commands.revoke(id, role(role)));
    }

    @Operation(summary = "She works for the company no longer; her sessions end")
    @PostMapping("/api/v1/people/{id}/deactivation")
    Person deactivate(@PathVariable UUID id) {
        AccessOutcomes.require(commands.deactivate(id));
        return commands.person(id);
    }

    @Operation(summary = "She works for the company again; sensitive roles wait for a second person")
    @PostMapping("/api/v1/people/{id}/activation")
    Person activate(@PathVariable UUID id) {
        AccessOutcomes.require(commands.activate(id));
        return commands.person(id);
    }

    @Operation(summary = "PersonInvitations that are open")
    @GetMapping("/api/v1/people-invitations")
    Listing<PersonInvitation> invitations() {
        return new Listing<>(invitations.list(commands.company()), null);
    }

    @Operation(summary = "Invite somebody; the link goes to her by mail and is in no answer")
    @PostMapping("/api/v1/people-invitations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void invite(@RequestBody NewInvitation wanted) {
        if (wanted.email == null || wanted.roles == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "An invitation needs an address and roles.",
                    List.of(Map.of("pointer", wanted.email == null ? "/email" : "/roles", "code", "required")));
        }
        Locale language = Locale.forLanguageTag(wanted.language == null ? "en" : wanted.language);
        AccessOutcomes.require(commands.invite(wanted.email.strip(), language, wanted.roles));
    }

    @Operation(summary = "A new link; the one before holds no longer")
    @PostMapping("/api/v1/people-invitations/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resend(@PathVariable UUID id) {
        AccessOutcomes.require(commands.resend(id));
    }

    @Operation(summary = "Take an invitation back")
    @DeleteMapping("/api/v1/people-invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id) {
        AccessOutcomes.require(commands.withdraw(id));
    }

    @Operation(summary = "Sensitive roles that wait for a second person")
    @GetMapping("/api/v1/role-requests")
    Listing<RoleRequest> requests() {
        return new Listing<>(commands.waiting(), null);
    }

    @Operation(summary = "Decide as the second person; refused to machines, to who asked and to who is to have it")
    @PostMapping("/api/v1/role-requests/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID id, @RequestBody Decision decision) {
        if (decision.grant == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Say whether it is granted.", List.of(Map.of("pointer", "/grant", "code", "required")));
        }
        AccessOutcomes.require(commands.decide(id, decision.grant));
    }

    private static Role role(String word) {
        return NotFound.orElse404(Constants.of(Role.class, word));
    }
}
