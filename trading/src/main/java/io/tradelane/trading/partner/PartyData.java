package io.tradelane.trading.partner;

import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Name, address and contact of a company, as far as they are said. */
record PartyData(@Nullable String name, Organisation.Address address, Organisation.Contact contact) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static PartyData of(Organisation organisation) {
        return new PartyData(organisation.name(), organisation.address(), organisation.contact());
    }

    static PartyData of(Entry entry) {
        Party party = entry.party();
        return new PartyData(text(party.name()), address(party.address()),
                new Organisation.Contact(text(party.contact()), text(entry.phone()), text(entry.email())));
    }

    private static Organisation.Address address(Party.@Nullable Address said) {
        if (said == null) {
            return Organisation.Address.UNKNOWN;
        }
        List<String> lines = said.lines().stream().filter(line -> !line.isBlank()).toList();
        String country = said.country() != null && COUNTRIES.contains(said.country()) ? said.country() : null;
        return new Organisation.Address(lines.isEmpty() ? null : String.join(", ", lines), text(said.city()), text(said.postcode()), country);
    }

    /** What is said counts, else what is known. */
    PartyData over(PartyData known) {
        return new PartyData(
                or(name, known.name),
                new Organisation.Address(or(address.street(), known.address.street()), or(address.city(), known.address.city()),
                        or(address.postalCode(), known.address.postalCode()), or(address.country(), known.address.country())),
                new Organisation.Contact(or(contact.name(), known.contact.name()), or(contact.phone(), known.contact.phone()),
                        or(contact.email(), known.contact.email())));
    }

    private static @Nullable String or(@Nullable String said, @Nullable String known) {
        return said == null ? known : said;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
