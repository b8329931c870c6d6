package io.tradelane.trading.cart;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes what happened to a cart, for its buyer alone. */
@Component
class CartJournal {
    private final Journal journal;

    CartJournal(Journal journal) {
        this.journal = journal;
    }

    void moved(CartRow cart, String event, CartState to, Map<String, String> details) {
        journal.record(new Entry(Carts.ENTITY, cart.id(), cart.state().name(), event, to.name(), null, null, Set.of(cart.buyerOrgId()), details));
    }
}
