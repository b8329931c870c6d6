/** Invoices, their match line by line, and the decisions about what does not match. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.invoice;
