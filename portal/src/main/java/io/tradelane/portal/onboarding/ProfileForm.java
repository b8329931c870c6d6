package io.tradelane.portal.onboarding;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.trading.partner.IdentifierCheck;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Contact;
import io.tradelane.trading.partner.PartyIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A company's profile as a form. */
final class ProfileForm {
    /** Fields in the order of the form; identifiers are named by their scheme. */
    static final List<String> FIELDS =
            List.of("name", "nameLocal", "GLN", "DUNS", "VAT", "AS2", "EDI", "street", "postalCode", "city", "country", "contact", "phone", "contactEmail");

    private static final List<String> SCHEMES = List.of("GLN", "DUNS", "VAT", "AS2", "EDI");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 200;

    private ProfileForm() {}

    /** @param company null when something is wrong */
    record Read(@Nullable Organisation company, List<PartyIdentifier> identifiers) {}

    static Map<String, String> of(Organisation company) {
        Map<String, String> form = new LinkedHashMap<>();
        put(form, "name", company.name());
        put(form, "nameLocal", company.nameLocal());
        put(form, "street", company.address().street());
        put(form, "postalCode", company.address().postalCode());
        put(form, "city", company.address().city());
        put(form, "country", company.address().country());
        put(form, "contact", company.contact().name());
        put(form, "phone", company.contact().phone());
        put(form, "contactEmail", company.contact().email());
        return form;
    }

    private static void put(Map<String, String> form, String field, @Nullable String value) {
        form.put(field, Objects.requireNonNullElse(value, ""));
    }

    /** @param known identifiers that the company has already */
    static Read read(Organisation before, List<PartyIdentifier> known, Map<String, String> typed, FormValues values) {
        String name = values.text("name", LONGEST);
        if (name == null) {
            values.wrong("name", "problem.required");
        }
        String country = values.text("country", LONGEST);
        if (country != null && !COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) {
            values.wrong("country", "partner.problem.country");
        }
        List<PartyIdentifier> identifiers = identifiers(typed, values);
        if (identifiers.isEmpty() && known.isEmpty()) {
            values.wrong("GLN", "onboarding.problem.identifier");
        }
        String gln = identifiers.stream().filter(one -> one.scheme().equals(PartyIdentifier.GLN)).map(PartyIdentifier::value).findFirst().orElse(before.gln());
        Address address = new Address(values.text("street", LONGEST), values.text("city", LONGEST), values.text("postalCode", LONGEST),
                country == null ? null : country.toUpperCase(Locale.ROOT));
        Contact contact = new Contact(values.text("contact", LONGEST), values.text("phone", LONGEST), values.text("contactEmail", LONGEST));
        return new Read(name == null ? null
                : new Organisation(before.id(), name, values.text("nameLocal", LONGEST), before.kind(), gln, before.currency(), address, contact), identifiers);
    }

    private static List<PartyIdentifier> identifiers(Map<String, String> typed, FormValues values) {
        List<PartyIdentifier> identifiers = new ArrayList<>();
        for (String scheme : SCHEMES) {
            String value = typed.getOrDefault(scheme, "").strip();
            if (!value.isEmpty()) {
                PartyIdentifier identifier = new PartyIdentifier(scheme, value);
                IdentifierCheck.problem(identifier).ifPresentOrElse(problem -> values.wrong(scheme, "onboarding.problem.checkDigit"),
                        () -> identifiers.add(identifier));
            }
        }
        return identifiers;
    }
}
