package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.FieldNames;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.CheckDigit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** NAD groups, declared as rows {@code parties}. Roles that no document of ours knows are left out. */
public final class PartyRows {
    /** Roles close to one of ours, taken when ours is not there. */
    private static final Map<String, PartyRole> NEAR = Map.of(
            "SE", PartyRole.SUPPLIER, "SR", PartyRole.SUPPLIER, "II", PartyRole.SUPPLIER,
            "OB", PartyRole.BUYER, "ST", PartyRole.SHIP_TO, "UC", PartyRole.SHIP_TO,
            "BT", PartyRole.INVOICEE, "CPD", PartyRole.SHIP_FROM, "FR", PartyRole.MESSAGE_SENDER, "TO", PartyRole.MESSAGE_RECIPIENT);
    private static final FieldNames STREETS = FieldNames.of("street", 3);
    private static final FieldNames PLAIN = FieldNames.of("plain", 5);
    private static final Codes<PartyRole> ROLES = Codes.of(PartyRole.values(), PartyRole::code);
    private static final Codes<Scheme> SCHEMES = Codes.of(Scheme.values(), Scheme::code);

    private PartyRows() {}

    /** Of a message that has references (RFF) below its parties. */
    public static List<Party> read(Row message) {
        return read(message, true);
    }

    /** Of a message that has none. */
    public static List<Party> readPlain(Row message) {
        return read(message, false);
    }

    private static List<Party> read(Row message, boolean references) {
        Row first = message.first("parties");
        Set<PartyRole> present = EnumSet.noneOf(PartyRole.class);
        for (Row row = first; row != null; row = row.next()) {
            PartyRole role = ROLES.find(row.text("role"));
            if (role != null) {
                present.add(role);
            }
        }
        List<Party> parties = new ArrayList<>();
        for (Row row = first; row != null; row = row.next()) {
            PartyRole role = ROLES.find(row.text("role"));
            if (role == null) {
                role = NEAR.get(String.valueOf(row.text("role")));
                role = role != null && present.add(role) ? role : null;
            }
            if (role != null) {
                parties.add(party(role, row, references));
            }
        }
        return List.copyOf(parties);
    }

    /** One party for each row, whatever its role: those that a message is about. */
    public static List<Party> readEach(List<Row> rows) {
        return rows.stream().map(row -> {
            String code = String.valueOf(row.text("role"));
            PartyRole role = ROLES.find(code);
            return party(role == null ? NEAR.getOrDefault(code, PartyRole.SHIP_TO) : role, row, true);
        }).toList();
    }

    private static Party party(PartyRole role, Row row, boolean references) {
        List<Identifier> identifiers = new ArrayList<>(2);
        String id = row.text("id");
        if (id != null) {
            identifiers.add(new Identifier(scheme(row.text("agency"), id), id));
        }
        if (references) {
            add(identifiers, Scheme.BUYER_ASSIGNED, row.text("buyerAssigned"));
            add(identifiers, Scheme.SUPPLIER_ASSIGNED, row.text("supplierAssigned"));
            add(identifiers, Scheme.VAT, row.text("vat"));
        }
        String name = row.text("name");
        List<String> lines = texts(row, STREETS);
        if (name == null) {
            // C058: name and address unstructured, the name first.
            List<String> plain = texts(row, PLAIN);
            name = plain.isEmpty() ? null : plain.getFirst();
            lines = lines.isEmpty() && plain.size() > 1 ? plain.subList(1, plain.size()) : lines;
        }
        return new Party(role, List.copyOf(identifiers), name, address(lines, row), contact(row));
    }

    private static @Nullable String contact(Row row) {
        return row.layout().hasField("contact") ? row.text("contact") : null;
    }

    private static void add(List<Identifier> identifiers, Scheme scheme, @Nullable String value) {
        if (value != null) {
            identifiers.add(new Identifier(scheme, value));
        }
    }

    private static List<String> texts(Row row, FieldNames fields) {
        List<String> texts = List.of();
        for (int slot : fields.in(row)) {
            String text = row.text(slot);
            if (text != null) {
                texts = texts.isEmpty() ? new ArrayList<>(fields.size()) : texts;
                texts.add(text);
            }
        }
        return texts;
    }

    /** An identifier without an agency that is a valid GLN is one: many senders leave the agency out. */
    private static Scheme scheme(@Nullable String agency, String id) {
        Scheme scheme = SCHEMES.find(agency);
        return scheme != null ? scheme : agency == null && CheckDigit.isGln(id) ? Scheme.GLN : Scheme.OTHER;
    }

    private static @Nullable Address address(List<String> lines, Row row) {
        String city = row.text("city");
        String postcode = row.text("postcode");
        String region = row.text("region");
        String country = row.text("country");
        boolean empty = lines.isEmpty() && city == null && postcode == null && region == null && country == null;
        return empty ? null : new Address(List.copyOf(lines), city, postcode, region, country);
    }

    public static void write(List<Party> parties, Row message) {
        parties.forEach(party -> write(party, message.add("parties")));
    }

    public static void write(Party party, Row row) {
        row.set("role", party.role().code()).set("name", party.name());
        if (row.layout().hasField("contact")) {
            row.set("contact", party.contact());
        }
        Identifier main = main(party);
        if (main != null) {
            row.set("id", main.value()).set("agency", main.scheme().code());
        }
        for (Identifier identifier : party.identifiers()) {
            if (identifier != main && row.layout().hasField("vat")) {
                further(row, identifier);
            }
        }
        if (party.address() != null) {
            address(party.address(), row);
        }
    }

    /** What stands in NAD itself: the first identifier that is no tax number. */
    private static @Nullable Identifier main(Party party) {
        return party.identifiers().stream().filter(id -> id.scheme() != Scheme.VAT).findFirst().orElse(null);
    }

    private static void further(Row row, Identifier identifier) {
        switch (identifier.scheme()) {
            case VAT -> row.set("vat", identifier.value());
            case BUYER_ASSIGNED -> row.set("buyerAssigned", identifier.value());
            case SUPPLIER_ASSIGNED -> row.set("supplierAssigned", identifier.value());
            case GLN, DUNS, REGISTRATION, BIC, LEI, OTHER -> { /* NAD has one place, and RFF no code for these in D96A */ }
        }
    }

    private static void address(Address address, Row row) {
        for (int i = 0; i < Math.min(STREETS.size(), address.lines().size()); i++) {
            row.set(STREETS.name(i), address.lines().get(i));
        }
        row.set("city", address.city()).set("postcode", address.postcode()).set("region", address.region()).set("country", address.country());
    }
}
