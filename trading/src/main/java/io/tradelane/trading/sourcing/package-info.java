/** Requests for quotation, quotations and bargaining, and the award that makes orders of them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.sourcing;
