package io.tradelane.mappings.shared.x12;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** N1 loops, declared as rows {@code parties}. Roles (98) that no document of ours knows are left out. */
public final class Names {
    private static final Map<String, PartyRole> ROLES = new HashMap<>(Map.ofEntries(
            Map.entry("BY", PartyRole.BUYER), Map.entry("SU", PartyRole.SUPPLIER), Map.entry("ST", PartyRole.SHIP_TO),
            Map.entry("SF", PartyRole.SHIP_FROM), Map.entry("BT", PartyRole.INVOICEE), Map.entry("PR", PartyRole.PAYER),
            Map.entry("PE", PartyRole.PAYEE), Map.entry("CA", PartyRole.CARRIER), Map.entry("CN", PartyRole.CONSIGNEE),
            Map.entry("SH", PartyRole.CONSIGNOR), Map.entry("FW", PartyRole.FREIGHT_FORWARDER), Map.entry("WH", PartyRole.WAREHOUSE),
            Map.entry("MF", PartyRole.MANUFACTURER), Map.entry("OB", PartyRole.ORDERED_BY), Map.entry("II", PartyRole.INVOICER),
            Map.entry("FR", PartyRole.MESSAGE_SENDER), Map.entry("TO", PartyRole.MESSAGE_RECIPIENT)));
    /** Close to one of ours, taken when ours is not there. */
    private static final Map<String, PartyRole> NEAR = Map.of(
            "SE", PartyRole.SUPPLIER, "VN", PartyRole.SUPPLIER, "RI", PartyRole.PAYEE, "RE", PartyRole.PAYEE, "SO", PartyRole.BUYER,
            "BS", PartyRole.SHIP_TO, "MI", PartyRole.BUYER, "DE", PartyRole.WAREHOUSE);
    private static final Map<String, Scheme> SCHEMES = new HashMap<>(Map.of(
            "UL", Scheme.GLN, "1", Scheme.DUNS, "9", Scheme.DUNS, "91", Scheme.SUPPLIER_ASSIGNED, "92", Scheme.BUYER_ASSIGNED, "FI", Scheme.VAT));
    private static final Map<String, Scheme> FURTHER = Map.of(
            "VX", Scheme.VAT, "IA", Scheme.BUYER_ASSIGNED, "IT", Scheme.SUPPLIER_ASSIGNED);
    private static final int DUNS = 9;

    private Names() {}

    public static List<Party> read(Row owner) {
        Row first = owner.first("parties");
        Set<PartyRole> present = EnumSet.noneOf(PartyRole.class);
        for (Row row = first; row != null; row = row.next()) {
            PartyRole role = ROLES.get(String.valueOf(row.text("role")));
            if (role != null) {
                present.add(role);
            }
        }
        List<Party> parties = new ArrayList<>();
        for (Row row = first; row != null; row = row.next()) {
            PartyRole role = ROLES.get(String.valueOf(row.text("role")));
            if (role == null) {
                role = NEAR.get(String.valueOf(row.text("role")));
                role = role != null && present.add(role) ? role : null;
            }
            if (role != null) {
                parties.add(party(role, row));
            }
        }
        return List.copyOf(parties);
    }

    public static Party party(PartyRole role, Row row) {
        List<Identifier> identifiers = new ArrayList<>(2);
        String id = row.text("id");
        String scheme = row.text("scheme");
        if (id != null) {
            Scheme known = SCHEMES.get(String.valueOf(scheme));
            identifiers.add(known == null ? new Identifier(Scheme.OTHER, id, scheme) : new Identifier(known, id));
        }
        for (Row reference = below(row, "references"); reference != null; reference = reference.next()) {
            Scheme further = FURTHER.get(String.valueOf(reference.text("kind")));
            if (further != null && reference.text("number") != null) {
                identifiers.add(new Identifier(further, reference.text("number")));
            }
        }
        return new Party(role, List.copyOf(identifiers), row.text("name"), address(row), contact(row));
    }

    private static @Nullable Row below(Row row, String name) {
        return row.layout().hasRows(name) ? row.first(name) : null;
    }

    private static @Nullable String contact(Row row) {
        for (Row contact = below(row, "contacts"); contact != null; contact = contact.next()) {
            if (contact.text("name") != null) {
                return contact.text("name");
            }
        }
        return null;
    }

    private static @Nullable Address address(Row row) {
        List<String> lines = new ArrayList<>();
        for (Row street = row.first("streets"); street != null; street = street.next()) {
            add(lines, street.text("line1"));
            add(lines, street.text("line2"));
        }
        boolean empty = lines.isEmpty() && row.text("city") == null && row.text("region") == null && row.text("postcode") == null
                && row.text("country") == null;
        return empty ? null
                : new Address(List.copyOf(lines), row.text("city"), row.text("postcode"), row.text("region"), row.text("country"));
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null) {
            lines.add(line);
        }
    }

    public static void write(List<Party> parties, Row owner) {
        parties.forEach(party -> write(party, owner.add("parties")));
    }

    public static void write(Party party, Row row) {
        row.set("role", code(party.role())).set("name", party.name());
        Identifier main = party.identifiers().stream().filter(id -> id.scheme() != Scheme.VAT).findFirst()
                .orElse(party.identifiers().isEmpty() ? null : party.identifiers().getFirst());
        if (main != null) {
            row.set("id", main.value()).set("scheme", scheme(main));
        }
        for (Identifier further : party.identifiers()) {
            FURTHER.forEach((code, scheme) -> {
                if (further != main && scheme == further.scheme() && row.layout().hasRows("references")) {
                    row.add("references").set("kind", code).set("number", further.value());
                }
            });
        }
        if (party.contact() != null && row.layout().hasRows("contacts")) {
            row.add("contacts").set("function", "IC").set("name", party.contact());
        }
        if (party.address() != null) {
            address(party.address(), row);
        }
    }

    private static void address(Address address, Row row) {
        for (int i = 0; i < Math.min(4, address.lines().size()); i += 2) {
            Row street = row.add("streets").set("line1", address.lines().get(i));
            street.set("line2", i + 1 < address.lines().size() ? address.lines().get(i + 1) : null);
        }
        row.set("city", address.city()).set("region", address.region()).set("postcode", address.postcode()).set("country", address.country());
    }

    private static String code(PartyRole role) {
        return ROLES.entrySet().stream().filter(e -> e.getValue() == role).map(Map.Entry::getKey).findFirst().orElse(role.code());
    }

    private static String scheme(Identifier identifier) {
        return switch (identifier.scheme()) {
            case GLN -> "UL";
            case DUNS -> identifier.value().length() == DUNS ? "1" : "9";
            case SUPPLIER_ASSIGNED -> "91";
            case BUYER_ASSIGNED -> "92";
            case VAT -> "FI";
            default -> identifier.issuer() != null && identifier.issuer().length() <= 2 ? identifier.issuer() : "ZZ";
        };
    }
}
