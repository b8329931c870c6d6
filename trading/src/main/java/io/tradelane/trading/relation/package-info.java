/** How two companies stand to each other beyond a single deal: what a buyer decided about a supplier, how its deliveries went, and whom it might trade with next. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.relation;
