package io.tradelane.trading.partner;

import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Contact;
import io.tradelane.trading.partner.PartnerFile.Counterparty;
import io.tradelane.trading.partner.PartnerFile.Person;
import io.tradelane.trading.partner.PartnerFile.Profile;
import io.tradelane.trading.partner.PartnerImportReport.Part;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The companies of a file: found by their identifiers, else made. */
@Component
class ImportedCompanies {
    private final Organisations organisations;
    private final OrganisationContacts contacts;
    private final AgreementVersions versions;

    ImportedCompanies(Organisations organisations, OrganisationContacts contacts, AgreementVersions versions) {
        this.organisations = organisations;
        this.contacts = contacts;
        this.versions = versions;
    }

    /** @return by the names of the file; fewer than it has when there are problems */
    Map<String, UUID> put(PartnerFile file, ImportNotes notes) {
        Map<String, UUID> companies = new HashMap<>();
        UUID partner = profile(file.partner(), notes);
        if (partner != null) {
            companies.put(PartnerFile.SELF, partner);
        }
        for (int i = 0; i < file.counterparties().size(); i++) {
            Counterparty other = file.counterparties().get(i);
            String pointer = "/counterparties/" + i;
            if (other.id() == null || other.id().equals(PartnerFile.SELF)) {
                notes.problem(pointer + "/id", "required", other.id());
                continue;
            }
            UUID found = company(pointer, other.name(), other.kind(), other.currency(), other.identifiers(), notes);
            if (found == null && notes.problems.isEmpty()) {
                found = organisations.create(newOne(other.name(), other.nameLocal(), other.kind(), other.currency(), Address.UNKNOWN, other.identifiers()));
                notes.added(Part.COUNTERPARTY, other.name());
            }
            if (found != null) {
                companies.put(other.id(), found);
            }
        }
        return companies;
    }

    private @Nullable UUID profile(Profile given, ImportNotes notes) {
        UUID found = company("/partner", given.name(), given.kind(), given.currency(), given.identifiers(), notes);
        people(given.contacts(), notes);
        if (!notes.problems.isEmpty()) {
            return found;
        }
        Address address = Objects.requireNonNullElse(given.address(), Address.UNKNOWN);
        Contact contact = Objects.requireNonNullElse(given.contact(), Contact.UNKNOWN);
        if (found == null) {
            found = organisations.take(newOne(given.name(), given.nameLocal(), given.kind(), given.currency(), address, given.identifiers()), contact);
            notes.added(Part.PARTNER, given.name());
        } else {
            change(found, given, address, contact, notes);
        }
        fourEyes(found, Boolean.TRUE.equals(given.fourEyes()), given, notes);
        contacts(found, given.contacts(), notes);
        return found;
    }

    private void change(UUID id, Profile given, Address address, Contact contact, ImportNotes notes) {
        Organisation before = organisations.find(id).orElseThrow();
        Organisation after = new Organisation(id, given.name(), given.nameLocal(), given.kind(),
                before.gln() == null ? gln(given.identifiers()) : before.gln(), given.currency(), address, contact);
        if (notes.changed(Part.PARTNER, given.name(), before, after)) {
            organisations.replace(after);
        }
        Set<PartyIdentifier> known = Set.copyOf(organisations.identifiers(id));
        given.identifiers().stream().filter(each -> !known.contains(each)).forEach(each -> {
            organisations.addIdentifier(id, each);
            notes.added(Part.IDENTIFIER, each.scheme() + " " + each.value());
        });
    }

    private void fourEyes(UUID id, boolean wanted, Profile given, ImportNotes notes) {
        boolean before = versions.fourEyes(id);
        if (before != wanted) {
            versions.fourEyes(id, wanted);
            notes.changed(Part.PARTNER, given.name(),
                    List.of(new TermDifference("fourEyes", Boolean.toString(before), Boolean.toString(wanted))));
        }
    }

    private static void people(List<Person> given, ImportNotes notes) {
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).role() == null || given.get(i).name() == null || given.get(i).name().isBlank()) {
                notes.problem("/partner/contacts/" + i, "required", given.get(i).name());
            }
        }
    }

    private void contacts(UUID id, List<Person> given, ImportNotes notes) {
        Map<String, Person> known = contacts.list(id).stream().map(one -> new Person(one.role(), one.name(), one.phone(), one.email(), one.language()))
                .collect(Collectors.toMap(one -> one.role() + " " + one.name(), one -> one));
        for (Person one : given) {
            Person before = known.get(one.role() + " " + one.name());
            if (before == null) {
                notes.added(Part.CONTACT, one.name());
            } else if (!notes.changed(Part.CONTACT, one.name(), before, one)) {
                continue;
            }
            contacts.put(new OrganisationContact(Ids.next(), id, one.role(), one.name(), one.phone(), one.email(), one.language()));
        }
    }

    /** @return null when it is not here, or cannot be found */
    private @Nullable UUID company(String pointer, @Nullable String name, Organisation.@Nullable Kind kind, @Nullable String currency,
            List<PartyIdentifier> identifiers, ImportNotes notes) {
        if (name == null || name.isBlank()) {
            notes.problem(pointer + "/name", "required", name);
        }
        if (kind == null) {
            notes.problem(pointer + "/kind", "required", null);
        }
        if (currency == null || !CurrencyCode.isKnown(currency)) {
            notes.problem(pointer + "/currency", "currency", currency);
        }
        if (identifiers.isEmpty()) {
            notes.problem(pointer + "/identifiers", "required", null);
        }
        for (int i = 0; i < identifiers.size(); i++) {
            PartyIdentifier one = identifiers.get(i);
            String code = one.scheme() == null || one.value() == null ? "required" : IdentifierCheck.problem(one).orElse(null);
            if (code != null) {
                notes.problem(pointer + "/identifiers/" + i, code, one.value());
            }
        }
        if (!notes.problems.isEmpty()) {
            return null;
        }
        Set<UUID> owners = Set.copyOf(organisations.owners(identifiers).values());
        if (owners.size() > 1) {
            notes.problem(pointer + "/identifiers", "ambiguous", null);
        }
        if (owners.isEmpty() && kind == Organisation.Kind.OPERATOR) {
            notes.problem(pointer + "/kind", "operator", kind);
        }
        return owners.size() == 1 ? owners.iterator().next() : null;
    }

    private static NewOrganisation newOne(
            String name, @Nullable String nameLocal, Organisation.Kind kind, String currency, Address address, List<PartyIdentifier> identifiers) {
        return new NewOrganisation(name, nameLocal, kind, gln(identifiers), currency, address, identifiers);
    }

    private static @Nullable String gln(List<PartyIdentifier> identifiers) {
        return identifiers.stream().filter(each -> each.scheme().equals(PartyIdentifier.GLN)).map(PartyIdentifier::value).findFirst().orElse(null);
    }
}
