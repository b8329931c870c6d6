package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parties of BMEcat and openTRANS: rows {@code parties} with {@code roles} and {@code ids}; a party without a role has
 * that of the references that name it, for example BUYER_IDREF.
 */
public final class BmecatParties {
    private static final Map<String, PartyRole> ROLES = Map.ofEntries(
            Map.entry("buyer", PartyRole.BUYER), Map.entry("supplier", PartyRole.SUPPLIER), Map.entry("delivery", PartyRole.SHIP_TO),
            Map.entry("final_delivery", PartyRole.CONSIGNEE), Map.entry("deliverer", PartyRole.CARRIER),
            Map.entry("invoice_recipient", PartyRole.INVOICEE), Map.entry("invoice_issuer", PartyRole.INVOICER),
            Map.entry("payer", PartyRole.PAYER), Map.entry("remittee", PartyRole.PAYEE), Map.entry("customer", PartyRole.ORDERED_BY),
            Map.entry("manufacturer", PartyRole.MANUFACTURER), Map.entry("document_creator", PartyRole.MESSAGE_SENDER));
    private static final Map<String, PartyRole> REFERENCES = Map.of(
            "buyerRef", PartyRole.BUYER, "supplierRef", PartyRole.SUPPLIER, "deliveryRef", PartyRole.SHIP_TO,
            "recipientRef", PartyRole.INVOICEE, "issuerRef", PartyRole.INVOICER);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** At a place that leaves the role to the party itself. */
    private static final String PARTY = "party";

    private BmecatParties() {}

    /** @param references fields of the document that name a party by one of its numbers: {@code buyerRef}, {@code supplierRef} … */
    public static List<Party> read(Row document, String... references) {
        List<Party> parties = new ArrayList<>();
        for (Row row : document.rows("parties")) {
            for (Row role : row.rows("roles")) {
                PartyRole known = role.text("role") == null ? null : ROLES.get(role.text("role"));
                if (known != null) {
                    parties.add(party(row, known));
                }
            }
            PartyRole given = row.text("place") == null ? null : ROLES.get(row.text("place"));
            if (given != null) {
                parties.add(party(row, given));
            }
        }
        for (String reference : references) {
            PartyRole role = REFERENCES.get(reference);
            String id = document.text(reference);
            if (id != null && parties.stream().noneMatch(party -> party.role() == role)) {
                parties.add(referred(document, role, id, document.text(reference + "Type")));
            }
        }
        return List.copyOf(parties);
    }

    private static Party referred(Row document, PartyRole role, String id, @Nullable String type) {
        for (Row row : document.rows("parties")) {
            for (Row own : row.rows("ids")) {
                if (id.equals(own.text("id"))) {
                    return party(row, role);
                }
            }
        }
        return new Party(role, List.of(identifier(id, type)), null, null, null);
    }

    private static Party party(Row row, PartyRole role) {
        List<Identifier> identifiers = new ArrayList<>();
        for (Row id : row.rows("ids")) {
            if (id.text("id") != null) {
                identifiers.add(identifier(id.text("id"), id.text("type")));
            }
        }
        if (row.text("vat") != null) {
            identifiers.add(new Identifier(Scheme.VAT, row.text("vat")));
        }
        return new Party(role, List.copyOf(identifiers), BmecatNames.read(row), address(row), row.text("contact"));
    }

    private static Identifier identifier(String value, @Nullable String type) {
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "iln", "gln" -> new Identifier(Scheme.GLN, value);
            case "duns" -> new Identifier(Scheme.DUNS, value);
            case "supplier_specific", "supplier" -> new Identifier(Scheme.SUPPLIER_ASSIGNED, value);
            case "buyer_specific", "buyer" -> new Identifier(Scheme.BUYER_ASSIGNED, value);
            case "", "party_specific" -> new Identifier(Scheme.OTHER, value);
            case "registration" -> new Identifier(Scheme.REGISTRATION, value);
            case "bic" -> new Identifier(Scheme.BIC, value);
            case "lei" -> new Identifier(Scheme.LEI, value);
            default -> new Identifier(Scheme.OTHER, value, type);
        };
    }

    private static String type(Identifier identifier) {
        return switch (identifier.scheme()) {
            case GLN -> "iln";
            case DUNS -> "duns";
            case SUPPLIER_ASSIGNED -> "supplier_specific";
            case BUYER_ASSIGNED -> "buyer_specific";
            case REGISTRATION, BIC, LEI, VAT -> identifier.scheme().name().toLowerCase(Locale.ROOT);
            case OTHER -> identifier.issuer() == null ? "party_specific" : identifier.issuer();
        };
    }

    private static @Nullable Address address(Row row) {
        String street = row.text("street");
        String country = row.text("country");
        String coded = country != null && country.length() == 2 ? country.toUpperCase(Locale.ROOT) : null;
        Address address = new Address(street == null ? List.of() : List.of(street), row.text("city"), row.text("postcode"), row.text("region"), coded);
        boolean empty = street == null && address.city() == null && address.postcode() == null && address.region() == null && coded == null;
        return empty ? null : address;
    }

    /** Those that have a role there; the first number of each is also what the references say. */
    public static void write(List<Party> parties, Row document, String... references) {
        for (Party party : parties) {
            String role = role(party.role());
            if (role != null) {
                Row row = document.add("parties").set("place", PARTY);
                row.add("roles").set("role", role);
                write(party, row);
            }
        }
        for (String reference : references) {
            parties.stream().filter(party -> party.role() == REFERENCES.get(reference)).findFirst()
                    .ifPresent(party -> refer(party, reference, document));
        }
    }

    /** Among the parties, and by a reference: one that has no name, where a name is asked for. */
    public static void writeReferred(Party party, Row document, String reference) {
        write(List.of(party), document, reference);
    }

    /** COUNTRY_CODED takes codes of ISO 3166 alone; BMEcat writes COUNTRY. */
    private static boolean coded(Address address, Row row) {
        return !row.layout().hasField("countryName") || address.country() == null || COUNTRIES.contains(address.country());
    }

    /** Who is meant where the document does not say it: as the envelope does. */
    public static Identifier identifier(PartyAddress address) {
        return switch (address.qualifier() == null ? "" : address.qualifier()) {
            case "14" -> new Identifier(Scheme.GLN, address.id());
            case "1" -> new Identifier(Scheme.DUNS, address.id());
            default -> new Identifier(Scheme.OTHER, address.id());
        };
    }

    private static void refer(Party party, String reference, Row document) {
        Identifier main = main(party);
        document.set(reference, main.value()).set(reference + "Type", type(main));
    }

    private static @Nullable String role(PartyRole role) {
        return ROLES.entrySet().stream().filter(entry -> entry.getValue() == role).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    /** A party has to have a number: one that has none is called by its name. */
    private static Identifier main(Party party) {
        return party.identifiers().stream().filter(id -> id.scheme() != Scheme.VAT).findFirst()
                .orElseGet(() -> new Identifier(Scheme.OTHER, party.name() == null ? party.identifiers().stream()
                        .map(Identifier::value).findFirst().orElse(String.valueOf(role(party.role()))) : party.name()));
    }

    /** At a place that says the role. */
    public static void write(Party party, Row row) {
        List<Identifier> numbers = party.identifiers().stream().filter(id -> id.scheme() != Scheme.VAT).toList();
        for (Identifier identifier : numbers.isEmpty() ? List.of(main(party)) : numbers) {
            row.add("ids").set("id", identifier.value()).set("type", type(identifier));
        }
        BmecatNames.write(party.name(), row);
        row.set("vat", party.identifier(Scheme.VAT).orElse(null)).set("contact", party.contact());
        Address address = party.address();
        boolean addressed = address != null || party.contact() != null || party.identifier(Scheme.VAT).isPresent();
        if (addressed && row.layout().hasField("addressType") && !PARTY.equals(row.text("place"))) {
            row.set("addressType", role(party.role()));
        }
        if (address != null) {
            row.set("street", address.lines().isEmpty() ? null : String.join(", ", address.lines())).set("city", address.city());
            row.set("postcode", address.postcode()).set("region", address.region());
            row.set(coded(address, row) ? "country" : "countryName", address.country());
        }
    }
}
