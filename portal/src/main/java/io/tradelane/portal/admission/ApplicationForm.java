package io.tradelane.portal.admission;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.admission.AdmissionOutcome;
import io.tradelane.trading.admission.Application;
import io.tradelane.trading.partner.Organisation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application as a form: fields by name, identifiers each in a field of its own. */
final class ApplicationForm {
    static final List<String> SCHEMES = List.of("USCC", "VAT", "GLN", "DUNS", "LEI");
    static final List<Organisation.Kind> KINDS = List.of(Organisation.Kind.BUYER, Organisation.Kind.SUPPLIER, Organisation.Kind.BOTH);

    private ApplicationForm() {}

    /** @return empty where the kind is none of a trading company */
    static Optional<Application> read(Map<String, String> typed) {
        Optional<Organisation.Kind> kind = Constants.of(Organisation.Kind.class, typed.getOrDefault("kind", "")).filter(KINDS::contains);
        Map<String, String> identifiers = new LinkedHashMap<>();
        SCHEMES.forEach(scheme -> {
            String value = text(typed, scheme.toLowerCase(Locale.ROOT));
            if (value != null) {
                identifiers.put(scheme, value.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT));
            }
        });
        return kind.map(known -> new Application(nonNull(text(typed, "name")), text(typed, "nameLocal"), known, nonNull(text(typed, "country")).toUpperCase(Locale.ROOT),
                nonNull(text(typed, "currency")).toUpperCase(Locale.ROOT), text(typed, "street"), text(typed, "city"), text(typed, "postalCode"),
                nonNull(text(typed, "contactName")), text(typed, "phone"), identifiers, text(typed, "category"), text(typed, "region"), text(typed, "description")));
    }

    static Map<String, String> write(Application one) {
        Map<String, String> form = new HashMap<>();
        form.put("name", one.name());
        form.put("nameLocal", nonNull(one.nameLocal()));
        form.put("kind", Constants.word(one.kind()));
        form.put("country", one.country());
        form.put("currency", one.currency());
        form.put("street", nonNull(one.street()));
        form.put("city", nonNull(one.city()));
        form.put("postalCode", nonNull(one.postalCode()));
        form.put("contactName", one.contactName());
        form.put("phone", nonNull(one.phone()));
        form.put("category", nonNull(one.category()));
        form.put("region", nonNull(one.region()));
        form.put("description", nonNull(one.description()));
        one.identifiers().forEach((scheme, value) -> form.put(scheme.toLowerCase(Locale.ROOT), value));
        return form;
    }

    static void explain(AdmissionOutcome.Invalid invalid, Problems problems, Words words) {
        invalid.wrong().forEach(wrong -> problems.add(wrong.field(), words.text("admission.problem." + wrong.code())));
    }

    private static @Nullable String text(Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
