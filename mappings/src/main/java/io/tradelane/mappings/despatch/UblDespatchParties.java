package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Who sends goods and who gets them. UBL always names those two, and seller and buyer only where they are others; here
 * the sender of the goods is the supplier then.
 */
final class UblDespatchParties {
    private UblDespatchParties() {}

    static List<Party> read(Row row) {
        List<Party> parties = new ArrayList<>(UblParties.read(row));
        boolean seller = parties.stream().anyMatch(party -> party.role() == PartyRole.SUPPLIER);
        parties.replaceAll(party -> !seller && party.role() == PartyRole.SHIP_FROM
                ? new Party(PartyRole.SUPPLIER, party.identifiers(), party.name(), party.address(), party.contact())
                : party);
        return List.copyOf(parties);
    }

    static void write(BusinessDocument document, Row row, boolean peppol) {
        Party seller = document.party(PartyRole.SUPPLIER).orElse(null);
        Party buyer = document.party(PartyRole.BUYER).orElse(null);
        Party from = document.party(PartyRole.SHIP_FROM).orElse(null);
        Party to = document.party(PartyRole.SHIP_TO).orElse(null);
        UblParties.write(from == null ? seller : from, PartyRole.SHIP_FROM, Extent.of(peppol, Extent.ADDRESSED), row);
        UblParties.write(to == null ? buyer : to, PartyRole.SHIP_TO, Extent.of(peppol, Extent.ADDRESSED), row);
        UblParties.write(to == null ? null : buyer, PartyRole.BUYER, Extent.NAMED, row);
        UblParties.write(from == null ? null : seller, PartyRole.SUPPLIER, Extent.NAMED, row);
        if (row.layout().hasField("consignment")) {
            UblParties.write(document.party(PartyRole.ORDERED_BY).orElse(null), PartyRole.ORDERED_BY, Extent.NAMED, row);
            UblParties.write(document.party(PartyRole.CARRIER).orElse(null), PartyRole.CARRIER, Extent.NAMED, row);
        }
    }
}
