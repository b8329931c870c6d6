/** What a buyer gathers in the browser or by the API to order from a supplier's catalogue, and how it becomes an order. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.cart;
