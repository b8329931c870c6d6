/** Invoices. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.invoice;
