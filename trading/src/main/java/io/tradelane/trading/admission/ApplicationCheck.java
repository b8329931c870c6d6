package io.tradelane.trading.admission;

import io.tradelane.trading.admission.AdmissionOutcome.Wrong;
import io.tradelane.trading.partner.IdentifierCheck;
import io.tradelane.trading.partner.PartyIdentifier;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with an application: of each field by itself, and of what has to be there before it is submitted. */
final class ApplicationCheck {
    static final List<String> SCHEMES = List.of(IdentifierCheck.USCC, IdentifierCheck.VAT, PartyIdentifier.GLN, PartyIdentifier.DUNS, IdentifierCheck.LEI);
    private static final int SHORT = 100;
    private static final int LONG = 2000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private ApplicationCheck() {}

    static List<Wrong> fields(Application one) {
        List<Wrong> wrong = new ArrayList<>();
        text(wrong, "name", one.name(), SHORT, true);
        text(wrong, "nameLocal", one.nameLocal(), SHORT, false);
        text(wrong, "contactName", one.contactName(), SHORT, true);
        text(wrong, "street", one.street(), SHORT, false);
        text(wrong, "city", one.city(), SHORT, false);
        text(wrong, "postalCode", one.postalCode(), SHORT, false);
        text(wrong, "phone", one.phone(), SHORT, false);
        text(wrong, "category", one.category(), SHORT, false);
        text(wrong, "region", one.region(), SHORT, false);
        text(wrong, "description", one.description(), LONG, false);
        if (!COUNTRIES.contains(one.country())) {
            wrong.add(new Wrong("country", "country"));
        }
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(one.currency()))) {
            wrong.add(new Wrong("currency", "currency"));
        }
        one.identifiers().forEach((scheme, value) -> {
            if (!SCHEMES.contains(scheme)) {
                wrong.add(new Wrong("identifiers", "scheme"));
            } else {
                IdentifierCheck.problem(new PartyIdentifier(scheme, value)).ifPresent(problem -> wrong.add(new Wrong(scheme.toLowerCase(Locale.ROOT), problem)));
            }
        });
        return wrong;
    }

    /** Mandatory answers; a Chinese company says its unified social credit code, another one a number of a register or of tax. */
    static List<Wrong> complete(Admission admission) {
        Application one = admission.application();
        List<Wrong> wrong = new ArrayList<>(fields(one));
        for (Map.Entry<String, String> answer : Map.of("street", blank(one.street()), "city", blank(one.city()), "category", blank(one.category()),
                "region", blank(one.region()), "phone", blank(one.phone())).entrySet()) {
            if (answer.getValue().isBlank()) {
                wrong.add(new Wrong(answer.getKey(), "required"));
            }
        }
        if (one.country().equals("CN") ? !one.identifiers().containsKey(IdentifierCheck.USCC) : one.identifiers().isEmpty()) {
            wrong.add(new Wrong(one.country().equals("CN") ? "uscc" : "vat", "required"));
        }
        if (admission.documents().stream().noneMatch(document -> document.kind() == Admission.Kind.BUSINESS_LICENCE)) {
            wrong.add(new Wrong("documents", "document"));
        }
        return wrong;
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void text(List<Wrong> wrong, String field, @Nullable String value, int longest, boolean required) {
        if (required && (value == null || value.isBlank())) {
            wrong.add(new Wrong(field, "required"));
        } else if (value != null && value.length() > longest) {
            wrong.add(new Wrong(field, "too-long"));
        }
    }
}
