package io.tradelane.trading.order;

import java.util.UUID;

/** The two organisations of a deal, already found from a document's identifiers. */
public record Parties(UUID buyer, UUID supplier) {

    public boolean include(UUID organisation) {
        return buyer.equals(organisation) || supplier.equals(organisation);
    }
}
