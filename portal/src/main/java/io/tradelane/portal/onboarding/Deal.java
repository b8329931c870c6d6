package io.tradelane.portal.onboarding;

import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.PartyIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Who trades with whom while a partner tries: named by what the companies are called, done between their twins. */
record Deal(Side buyer, Side supplier) {

    /** @param identifiers of the company, which mean its twin to whoever acts for a twin */
    record Side(Organisation company, UUID twin, List<PartyIdentifier> identifiers) {

        private Party party(PartyRole role) {
            List<Party.Identifier> known = identifiers.stream().flatMap(one -> Arrays.stream(Party.Scheme.values())
                    .filter(scheme -> scheme.name().equals(one.scheme())).map(scheme -> new Party.Identifier(scheme, one.value()))).toList();
            Organisation.Address where = company.address();
            Party.Address address = where.country() == null && where.city() == null ? null
                    : new Party.Address(Stream.ofNullable(where.street()).toList(), where.city(), where.postalCode(), null, where.country());
            return new Party(role, known, company.name(), address, null);
        }
    }

    Parties twins() {
        return new Parties(buyer.twin, supplier.twin);
    }

    List<Party> parties() {
        return List.of(buyer.party(PartyRole.BUYER), supplier.party(PartyRole.SUPPLIER));
    }
}
