/** Money that moved at a bank, brought home to the invoices it pays. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.payment;
