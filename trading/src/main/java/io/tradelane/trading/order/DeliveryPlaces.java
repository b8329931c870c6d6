package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.shared.CheckDigit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether it can be told where goods are to go. A place is known as an identifier of the company that it belongs to. */
@Component
class DeliveryPlaces {
    private final Organisations organisations;

    DeliveryPlaces(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Places of delivery (NAD+DP, N1*ST) with neither an address nor a GLN of somebody here; for the first line. */
    List<LineIssue> unknown(OrderDocument document) {
        return document.parties().stream()
                .filter(party -> party.role() == PartyRole.SHIP_TO && !hasAddress(party))
                .flatMap(party -> unknown(party).stream())
                .map(gln -> new LineIssue(LineIssue.Code.UNKNOWN_DELIVERY_PLACE, gln, null))
                .toList();
    }

    private Optional<String> unknown(Party party) {
        return party.identifier(Party.Scheme.GLN)
                .filter(CheckDigit::isGln)
                .filter(gln -> organisations.byIdentifier(PartyIdentifier.GLN, gln).isEmpty());
    }

    private static boolean hasAddress(Party party) {
        Party.Address address = party.address();
        return address != null && (!address.lines().isEmpty() || address.city() != null);
    }
}
