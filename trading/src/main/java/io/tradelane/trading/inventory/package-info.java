/** What partners report of their stock and their sales. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.inventory;
