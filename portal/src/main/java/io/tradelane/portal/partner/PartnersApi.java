package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.IdentifierCheck;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.OrganisationContact;
import io.tradelane.trading.partner.OrganisationContacts;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The directory in JSON: companies, by what each is known, and whom to ask there. */
@ApiController
@Tag(name = "Partners")
class PartnersApi {
    private final Organisations organisations;
    private final OrganisationContacts contacts;

    PartnersApi(Organisations organisations, OrganisationContacts contacts) {
        this.organisations = organisations;
        this.contacts = contacts;
    }

    /** @param agency who issues it, in UN/EDIFACT data element 3055 */
    record IdentifierResource(@Nullable String scheme, @Nullable String value, @Nullable String agency) {}

    record ContactResource(
            @Nullable UUID id, OrganisationContact.@Nullable Role role, @Nullable String name, @Nullable String phone, @Nullable String email,
            @Nullable String language) {}

    record PartnerResource(Organisation organisation, List<IdentifierResource> identifiers, List<ContactResource> contacts) {}

    @Operation(summary = "Companies")
    @GetMapping("/api/v1/partners")
    Listing<Organisation> list() {
        return new Listing<>(organisations.list(), null);
    }

    @Operation(summary = "A company with its identifiers and contacts")
    @GetMapping("/api/v1/partners/{id}")
    PartnerResource partner(@PathVariable UUID id) {
        Organisation found = NotFound.orElse404(organisations.find(id));
        Caller caller = Caller.current();
        List<OrganisationContact> people = caller.isOperator() || caller.isSelf(id) ? contacts.list(id) : List.of();
        return new PartnerResource(found,
                organisations.identifiers(id).stream().map(one -> new IdentifierResource(one.scheme(), one.value(), one.agency())).toList(),
                people.stream().map(one -> new ContactResource(one.id(), one.role(), one.name(), one.phone(), one.email(), one.language())).toList());
    }

    @Operation(summary = "Add an identifier: GLN, DUNS, VAT, LEI, BIC, REGISTRATION, AS2, or EDI:qualifier for the address in an envelope")
    @PostMapping("/api/v1/partners/{id}/identifiers")
    PartnerResource identify(@PathVariable UUID id, @RequestBody IdentifierResource given) {
        NotFound.orElse404(organisations.find(id));
        PartyIdentifier identifier = new PartyIdentifier(text(given.scheme), text(given.value));
        IdentifierCheck.problem(identifier).ifPresent(code -> {
            throw wrong(code.equals("scheme") ? "/scheme" : "/value", code);
        });
        if (organisations.byIdentifier(identifier.scheme(), identifier.value()).filter(owner -> !owner.id().equals(id)).isPresent()) {
            throw wrong("/value", "taken");
        }
        organisations.addIdentifier(id, identifier);
        return partner(id);
    }

    @Operation(summary = "Add a contact, or change the one of the same role and name")
    @PostMapping("/api/v1/partners/{id}/contacts")
    PartnerResource contact(@PathVariable UUID id, @RequestBody ContactResource given) {
        NotFound.orElse404(organisations.find(id));
        if (given.role == null) {
            throw wrong("/role", "required");
        }
        String problem = ContactPages.problem(given.name, given.phone, given.email);
        if (problem != null) {
            throw wrong(problem.contains("email") ? "/email" : "/name", problem.substring(problem.lastIndexOf('.') + 1));
        }
        contacts.put(new OrganisationContact(Ids.next(), id, given.role, text(given.name), ContactPages.blankToNull(given.phone),
                ContactPages.blankToNull(given.email), ContactPages.blankToNull(given.language)));
        return partner(id);
    }

    @Operation(summary = "Remove a contact")
    @DeleteMapping("/api/v1/partners/{id}/contacts/{contact}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID contact) {
        if (!contacts.remove(id, contact)) {
            throw new NotFound();
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static Problem wrong(String pointer, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", pointer, "code", code)));
    }
}
