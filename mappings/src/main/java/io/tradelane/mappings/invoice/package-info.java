/** Invoices, credit notes, debit notes: UN/EDIFACT INVOIC. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.invoice;
