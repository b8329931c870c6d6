package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parties of UBL and CII: rows {@code parties}, of the fragments {@code ubl-party} and {@code cii-party}. */
public final class UblParties {
    private static final Codes<PartyRole> ROLES = Codes.of(PartyRole.values(), PartyRole::code);
    private static final String[] LINES = {"line1", "line2", "line3"};

    /** Says no country where one has to stand: ISO 3166 leaves it to its users. */
    public static final String NO_COUNTRY = "ZZ";

    /** How much of a party is written. */
    public enum Extent {
        /** All that is known. */
        FULL(true, true, true, true),
        /** The same under the name in the register alone. */
        REGISTERED(true, false, true, true),
        /** Electronic address, identifiers, name in the register, address and contact. */
        ADDRESSED(true, false, false, true),
        /** Electronic address, identifiers and name in the register. */
        LEGAL(true, false, false, false),
        /** Identifiers, name and address. */
        NAMED(false, true, false, true),
        /** Name, address and VAT number. */
        TAXABLE(false, true, true, true);

        private final boolean partner;
        private final boolean named;
        private final boolean taxed;
        private final boolean located;

        Extent(boolean partner, boolean named, boolean taxed, boolean located) {
            this.partner = partner;
            this.named = named;
            this.taxed = taxed;
            this.located = located;
        }

        /** What a profile allows where the standard allows all. */
        public static Extent of(boolean peppol, Extent allowed) {
            return peppol ? allowed : FULL;
        }
    }

    private UblParties() {}

    public static List<Party> read(Row document) {
        List<Party> parties = new ArrayList<>();
        for (Row row : document.rows("parties")) {
            PartyRole role = ROLES.find(row.text("role"));
            if (role != null) {
                parties.add(read(row, role));
            }
        }
        return parties;
    }

    private static Party read(Row row, PartyRole role) {
        List<Identifier> identifiers = new ArrayList<>();
        add(identifiers, row.text("endpoint"), row.text("endpointScheme"), Scheme.OTHER);
        for (Row id : row.rows("ids")) {
            add(identifiers, id.text("id"), id.text("scheme"), assigned(role));
        }
        String vat = row.text("vat");
        if (vat != null && identifiers.stream().noneMatch(id -> id.scheme() == Scheme.VAT && id.value().equals(vat))) {
            identifiers.add(new Identifier(Scheme.VAT, vat));
        }
        String registration = row.text("registration");
        if (registration != null && identifiers.stream().noneMatch(id -> id.value().equals(registration))) {
            identifiers.add(new Identifier(Scheme.REGISTRATION, registration, row.text("registrationScheme")));
        }
        return new Party(role, List.copyOf(identifiers), row.text("name"), address(row), row.text("contact"));
    }

    private static void add(List<Identifier> identifiers, @Nullable String value, @Nullable String scheme, Scheme otherwise) {
        if (value != null) {
            Identifier identifier = ElectronicAddresses.read(value, scheme, otherwise);
            if (!identifiers.contains(identifier)) {
                identifiers.add(identifier);
            }
        }
    }

    /** EN 16931 BT-29 and BT-46: without a scheme, a number that the other side gave. */
    private static Scheme assigned(PartyRole role) {
        return switch (role) {
            case BUYER, INVOICEE, ORDERED_BY -> Scheme.SUPPLIER_ASSIGNED;
            case SUPPLIER, SHIP_FROM -> Scheme.BUYER_ASSIGNED;
            default -> Scheme.OTHER;
        };
    }

    public static @Nullable Address address(Row row) {
        List<String> lines = new ArrayList<>();
        for (String field : LINES) {
            String line = row.text(field);
            if (line != null) {
                lines.add(line);
            }
        }
        String building = row.layout().hasField("building") ? row.text("building") : null;
        if (building != null && lines.isEmpty()) {
            lines.add(building);
        } else if (building != null) {
            lines.set(0, lines.getFirst() + " " + building);
        }
        String country = NO_COUNTRY.equals(row.text("country")) ? null : row.text("country");
        Address address = new Address(List.copyOf(lines), row.text("city"), row.text("postcode"), row.text("region"), country);
        boolean empty = lines.isEmpty() && address.city() == null && address.postcode() == null && address.region() == null && address.country() == null;
        return empty ? null : address;
    }

    /** @param role under which it is written; several places may be for the same party */
    public static void write(@Nullable Party party, PartyRole role, Extent extent, Row document) {
        if (party == null) {
            return;
        }
        Row row = document.add("parties").set("role", role.code()).set("name", extent.named ? party.name() : null);
        Identifier endpoint = extent.partner ? endpoint(party) : null;
        if (endpoint != null) {
            row.set("endpoint", endpoint.value()).set("endpointScheme", ElectronicAddresses.code(endpoint));
        }
        if (extent.taxed) {
            row.set("vat", party.identifier(Scheme.VAT).orElse(null));
        }
        if (extent != Extent.TAXABLE) {
            identifiers(party, endpoint, extent, row);
        }
        if (extent.partner) {
            row.set("contact", extent.located ? party.contact() : null);
            set(row, "legalName", party.name());
        }
        address(extent.located ? party.address() : null, row);
    }

    private static void identifiers(Party party, @Nullable Identifier endpoint, Extent extent, Row row) {
        for (Identifier identifier : party.identifiers()) {
            if (identifier.scheme() == Scheme.REGISTRATION && extent.partner && !extent.taxed) {
                continue;
            }
            if (identifier.scheme() == Scheme.REGISTRATION) {
                row.set("registration", identifier.value()).set("registrationScheme", ElectronicAddresses.code(identifier));
            } else if (identifier != endpoint && identifier.scheme() != Scheme.VAT) {
                String scheme = ElectronicAddresses.code(identifier);
                Row id = row.add("ids").set("id", identifier.value()).set("scheme", scheme);
                set(id, "place", scheme == null ? "local" : "global");
            }
        }
    }

    /** UBL and CII do not have all the same. */
    private static void set(Row row, String field, @Nullable String value) {
        if (row.layout().hasField(field)) {
            row.set(field, value);
        }
    }

    /** The first identifier that can be an address in the network. */
    public static @Nullable Identifier endpoint(Party party) {
        return party.identifiers().stream()
                .filter(identifier -> identifier.scheme() != Scheme.REGISTRATION && ElectronicAddresses.code(identifier) != null)
                .findFirst()
                .orElse(null);
    }

    public static void address(@Nullable Address address, Row row) {
        if (address == null) {
            return;
        }
        for (int i = 0; i < Math.min(LINES.length, address.lines().size()); i++) {
            row.set(LINES[i], address.lines().get(i));
        }
        row.set("city", address.city()).set("postcode", address.postcode()).set("region", address.region()).set("country", address.country());
    }
}
