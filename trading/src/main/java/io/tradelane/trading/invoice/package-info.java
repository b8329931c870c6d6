/** Invoices, their match with order and receipt, and the decisions about what does not match. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.invoice;
