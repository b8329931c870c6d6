package io.tradelane.trading.cart;

import io.tradelane.trading.order.CommandResult.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What became of what was to be put into carts: all of it, or nothing. */
public sealed interface Added {

    /** @param carts into which it went @param raised quantities that were raised to the supplier's minimum or to whole packs */
    record Done(Set<UUID> carts, int lines, List<Raised> raised) implements Added {}

    record Raised(String number, BigDecimal asked, BigDecimal quantity) {}

    /** @param problems by field, {@code rows[0].article}, {@code rows[0].quantity}, {@code rows[0].delivery} @param choices articles where more than one fits */
    record Invalid(List<Problem> problems, List<Choice> choices) implements Added {}

    /** One of several articles that {@code row} may mean. */
    record Choice(int row, UUID article, String number, String name, String supplier) {}
}
