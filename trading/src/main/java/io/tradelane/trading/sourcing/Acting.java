package io.tradelane.trading.sourcing;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import java.util.Optional;
import java.util.UUID;

/** For which of the two sides the current actor speaks. */
public final class Acting {

    private Acting() {}

    public static boolean as(UUID organisation) {
        Actor actor = Tenancy.current();
        return organisation.equals(actor.organisation()) && (actor.scope() == Scope.ORGANISATION || actor.scope() == Scope.HUB);
    }

    static Optional<Side> side(QuoteRow quote) {
        return as(quote.buyerOrgId()) ? Optional.of(Side.BUYER) : as(quote.supplierOrgId()) ? Optional.of(Side.SUPPLIER) : Optional.empty();
    }

    /** The hub at its own work for whoever acts: what it writes is told in the name of that one. */
    public static Actor hubFor(UUID organisation) {
        Actor actor = Tenancy.current();
        return Actor.hub(organisation, actor.name(), actor.source());
    }
}
