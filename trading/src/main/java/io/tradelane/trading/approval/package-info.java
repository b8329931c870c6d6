/** Who of a buying company has to agree before money is committed: rules, limits, delegates, budgets, and what waits for somebody. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.approval;
