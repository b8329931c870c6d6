package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where and when ordered goods shall come: rows {@code deliveries} of the fragment {@code ubl-delivery}. */
public final class UblDeliveries {
    private UblDeliveries() {}

    /** The parties of the document with the place of delivery, when it names one. */
    public static List<Party> parties(Row document) {
        List<Party> parties = UblParties.read(document);
        for (Row row : document.rows("deliveries")) {
            Party place = place(row);
            if (place != null && parties.stream().noneMatch(party -> party.role() == PartyRole.SHIP_TO)) {
                parties.add(place);
            }
        }
        return List.copyOf(parties);
    }

    private static @Nullable Party place(Row row) {
        List<Identifier> identifiers = new ArrayList<>();
        add(identifiers, row.text("location"), row.text("locationScheme"));
        row.rows("ids").forEach(id -> add(identifiers, id.text("id"), id.text("scheme")));
        Address address = UblParties.address(row);
        String name = row.text("name");
        return identifiers.isEmpty() && address == null && name == null
                ? null
                : new Party(PartyRole.SHIP_TO, List.copyOf(identifiers), name, address, row.text("contact"));
    }

    private static void add(List<Identifier> identifiers, @Nullable String value, @Nullable String scheme) {
        if (value != null) {
            Identifier identifier = ElectronicAddresses.read(value, scheme, Scheme.OTHER);
            if (!identifiers.contains(identifier)) {
                identifiers.add(identifier);
            }
        }
    }

    /** The last day asked for, of the document or a line. */
    public static @Nullable LocalDate requested(Row row) {
        return row.date("to") != null ? row.date("to") : row.date("from");
    }

    public static @Nullable LocalDate requestedOfDocument(Row document) {
        return document.rows("deliveries").stream().map(UblDeliveries::requested).filter(date -> date != null).findFirst().orElse(null);
    }

    public static void write(List<Party> parties, @Nullable LocalDate requested, Row document) {
        Optional<Party> place = parties.stream().filter(party -> party.role() == PartyRole.SHIP_TO).findFirst();
        if (place.isEmpty() && requested == null) {
            return;
        }
        Row row = document.add("deliveries").set("from", requested).set("to", requested);
        place.ifPresent(party -> write(party, row));
    }

    private static void write(Party party, Row row) {
        row.set("name", party.name()).set("contact", party.contact());
        UblParties.address(party.address(), row);
        List<Identifier> identifiers = party.identifiers();
        if (!identifiers.isEmpty()) {
            row.set("location", identifiers.getFirst().value()).set("locationScheme", ElectronicAddresses.code(identifiers.getFirst()));
        }
        for (Identifier identifier : identifiers.subList(Math.min(1, identifiers.size()), identifiers.size())) {
            row.add("ids").set("id", identifier.value()).set("scheme", ElectronicAddresses.code(identifier));
        }
    }
}
