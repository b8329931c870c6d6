/** Double-entry books of every organisation and the items still open in them. Money moves here and nowhere else. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.ledger;
