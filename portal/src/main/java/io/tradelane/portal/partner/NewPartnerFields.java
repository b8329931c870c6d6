package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.shared.CheckDigit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the operator says of a company that is new in the directory, on the form and by the API. */
@Component
class NewPartnerFields {
    static final List<Kind> KINDS = List.of(Kind.BUYER, Kind.SUPPLIER, Kind.BOTH, Kind.BANK, Kind.CARRIER);
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private final Organisations organisations;

    NewPartnerFields(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * @param given name, nameLocal, kind, gln, currency (ISO 4217), street, city, postalCode, country (ISO 3166-1, two letters)
     * @param wrong told the field and the key of the text that says what is wrong with it
     * @return null when something is wrong
     */
    @Nullable NewOrganisation read(Map<String, String> given, BiConsumer<String, String> wrong) {
        AtomicBoolean right = new AtomicBoolean(true);
        Reader reader = new Reader(given, (field, problem) -> {
            right.set(false);
            wrong.accept(field, problem);
        });
        NewOrganisation read = reader.read();
        return right.get() ? read : null;
    }

    private final class Reader {
        private final Map<String, String> given;
        private final BiConsumer<String, String> wrong;

        Reader(Map<String, String> given, BiConsumer<String, String> wrong) {
            this.given = given;
            this.wrong = wrong;
        }

        @Nullable NewOrganisation read() {
            String name = text("name");
            if (name == null) {
                wrong.accept("name", "problem.required");
            }
            Kind kind = Constants.of(Kind.class, given.getOrDefault("kind", "")).filter(KINDS::contains).orElse(null);
            if (kind == null) {
                wrong.accept("kind", "problem.required");
            }
            String gln = text("gln");
            if (gln != null && !CheckDigit.isGln(gln)) {
                wrong.accept("gln", "partner.problem.gln");
            } else if (gln != null && organisations.byIdentifier(PartyIdentifier.GLN, gln).isPresent()) {
                wrong.accept("gln", "partner.problem.taken");
            }
            String currency = upper(given.getOrDefault("currency", "").strip());
            if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(currency))) {
                wrong.accept("currency", "partner.problem.currency");
            }
            String country = upper(text("country"));
            if (country != null && !COUNTRIES.contains(country)) {
                wrong.accept("country", "partner.problem.country");
            }
            String nameLocal = text("nameLocal");
            Address address = new Address(text("street"), text("city"), text("postalCode"), country);
            return name == null || kind == null ? null : new NewOrganisation(name, nameLocal, kind, gln, currency, address, List.of());
        }

        private @Nullable String text(String field) {
            String value = given.getOrDefault(field, "").strip();
            if (value.length() > LONGEST_TEXT) {
                wrong.accept(field, "problem.tooLong");
            }
            return value.isEmpty() ? null : value;
        }

        private static @Nullable String upper(@Nullable String text) {
            return text == null ? null : text.toUpperCase(Locale.ROOT);
        }
    }
}
